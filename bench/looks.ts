import { components } from '../test/isolation/components.ts';
import { findHostChanges } from '../test/isolation/host-page.ts';
import { measureShift } from '../test/isolation/layout-shift.ts';
import type { ComponentName } from '../test/isolation/components.ts';
import type { Shift } from '../test/isolation/layout-shift.ts';
import { openRoom } from '../test/isolation/open-room.ts';
import type { Room } from '../test/isolation/open-room.ts';
import { compareHosts, hosts } from '../test/isolation/pixels.ts';
import type { Difference } from '../test/isolation/pixels.ts';
import { scenes } from '../test/isolation/scenes.ts';
import { note, reason, report } from './figure.ts';
import type { Figure } from './figure.ts';
import { countAxeViolations } from './looks/axe.ts';
import { measureContrast } from './looks/contrast.ts';
import { measureLocaleCost } from './looks/locale-cost.ts';
import { checkWords } from './looks/words.ts';
import { packageForm } from './package.ts';
import { buildPage, gzipKilobytes } from './page.ts';

/** Prints a figure, or why it could not be measured, and goes on to the next. */
async function figure(
  head: Omit<Figure, 'value' | 'detail'>,
  measure: () => Promise<{ value: number; detail: string }>,
): Promise<void> {
  try {
    report({ ...head, ...(await measure()) });
  } catch (error) {
    report({ ...head, value: null, detail: reason(error).replace('not built: ', '') });
  }
}

const first = (all: readonly string[], none: string): string =>
  all.length === 0 ? none : `${all.slice(0, 4).join(', ')}${all.length > 4 ? ' …' : ''}`;

async function countAxe(): Promise<{ value: number; detail: string }> {
  const { violations, detail } = await countAxeViolations();
  return { value: violations, detail };
}

async function countWords(): Promise<{ value: number; detail: string }> {
  const { languages, sentences, missing, unused } = await checkWords();
  const wrong = [...missing, ...unused.map((path) => `${path} is not used`)];
  const seen = `${sentences} sentences in ${languages} languages`;
  return { value: wrong.length, detail: first(wrong, seen) };
}

async function measureSheet(): Promise<{ value: number; detail: string }> {
  const { assets } = await buildPage('settings.html');
  const sheets = assets.filter(({ fileName }) => fileName.endsWith('.css'));
  if (sheets.length === 0) throw new Error('the page has no sheet');
  return { value: gzipKilobytes(sheets.map(({ source }) => source)), detail: packageForm().name };
}

async function countLocales(): Promise<{ value: number; detail: string }> {
  const { early, earlyBytes, lazy, calls } = await measureLocaleCost();
  if (lazy.languages === 0) throw new Error('no language was found in the lazy scripts');
  note('calls that load 21 more languages, initial JS (gzip)', calls, 'kB');
  const waiting = `${lazy.languages} wait in scripts of their own, the largest ${lazy.largest.toFixed(1)} kB`;
  return { value: earlyBytes / 1000, detail: first(early, waiting) };
}

async function compareAll(room: Room): Promise<{ value: number; detail: string }> {
  const all: Difference[] = [];
  for (const scene of scenes) all.push(...(await compareHosts(room, scene)));
  const worst = all.toSorted((one, other) => other.share - one.share);
  const over = worst.filter(({ share }) => share > 0.001);
  const percent = ({ scene, host, share }: Difference): string =>
    `${scene} on ${host} ${(share * 100).toFixed(2)} %`;
  return {
    value: (worst[0]?.share ?? Number.NaN) * 100,
    detail: first(over.map(percent), `${scenes.length} scenes × ${hosts.length} hosts × 2 orders`),
  };
}

async function countHostChanges(room: Room): Promise<{ value: number; detail: string }> {
  const changes = Object.values(await findHostChanges(room, ['none', ...hosts])).flat();
  return { value: changes.length, detail: first(changes, `${hosts.length + 1} hosts`) };
}

const widths = [1000, 320];

async function addShifts(room: Room): Promise<{ value: number; detail: string }> {
  const all: Shift[] = [];
  let footers = 0;
  for (const component of Object.keys(components) as ComponentName[])
    for (const width of widths) {
      all.push(await measureShift(room, component, width));
      footers = Math.max(footers, (await measureShift(room, component, width, true)).score);
    }
  note("largest shift of a host's footer below a component", footers, '');
  const moved = all.filter(({ score }) => score > 0);
  const name = ({ component, width, score }: Shift): string =>
    `${component} at ${width} px ${score.toFixed(4)}`;
  return {
    value: all.reduce((sum, { score }) => sum + score, 0),
    detail: first(
      moved.map(name),
      `${Object.keys(components).length} components × ${widths.join(' and ')} px`,
    ),
  };
}

/** Measures how the package looks: contrast, words, weight, and how it gets on with its hosts. */
export async function measureLooks(): Promise<void> {
  const none = { atMost: 0 };
  const { name } = packageForm();
  const room = await openRoom(name === 'sources' ? 'sources' : 'built');
  try {
    await figure(
      { name: 'contrast failures, 5,832 brand colours × light, dark', unit: '', bar: none },
      () => measureContrast(room),
    );
    await figure({ name: 'sentences that are missing or unused', unit: '', bar: none }, countWords);
    await figure({ name: 'own CSS (gzip)', unit: 'kB', bar: { atMost: 9 } }, measureSheet);
    await figure(
      { name: 'other languages in the initial JS, when not used', unit: 'kB', bar: none },
      countLocales,
    );
    await figure(
      {
        name: "largest difference between a bare and a host's page",
        unit: '%',
        bar: { atMost: 0.1 },
      },
      () => compareAll(room),
    );
    await figure(
      { name: "values of a host's page that our sheet changes", unit: '', bar: none },
      () => countHostChanges(room),
    );
    await figure({ name: 'layout shift from loading to loaded', unit: '', bar: none }, () =>
      addShifts(room),
    );
  } finally {
    await room.close();
  }
  // Last, because it goes through all stories: minutes.
  await figure(
    {
      name: 'axe violations, all stories × light, dark, rtl, forced colours',
      unit: '',
      bar: none,
    },
    countAxe,
  );
}
