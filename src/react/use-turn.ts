'use client';
import { useCallback, useRef } from 'react';

/** Takes one at a time: what is asked for while the last is under way does not begin, whatever is pressed. */
export function useTurn(): (act: () => Promise<void>) => Promise<void> {
  const taken = useRef(false);
  return useCallback(async (act) => {
    if (taken.current) return;
    taken.current = true;
    try {
      await act();
    } finally {
      taken.current = false;
    }
  }, []);
}
