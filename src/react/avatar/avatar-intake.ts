'use client';
import type { RefObject } from 'react';
import { useEffect, useState } from 'react';

/**
 * Takes files that are dropped onto the section around an element, or pasted while the focus is in it. Answers whether
 * a file is being dragged over it. What listens is fetched at once, but not waited for; without it the buttons are there.
 */
export function usePictureIntake(
  inside: RefObject<HTMLElement | null>,
  take: (file: Blob) => void,
): boolean {
  const [over, setOver] = useState(false);

  useEffect(() => {
    const root = inside.current?.closest<HTMLElement>('.selvedge-root');
    if (!root) return;
    const listening = new AbortController();
    const { signal } = listening;
    const listen = async (): Promise<void> => {
      const { listenForPictures } = await import('./avatar-intake-events.ts');
      if (!signal.aborted) listenForPictures(root, signal, { take, onOver: setOver });
    };
    listen().catch(() => {});
    return () => listening.abort();
  }, [inside, take]);

  return over;
}
