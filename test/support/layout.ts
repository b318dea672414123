// What a narrow page, large text or wide spacing breaks: words that are cut off, lie over each other or need scrolling
// sideways.

interface Box {
  what: string;
  element: Element;
  rect: DOMRect;
}

const unseen = (element: Element): boolean =>
  !element.checkVisibility({ opacityProperty: true }) ||
  // For screen readers alone.
  getComputedStyle(element).clipPath !== 'none' ||
  element.closest('[aria-hidden=true]:not(span)') !== null;

/** Every line of text, as wide as its letters. */
function linesIn(root: Element): Box[] {
  const lines: Box[] = [];
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const element = text.parentElement;
    if (!element || text.textContent?.trim() === '' || unseen(element)) continue;
    if (element.closest('select, canvas')) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const what = (text.textContent ?? '').slice(0, 30);
    for (const rect of range.getClientRects()) {
      if (rect.width > 1) lines.push({ what, element, rect });
    }
  }
  return lines;
}

/** Without a frame a control is as large as its words, which are looked at by themselves. */
function isFramed(element: Element): boolean {
  const { borderTopWidth, borderTopColor } = getComputedStyle(element);
  return borderTopWidth !== '0px' && borderTopColor !== 'rgba(0, 0, 0, 0)';
}

function controlsIn(root: Element): Box[] {
  const controls = [...root.querySelectorAll('input, select, button, progress')];
  return controls
    .filter((element) => !unseen(element) && (element.matches('input') || isFramed(element)))
    .map((element) => ({
      what: element.getAttribute('aria-label') ?? element.textContent ?? '',
      element,
      rect: element.getBoundingClientRect(),
    }));
}

/** By how much two boxes lie over each other, in the direction in which they do so least. */
function overlap(one: DOMRect, other: DOMRect): number {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return Math.min(across, down);
}

/** The nearest thing around that cuts off what stands out of it sideways. */
function windowOf(element: Element, root: Element): DOMRect {
  for (let up: Element | null = element; up && up !== root; up = up.parentElement) {
    if (getComputedStyle(up).overflowX !== 'visible') return up.getBoundingClientRect();
  }
  return root.getBoundingClientRect();
}

/** A line of text is taller than its letters: so much of it is air. */
const air = 4;

/** Everything in `root` that cannot be read or reached without scrolling sideways, in words. */
export function layoutFaults(root: Element): string[] {
  const faults: string[] = [];
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) {
    faults.push(`the page scrolls sideways: ${page.scrollWidth} > ${page.clientWidth}`);
  }
  for (const scroller of [root, ...root.querySelectorAll('*')]) {
    const { overflowX, display } = getComputedStyle(scroller);
    if (overflowX === 'visible' || display === 'inline' || unseen(scroller)) continue;
    if (scroller.matches('input, select, .selvedge-crop, .selvedge-crop *')) continue;
    if (scroller.scrollWidth <= scroller.clientWidth + 1) continue;
    faults.push(
      `${scroller.className} needs scrolling: ${scroller.scrollWidth} > ${scroller.clientWidth}`,
    );
  }
  const lines = linesIn(root);
  const controls = controlsIn(root);
  for (const { what, element, rect } of [...lines, ...controls]) {
    const { left, right } = windowOf(element, root);
    // The dot between two facts is cut off, and all of it, where a fact begins a line.
    const isGone = rect.right <= left || rect.left >= right;
    if (isGone && element.matches('[data-separator]')) continue;
    if (rect.left < left - 1 || rect.right > right + 1) faults.push(`"${what}" stands out`);
  }
  for (const [index, line] of lines.entries()) {
    for (const other of [...lines.slice(index + 1), ...controls]) {
      if (other.element.contains(line.element) || line.element === other.element) continue;
      // Each of them is in a dialog of its own layer, or in none.
      if (line.element.closest('dialog') !== other.element.closest('dialog')) continue;
      if (overlap(line.rect, other.rect) <= air) continue;
      faults.push(`"${line.what}" lies over "${other.what}"`);
    }
  }
  return faults;
}
