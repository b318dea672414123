'use client';
import { useCallback, useEffect, useState } from 'react';

/** A part of the package that is fetched when it is shown. */
export interface Loaded<Part> {
  /** Null until it is there. */
  part: Part | null;
  /** Whether it could not be fetched; `again` tries once more. */
  failed: boolean;
  again: () => void;
}

/** Fetches a part when it is first shown. Not `React.lazy`, which would keep a failure for ever. */
export function useLoaded<Part>(load: () => Promise<Part>): Loaded<Part> {
  const [state, setState] = useState<Pick<Loaded<Part>, 'part' | 'failed'>>({
    part: null,
    failed: false,
  });
  const again = useCallback(() => {
    load().then(
      (part) => setState({ part, failed: false }),
      () => setState({ part: null, failed: true }),
    );
  }, [load]);
  useEffect(again, [again]);
  return { ...state, again };
}
