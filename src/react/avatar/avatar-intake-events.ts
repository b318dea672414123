const editable = 'textarea, select, [contenteditable], input:not([type=range], [type=file])';

/** What comes of the events. */
export interface IntakeHandlers {
  take: (file: Blob) => void;
  /** Whether a file is held above the element. */
  onOver: (over: boolean) => void;
}

/** Listens on an element for files that are dropped or pasted, until `signal` fires. */
export function listenForPictures(
  root: HTMLElement,
  signal: AbortSignal,
  { take, onOver }: IntakeHandlers,
): void {
  const listen = <N extends keyof HTMLElementEventMap>(
    name: N,
    act: (event: HTMLElementEventMap[N]) => void,
  ): void => root.addEventListener(name, act, { signal });

  const enter = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    // Without it the browser would leave the page for the file.
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    onOver(true);
  };
  listen('dragenter', enter);
  listen('dragover', enter);
  listen('dragleave', ({ relatedTarget }) => {
    if (!root.contains(relatedTarget as Node | null)) onOver(false);
  });
  listen('drop', (event) => {
    onOver(false);
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
}
