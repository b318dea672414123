/**
 * As long as a sheet is shown, its dialogs stand in their cells instead of in front of the page, what takes the focus does not
 * scroll the page, and nobody who signs out in one cell does so in the others.
 *
 * @returns what ends that
 */
export function tameDialogs(): () => void {
  const { showModal } = HTMLDialogElement.prototype;
  const { postMessage } = BroadcastChannel.prototype;
  const { focus } = HTMLElement.prototype;
  HTMLDialogElement.prototype.showModal = function show() {
    if (!this.closest('[data-sheet]')) return showModal.call(this);
    const { scrollX, scrollY } = window;
    this.show();
    // The browser itself gives it the focus, and goes there.
    window.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
  };
  HTMLElement.prototype.focus = function take(options) {
    focus.call(this, this.closest('[data-sheet]') ? { ...options, preventScroll: true } : options);
  };
  BroadcastChannel.prototype.postMessage = function post(message: unknown) {
    if (this.name !== 'selvedge') postMessage.call(this, message);
  };
  return () => {
    HTMLDialogElement.prototype.showModal = showModal;
    HTMLElement.prototype.focus = focus;
    BroadcastChannel.prototype.postMessage = postMessage;
  };
}
