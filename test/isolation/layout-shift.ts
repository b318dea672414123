import type { ComponentName } from './components.ts';
import type { Room } from './open-room.ts';
import { settle } from './open-room.ts';

/** What moved while a component was loading. */
export interface Shift {
  component: ComponentName;
  /** Of the container, CSS px. */
  width: number;
  /** The sum of the browser's layout-shift scores; 0 when nothing that was there has moved. */
  score: number;
  /** What moved, where from and where to: at most three. */
  moved: readonly string[];
  /** Height while it was loading and when it was loaded, CSS px. */
  heights: readonly [number, number];
}

interface Entry extends PerformanceEntry {
  value: number;
  sources: readonly { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
}

/** What the page has seen, as `shifts` of its global object. */
export interface Watched {
  score: number;
  moved: string[];
}

/** Runs in the page: adds up what moves. */
export function watchShifts(): void {
  const seen: Watched = { score: 0, moved: [] };
  Object.assign(globalThis, { shifts: seen });
  const name = (node: Node | null): string => {
    const element = node instanceof Element ? node : node?.parentElement;
    const own = element ? `${element.tagName.toLowerCase()}.${element.className}` : 'text';
    return `${own} "${(node?.textContent ?? '').slice(0, 24)}"`;
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as Entry[]) {
      seen.score += entry.value;
      for (const { node, previousRect, currentRect } of entry.sources)
        seen.moved.push(
          `${name(node)} y ${previousRect.y}→${currentRect.y}, x ${previousRect.x}→${currentRect.x}`,
        );
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/**
 * Loads the component over a slow wire and watches what moves.
 *
 * @param footer whether the host has something below it, which moves as soon as the height changes
 */
export async function measureShift(
  room: Room,
  component: ComponentName,
  width: number,
  footer = false,
): Promise<Shift> {
  const page = await room.open({
    query: { component, latency: '250', footer: footer ? 'yes' : '' },
    width,
    // All of it in view: what is outside is not counted.
    height: 4200,
    before: watchShifts,
    whileLoading: true,
  });
  try {
    const height = (): Promise<number> =>
      page.locator('#room').evaluate((it) => it.getBoundingClientRect().height);
    const loading = await height();
    await settle(page);
    const { score, moved } = await page.evaluate(
      () => (globalThis as unknown as { shifts: Watched }).shifts,
    );
    return {
      component,
      width,
      score,
      moved: [...new Set(moved)].slice(0, 3),
      heights: [loading, await height()],
    };
  } finally {
    await page.context().close();
  }
}
