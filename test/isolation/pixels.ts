import type { Page } from 'playwright';
import sharp from 'sharp';
import type { Room } from './open-room.ts';
import type { Scene } from './scenes.ts';
import { play } from './scenes.ts';

/** The hosts whose sheets are put beside ours. */
export const hosts = ['tailwind', 'bootstrap', 'legacy'] as const;

/** How one scene differs on one host's page from a bare page. */
export interface Difference {
  scene: string;
  host: (typeof hosts)[number];
  /** Of all pixels of the scene, the share that is another colour: 0 to 1. */
  share: number;
}

/** The eight seeds, as a host says them that wants no surprise. */
const seeds = [
  '--selvedge-brand: #4353ff',
  '--selvedge-surface: #ffffff',
  '--selvedge-text: #1c1c20',
  '--selvedge-danger: #c4222b',
  '--selvedge-radius: 7px',
  '--selvedge-space: 4px',
  '--selvedge-font: "DejaVu Sans", Arial, sans-serif',
  '--selvedge-font-size: 14px',
];

// Below it nobody sees a difference, and the same page is not always the same.
const tolerance = 3;

/** Puts the sheet of a host into the page, where hosts have it: in front of ours or behind it. */
async function furnish(page: Page, host: string, place: 'before' | 'after'): Promise<void> {
  await page.evaluate(
    ([name, where]) => {
      document.querySelector('#host')?.remove();
      const sheets = (globalThis as unknown as { hostCss: Record<string, string> }).hostCss;
      const sheet = document.createElement('style');
      sheet.id = 'host';
      sheet.textContent = sheets[name] ?? '';
      if (where === 'before') document.head.prepend(sheet);
      else document.head.append(sheet);
    },
    [host, place] as const,
  );
}

interface Picture {
  data: Buffer;
  width: number;
  height: number;
}

async function photograph(page: Page): Promise<Picture> {
  const dialog = await page.locator('dialog[open]').count();
  const box = await page.locator(dialog > 0 ? 'dialog[open]' : '#room').boundingBox();
  if (!box) throw new Error('nothing is there');
  const shot = await page.screenshot({
    animations: 'disabled',
    caret: 'hide',
    fullPage: dialog === 0,
    clip: box,
  });
  const { data, info } = await sharp(shot)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** The share of pixels that differ; what only one of the pictures has differs. */
export function compare(one: Picture, other: Picture): number {
  const width = Math.min(one.width, other.width);
  const height = Math.min(one.height, other.height);
  const whole = Math.max(one.width, other.width) * Math.max(one.height, other.height);
  let different = whole - width * height;
  for (let y = 0; y < height; y++) {
    const a = one.data.subarray(y * one.width * 3, (y * one.width + width) * 3);
    const b = other.data.subarray(y * other.width * 3, (y * other.width + width) * 3);
    if (a.equals(b)) continue;
    for (let x = 0; x < width * 3; x += 3)
      if (apart(a, b, x) || apart(a, b, x + 1) || apart(a, b, x + 2)) different += 1;
  }
  return different / whole;
}

const apart = (a: Buffer, b: Buffer, at: number): boolean =>
  Math.abs((a[at] ?? 0) - (b[at] ?? 0)) > tolerance;

/** How to look. */
export interface LookOptions {
  /** Where the host's sheet stands to ours. Default: both, one after the other; what differs more counts. */
  places?: readonly ('before' | 'after')[];
  /** Called when a host's sheet is in the page, for example to keep a picture. */
  keep?: (name: string, page: Page) => Promise<void>;
}

/** Looks at the scene on a bare page and beside the sheet of each host. */
export async function compareHosts(
  room: Room,
  scene: Scene,
  { places = ['before', 'after'], keep }: LookOptions = {},
): Promise<Difference[]> {
  const whileLoading = scene.query['latency'] !== undefined;
  const page = await room.open({ query: { ...scene.query, scheme: 'light' }, whileLoading });
  try {
    await page.locator('#room').evaluate(
      (it, pinned) => {
        it.style.cssText += pinned;
      },
      `;${seeds.join(';')}`,
    );
    await play(page, scene);
    const bare = await photograph(page);
    const differences: Difference[] = [];
    for (const host of hosts) {
      const shares: number[] = [];
      for (const place of places) {
        await furnish(page, host, place);
        shares.push(compare(bare, await photograph(page)));
        await keep?.(`${scene.name}-${host}-${place}`, page);
      }
      differences.push({ scene: scene.name, host, share: Math.max(...shares) });
    }
    return differences;
  } finally {
    await page.context().close();
  }
}
