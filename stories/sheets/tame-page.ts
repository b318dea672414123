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
    if (this.closest('[data-sheet]')) this.show();
    else showModal.call(this);
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
