import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { chromium } from 'playwright';
import type { Browser, Page } from 'playwright';
import sharp from 'sharp';

import { chromiumArgs, findChromium } from '../../../scripts/browser.ts';
import type { Watched } from '../../../test/isolation/layout-shift.ts';
import { watchShifts } from '../../../test/isolation/layout-shift.ts';
import { openRoom } from '../../../test/isolation/open-room.ts';
import type { Room } from '../../../test/isolation/open-room.ts';
import { linkPackage, packageForm } from '../../package.ts';
import { buildPage, gzipKilobytes } from '../../page.ts';
import { today } from './answers.ts';
import { readFocus, readLooks } from './measure.ts';
import type { PageOptions } from './open-peer.ts';
import { buildPeer, installPeers, openPeer, peers } from './open-peer.ts';
import type { Peer } from './open-peer.ts';

// Renders the peers beside the package, takes the pictures of docs/comparison.md and prints its numbers:
// node bench/looks/peers/compare.ts

const pictures = join(import.meta.dirname, '../../../docs/pictures/comparison');
const tall = 4200;

/** Opens the settings page of one of those that are compared. */
type Open = (options: PageOptions) => Promise<Page>;

/** Waits until what came from the network is shown, and has stopped moving. */
async function calm(page: Page, delay = 0): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(delay + 800);
}

async function takePicture(open: Open, name: string): Promise<void> {
  for (const [width, height] of [
    [1000, 1400],
    [320, 1400],
  ] as const)
    for (const scheme of ['light', 'dark'] as const) {
      const page = await open({ scheme, width, height });
      await calm(page);
      const shot = await page.screenshot({ animations: 'disabled' });
      const file = join(pictures, `${name}-${width}-${scheme}.webp`);
      await sharp(shot).webp({ quality: 80, effort: 6 }).toFile(file);
      await page.context().close();
    }
}

const round = (value: number, digits = 2): string => value.toFixed(digits);

async function measure(open: Open): Promise<Record<string, string>> {
  const lines: Record<string, string> = {};
  for (const scheme of ['light', 'dark'] as const) {
    const page = await open({ scheme, width: 1000, height: 1400 });
    await calm(page);
    const { text, fields, targets } = await page.evaluate(readLooks);
    lines[`text below 4.5:1, ${scheme}`] =
      `${text.low} of ${text.of}, least ${round(text.least)} (“${text.example}”)`;
    lines[`edges of fields below 3:1, ${scheme}`] =
      fields.of === 0 ? 'no field' : `${fields.low} of ${fields.of}, least ${round(fields.least)}`;
    lines['targets'] =
      `${targets.below24} below 24 px, ${targets.below44} below 44 px, of ${targets.of}; smallest ${round(targets.smallest, 0)} px`;
    const focus = await readFocus(page);
    const weak = focus.filter(({ thickness, contrast }) => thickness < 1 || contrast < 3).length;
    lines[`focus weaker than 1 px at 3:1, ${scheme}`] = `${weak} of ${focus.length}`;
    await page.context().close();
  }
  const narrow = await open({ scheme: 'light', width: 320, height: tall });
  await calm(narrow);
  const { cutOff } = await narrow.evaluate(readLooks);
  const wide = await narrow.evaluate(() => document.documentElement.scrollWidth);
  lines['320 px'] = `page ${wide} px wide, ${cutOff} parts reach beyond the edge`;
  await narrow.context().close();
  for (const width of [1000, 320]) {
    const page = await open({
      scheme: 'light',
      width,
      height: tall,
      delay: 300,
      before: watchShifts,
    });
    await calm(page, 1500);
    const { score } = await page.evaluate(
      () => (globalThis as unknown as { shifts: Watched }).shifts,
    );
    lines[`layout shift while loading, ${width} px`] = round(score, 4);
    await page.context().close();
  }
  return lines;
}

/** JS without React and CSS, gzip, in kB. */
async function weighPeer(peer: Peer): Promise<string> {
  const files = await buildPeer(peer, true);
  const scripts = files.flatMap((file) => (file.type === 'chunk' ? [file.code] : []));
  const sheets = files.flatMap((file) =>
    file.type === 'asset' && file.fileName.endsWith('.css') ? [file.source] : [],
  );
  return `${round(gzipKilobytes(scripts), 1)} kB JS, ${round(gzipKilobytes(sheets), 1)} kB CSS`;
}

async function weighOurs(): Promise<string> {
  const { initial, lazy, assets } = await buildPage('settings.html', [
    'react',
    'react-dom',
    'scheduler',
  ]);
  const [now, later] = [initial, lazy].map((chunks) =>
    gzipKilobytes(chunks.map(({ code }) => code)),
  );
  const sheets = assets.filter(({ fileName }) => fileName.endsWith('.css'));
  const css = gzipKilobytes(sheets.map(({ source }) => source));
  return `${round(now ?? 0, 1)} kB JS + ${round(later ?? 0, 1)} kB when needed, ${round(css, 1)} kB CSS`;
}

function openOurs(room: Room): Open {
  return async ({ scheme, width, height, delay, before }) =>
    room.open({
      query: { component: 'AccountSettings', scheme, latency: String(delay ?? 0) },
      width,
      height,
      whileLoading: delay !== undefined,
      ...(before ? { before } : {}),
      now: today,
    });
}

async function run(browser: Browser, room: Room): Promise<void> {
  const show = async (name: string, open: Open, weigh: () => Promise<string>): Promise<void> => {
    await takePicture(open, name);
    console.log(`\n${name}`);
    for (const [what, value] of Object.entries({ ...(await measure(open)), bytes: await weigh() }))
      console.log(`  ${what.padEnd(40)} ${value}`);
  };
  await show('selvedge', openOurs(room), weighOurs);
  for (const peer of Object.keys(peers) as Peer[]) {
    const files = await buildPeer(peer);
    await show(
      peer,
      (options) => openPeer(browser, peer, files, options),
      () => weighPeer(peer),
    );
  }
}

await linkPackage();
installPeers();
mkdirSync(pictures, { recursive: true });
const executablePath = findChromium();
const browser = await chromium.launch({
  args: [...chromiumArgs],
  ...(executablePath === undefined ? {} : { executablePath }),
});
const room = await openRoom(packageForm().name === 'sources' ? 'sources' : 'built');
try {
  await run(browser, room);
} finally {
  await room.close();
  await browser.close();
}
