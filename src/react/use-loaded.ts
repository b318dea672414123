'use client';
import { useCallback, useEffect, useState } from 'react';

/** A part of the package that is fetched when it is shown. */
export interface Loaded<Part> {
  /** Null until it is there. */
  part: Part | null;
  /** How often it could not be fetched; `again` tries once more. */
  failures: number;
  again: () => void;
}

/** Fetches a part when it is first shown. Not `React.lazy`, which would keep a failure for ever. */
export function useLoaded<Part>(load: () => Promise<Part>): Loaded<Part> {
  const [state, setState] = useState<Pick<Loaded<Part>, 'part' | 'failures'>>({
    part: null,
    failures: 0,
  });
  const again = useCallback(() => {
    load().then(
      (part) => setState({ part, failures: 0 }),
      () => setState(({ failures }) => ({ part: null, failures: failures + 1 })),
    );
  }, [load]);
  useEffect(again, [again]);
  return { ...state, again };
}
