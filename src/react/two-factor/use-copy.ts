'use client';
import { useCallback, useState } from 'react';

/** Copying to the clipboard. */
export interface Copying {
  /** How the last try ended; browsers may refuse it, and pages without TLS have no clipboard. */
  state: 'idle' | 'copied' | 'refused';
  copy: (text: string) => Promise<void>;
}

/** Copies a text, and says how that went. */
export function useCopy(): Copying {
  const [state, setState] = useState<Copying['state']>('idle');
  const copy = useCallback(async (text: string) => {
    setState('idle');
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      setState('refused');
    }
  }, []);
  return { state, copy };
}
