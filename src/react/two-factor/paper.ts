/** Gives the browser a text file to save. */
export function save(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers fetch it after the click only.
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/** Prints a text and nothing of the page around it. The answer throws it away, if printing did not. */
export function print(text: string): () => void {
  const frame = document.createElement('iframe');
  // Seen by nobody, but a frame that is not displayed prints nothing in some browsers.
  frame.className = 'selvedge-unseen';
  frame.ariaHidden = 'true';
  frame.tabIndex = -1;
  document.body.append(frame);
  const inside = frame.contentDocument;
  const paper = inside?.createElement('pre');
  if (inside && paper) {
    paper.textContent = text;
    inside.body.append(paper);
    frame.contentWindow?.addEventListener('afterprint', () => frame.remove());
    frame.contentWindow?.print();
  }
  return () => frame.remove();
}
