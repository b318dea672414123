// How large what can be pressed is, its unseen rim included.

const pressable =
  'button, input:not([type=hidden], [type=file]), select, textarea, a[href], [tabindex="0"]';

/** Where a press reaches the element, in one direction from its middle, at most so far. */
function reach(element: Element, dx: number, dy: number, most: number): number {
  const { left, top, width, height } = element.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  let far = 0;
  while (far < most) {
    const hit = document.elementFromPoint(x + dx * (far + 1), y + dy * (far + 1));
    const label = hit?.closest('label');
    const own = hit !== null && (element.contains(hit) || label?.control === element);
    if (!own) break;
    far += 1;
  }
  return far;
}

/** Everything in `root` that can be pressed and is smaller than `least` pixels in one direction, in words. */
export function smallTargets(root: Element, least: number): string[] {
  const shown = [...root.querySelectorAll<HTMLElement>(pressable)].filter(
    (element) => element.checkVisibility() && element.tabIndex !== -1,
  );
  if (shown.length === 0) throw new Error('There is nothing to press.');
  return shown.flatMap((element) => {
    element.scrollIntoView({ block: 'center' });
    const box = element.getBoundingClientRect();
    const half = least / 2;
    const width = Math.max(box.width, reach(element, 1, 0, half) + 1 + reach(element, -1, 0, half));
    const height = Math.max(
      box.height,
      reach(element, 0, 1, half) + 1 + reach(element, 0, -1, half),
    );
    if (width >= least && height >= least) return [];
    const name = element.getAttribute('aria-label') ?? element.textContent;
    return [`${element.tagName} "${name}" ${Math.round(width)} × ${Math.round(height)}`];
  });
}
