/** How long it is one: long enough to be noticed, too short to be met again. */
const saidMilliseconds = 1000;

/**
 * Takes somebody to a field that was refused, which is read together with its reason. Where the focus is already, as after
 * Enter, nothing would be read: then the reason is said. To be called after the render that shows it. What is in the field
 * is selected, so that typing replaces it.
 */
export function takeTo(
  field: HTMLElement | null | undefined,
  { selecting = true }: { selecting?: boolean } = {},
): void {
  if (!field) return;
  const root = field.getRootNode() as Document | ShadowRoot;
  if (root.activeElement === field) say(root.getElementById(`${field.id}e`), field);
  field.focus();
  if (selecting && field instanceof HTMLInputElement) field.select();
}

/**
 * The reason is an alert for this moment alone: as one for good it would be read twice with its field, and again while
 * somebody types. Its words come into it anew, which is what is read. A second copy of them would be found by tests.
 */
function say(reason: HTMLElement | null, field: HTMLElement): void {
  if (!reason) return;
  reason.setAttribute('role', 'alert');
  reason.replaceChildren(...reason.childNodes);
  const end = (): void => reason.removeAttribute('role');
  field.addEventListener('input', end, { once: true });
  setTimeout(end, saidMilliseconds);
}
