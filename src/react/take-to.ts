/** How long the words stand in the page: long enough to be noticed, too short to be met again. */
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
  if (root.activeElement === field) say(root.getElementById(`${field.id}e`));
  field.focus();
  if (selecting && field instanceof HTMLInputElement) field.select();
}

/** The reason itself is no alert: it would be read twice with its field, and again while somebody types. */
function say(reason: HTMLElement | null): void {
  const place = document.createElement('span');
  place.setAttribute('role', 'alert');
  place.className = 'selvedge-unseen';
  place.textContent = reason?.textContent ?? '';
  reason?.after(place);
  setTimeout(() => place.remove(), saidMilliseconds);
}
