'use client';
import type { RefObject } from 'react';
import { useEffect, useState } from 'react';

const editable = 'textarea, select, [contenteditable], input:not([type=range], [type=file])';

/**
 * Takes files that are dropped onto the section around an element, or pasted while the focus is in it. Answers whether
 * a file is being dragged over it.
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
    const listen = <N extends keyof HTMLElementEventMap>(
      name: N,
      act: (event: HTMLElementEventMap[N]) => void,
    ): void => root.addEventListener(name, act, { signal: listening.signal });

    const enter = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      // Without it the browser would leave the page for the file.
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    listen('dragenter', enter);
    listen('dragover', enter);
    listen('dragleave', ({ relatedTarget }) => {
      if (!root.contains(relatedTarget as Node | null)) setOver(false);
    });
    listen('drop', (event) => {
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      take(file);
    });
    listen('paste', (event) => {
      const file = event.clipboardData?.files[0];
      if (!file || (event.target as Element).closest(editable)) return;
      event.preventDefault();
      take(file);
    });
    return () => listening.abort();
  }, [inside, take]);

  return over;
}
