import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openRoom } from '../test/isolation/open-room.ts';
import type { ContrastCount } from '../test/support/contrast-page.ts';
import { compareColours, paintTokens } from './engines/colours.ts';
import type { Painted } from './engines/colours.ts';
import { within } from './engines/engine.ts';
import type { Engine, EngineKind } from './engines/engine.ts';
import { firefox } from './engines/firefox.ts';
import { webkit } from './engines/webkit.ts';
import { report } from './figure.ts';
import { buildStorybook, keepEndings, serve } from './looks/axe.ts';
import type { Finished } from './looks/axe.ts';
import { packageForm } from './package.ts';

const none = { atMost: 0 };
const patienceMilliseconds = 60_000;

/** What is varied, over how many steps a side of the cube. */
const seeds = [
  { name: '216 brand colours', steps: 6, varied: ['brand'] },
  // Not in the theme of high contrast: on a middle grey nothing reaches 7:1.
  { name: '216 surfaces', steps: 6, varied: ['surface'], themes: ['neutral', 'soft', 'sharp'] },
  {
    name: '64 colours as every seed but surface',
    steps: 4,
    varied: ['brand', 'danger', 'success', 'warning'],
  },
];

/** Runs in the page beside `keepEndings`: what goes wrong outside of what a story plays. */
function keepErrors(): void {
  const errors: string[] = [];
  const keep = (error: unknown): void => {
    errors.push(String(error instanceof Error ? error.message : error).slice(0, 200));
  };
  window.addEventListener('error', (event) => keep(event.error ?? event.message));
  window.addEventListener('unhandledrejection', (event) => keep(event.reason));
  console.error = (...parts) => parts.forEach(keep);
  Object.assign(window, { keptErrors: errors });
}

/** Runs in the page: WebKitGTK has no passkeys, and stories put their own answers in the place of the browser's. */
function standInForPasskeys(): void {
  if ('credentials' in navigator) return;
  const nothing = (): Promise<null> => Promise.resolve(null);
  Object.defineProperty(navigator, 'credentials', { value: { create: nothing, get: nothing } });
  Object.assign(window, { PublicKeyCredential: nothing });
}

async function countFailures(
  engine: Engine,
  { steps, varied, themes = ['neutral', 'soft', 'sharp', 'contrast'] }: (typeof seeds)[number],
): Promise<{ value: number; detail: string }> {
  const options = { varied: varied.map((name) => `--selvedge-${name}`) };
  const counts = await engine.run<ContrastCount[]>(`
    const { colorCube, countContrastFailures } = await loadContrast();
    const colors = colorCube(${steps});
    return ${JSON.stringify(themes)}.flatMap((theme) => ['light', 'dark'].map((scheme) =>
      countContrastFailures({ ...${JSON.stringify(options)}, theme, scheme, colors,
        ...(theme === 'contrast' ? { least: { text: 7, edge: 4.5 } } : {}) })));`);
  const sum = (key: 'failed' | 'checked'): number =>
    counts.reduce((total, count) => total + count[key], 0);
  const [example] = counts.flatMap(({ examples }) => examples);
  return {
    value: sum('failed'),
    detail:
      example ??
      `${sum('checked').toLocaleString('en')} pairs, ${themes.length} themes, light and dark`,
  };
}

/** What went wrong in a story: what it threw, what axe found, what the console and the page had to say. */
async function playStory(engine: Engine, origin: string, story: string): Promise<string[]> {
  await engine.open(`${origin}/iframe.html?id=${story}&viewMode=story`);
  const until = Date.now() + patienceMilliseconds;
  for (;;) {
    const { ended, errors } = await engine.run<{ ended: Finished | null; errors: string[] }>(
      `return { ended: window.endedStories?.['${story}'] ?? null, errors: window.keptErrors };`,
    );
    if (ended) {
      const found = (ended.violations ?? []).map(({ id }) => `axe: ${id}`);
      return [...(ended.thrown === null ? [] : [ended.thrown]), ...found, ...errors];
    }
    if (Date.now() > until) return ['never ended', ...errors];
    await sleep(100);
  }
}

/** Plays them one after the other, in another browser after one that did not answer any more. */
async function playStories(
  kind: EngineKind,
  origin: string,
  stories: readonly string[],
): Promise<{ value: number; detail: string }> {
  const failed: string[] = [];
  let engine = await kind.start();
  const play = async (story: string): Promise<string[]> => {
    try {
      return await within(playStory(engine, origin, story), 2 * patienceMilliseconds);
    } catch (error) {
      await engine.close();
      engine = await kind.start();
      return [String(error)];
    }
  };
  try {
    for (const story of stories) {
      let wrong = await play(story);
      if (wrong.length > 0) wrong = await play(story);
      if (wrong.length > 0) failed.push(`${story}: ${wrong[0]}`);
    }
  } finally {
    await engine.close();
  }
  for (const line of failed) console.log(line);
  return { value: failed.length, detail: failed[0] ?? `${stories.length} stories` };
}

/**
 * Measures in Firefox and in WebKit, where they are installed, what the other parts measure in Chromium alone: the colours
 * that the sheet derives, and whether every story can be played. An engine that is not there misses no bar.
 */
export async function measureEngines(): Promise<void> {
  const kinds = [firefox, webkit].filter((kind) => {
    const missing = kind.missing();
    if (missing !== undefined) console.log(`${kind.name}: not installed: ${missing}`);
    return missing === undefined;
  });
  if (kinds.length === 0) return;
  const room = await openRoom(packageForm().name === 'sources' ? 'sources' : 'built');
  const storybook = mkdtempSync(join(tmpdir(), 'selvedge-storybook-'));
  const atRoom = await serve(room.folder);
  const atStories = await serve(
    storybook,
    [standInForPasskeys, keepErrors, keepEndings].map((act) => `(${String(act)})();`).join(''),
  );
  try {
    const page = await room.open({ query: { component: 'ProfileForm' } });
    const reference = (await page.evaluate(`(async () => {${paintTokens}})()`)) as Painted;
    const stories = buildStorybook(storybook);
    for (const kind of kinds) {
      const engine = await kind.start();
      const name = `${kind.name} ${engine.version}`;
      try {
        await engine.open(`${atRoom.origin}/room.html?component=ProfileForm`);
        for (const seed of seeds) {
          const found = await countFailures(engine, seed);
          report({ name: `${name}: contrast, ${seed.name}`, unit: '', bar: none, ...found });
        }
        report({
          name: `${name}: largest difference to Chromium's`,
          unit: '/ 255',
          // Where Firefox rounds an alpha, a colour moves by a few steps; more would be another colour.
          bar: { atMost: 8 },
          ...compareColours(reference, await engine.run<Painted>(paintTokens)),
        });
      } finally {
        await engine.close();
      }
      const found = await playStories(kind, atStories.origin, stories);
      report({ name: `${name}: stories with an error`, unit: '', bar: none, ...found });
    }
  } finally {
    atRoom.stop();
    atStories.stop();
    await room.close();
    rmSync(storybook, { recursive: true, force: true });
  }
}
