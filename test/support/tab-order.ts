// A walk through the page by the Tab key of the browser, and what somebody who sees it expects of every step.
import { expect } from 'vitest';
import { userEvent } from 'vitest/browser';
import { contrast, groundOf, painted } from './paint.ts';

/** What an element is called, as far as it is one of ours: by its label, its attributes or its words. */
export function nameOf(element: Element | null): string {
  if (!element) return 'nothing';
  const by = element.getAttribute('aria-labelledby');
  const label =
    (by && document.getElementById(by)?.textContent) ||
    element.getAttribute('aria-label') ||
    (element instanceof HTMLInputElement || element instanceof HTMLSelectElement
      ? element.labels?.[0]?.textContent
      : '');
  return (label || element.textContent || element.tagName).trim();
}

/** The name of what has the focus. */
export const focused = (): string => nameOf(document.activeElement);

/** Whoever looks sees where the focus is: two pixels of outline that stand out, on something that is in sight. */
export function expectVisibleFocus(): void {
  const element = document.activeElement as HTMLElement;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
  expect([focused(), outlineStyle]).not.toEqual([focused(), 'none']);
  expect.soft(Number.parseFloat(outlineWidth), focused()).toBeGreaterThanOrEqual(2);
  const ground = groundOf(element);
  expect
    .soft(contrast(painted(outlineColor), ground), `the outline of ${focused()}`)
    .toBeGreaterThanOrEqual(3);
  const { left, top, width, height } = element.getBoundingClientRect();
  const hit = document.elementFromPoint(left + width / 2, top + height / 2);
  // Over an input lies nothing but what belongs to it.
  const own = element.parentElement?.matches('span') ? element.parentElement : element;
  expect.soft(own.contains(hit), `${focused()} is in sight`).toBe(true);
}

/** Presses Tab until something with this name has the focus; answers the names on the way, the last one included. */
export async function tabTo(name: string | RegExp, key = '{Tab}'): Promise<string[]> {
  const seen: string[] = [];
  const stops: Element[] = [];
  const reached = (): boolean =>
    typeof name === 'string' ? focused() === name : name.test(focused());
  do {
    await userEvent.keyboard(key);
    const stop = document.activeElement ?? document.body;
    expect([name, seen, stop === document.body || stops.includes(stop)]).toEqual([
      name,
      seen,
      false,
    ]);
    expectVisibleFocus();
    seen.push(focused());
    stops.push(stop);
  } while (!reached());
  if (key === '{Tab}') expectReadingOrder(stops);
  return seen;
}

/** Each stands below the one before, or in the same line after it. */
export function expectReadingOrder(stops: readonly Element[]): void {
  for (const [index, stop] of stops.entries()) {
    const before = stops[index - 1];
    if (!before) continue;
    const rtl = getComputedStyle(stop).direction === 'rtl';
    const [from, to] = [before.getBoundingClientRect(), stop.getBoundingClientRect()];
    const below = to.top >= from.bottom - 2;
    const sameLine = to.top < from.bottom && to.bottom > from.top;
    const after = rtl ? to.right <= from.right : to.left >= from.left;
    const order = below || (sameLine && after);
    expect([nameOf(before), nameOf(stop), order]).toEqual([nameOf(before), nameOf(stop), true]);
  }
}
