/**
 * As long as a sheet is shown, its dialogs stand in their cells instead of in front of the page, and nobody who signs out
 * in one cell does so in the others.
 *
 * @returns what ends that
 */
export function tameDialogs(): () => void {
  const { showModal } = HTMLDialogElement.prototype;
  const { postMessage } = BroadcastChannel.prototype;
  HTMLDialogElement.prototype.showModal = function show() {
    if (this.closest('[data-sheet]')) this.show();
    else showModal.call(this);
  };
  BroadcastChannel.prototype.postMessage = function post(message: unknown) {
    if (this.name !== 'selvedge') postMessage.call(this, message);
  };
  return () => {
    HTMLDialogElement.prototype.showModal = showModal;
    BroadcastChannel.prototype.postMessage = postMessage;
  };
}
