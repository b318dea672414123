import { chromium } from 'playwright';
import type { Browser, CDPSession, Page } from 'playwright';

import { chromiumArgs, findChromium } from '../scripts/browser.ts';
import { recordedName } from './browser/account.ts';
import { cropOnce, photograph } from './browser/picture.ts';
import { servePages } from './browser/serve.ts';
import { keystrokeMilliseconds, traceMainThread } from './browser/trace.ts';
import { median, note, quantile, ratios, reason, report } from './figure.ts';
import { buildPage } from './page.ts';
import type { BuiltPage } from './page.ts';

const loads = 41;
const typingRounds = 7;
const keysPerRound = 40;
const throttle = 4;
const crops = 5;
const patienceMilliseconds = 15_000;

/** A page of its own in a fresh profile, slowed down by the processor throttle. */
async function openSlow(browser: Browser): Promise<{ page: Page; cdp: CDPSession }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  // A page that breaks would be measured as a quick one.
  page.on('pageerror', (error) => {
    throw error;
  });
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  return { page, cdp };
}

/** Runs in the page: notes the first frame in which a field that can be typed in shows the wanted text. */
function watchUsable(wanted: string): void {
  const look = (): void => {
    for (const input of document.querySelectorAll('input')) {
      if (input.value === wanted && !input.matches(':disabled') && !input.readOnly) {
        performance.mark('usable');
        return;
      }
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function loadOnce(browser: Browser, url: string): Promise<number> {
  const { page } = await openSlow(browser);
  try {
    await page.addInitScript(watchUsable, recordedName);
    await page.goto(url, { waitUntil: 'commit' });
    const measured = await page.waitForFunction(
      () => performance.getEntriesByName('usable')[0]?.startTime,
      undefined,
      { polling: 200, timeout: patienceMilliseconds },
    );
    const usableAt = Number(await measured.jsonValue());
    const startAt = await page.evaluate(
      () => performance.getEntriesByName('start')[0]?.startTime ?? Number.NaN,
    );
    return usableAt - startAt;
  } finally {
    await page.context().close();
  }
}

async function typeOnce(browser: Browser, url: string): Promise<number[]> {
  const { page } = await openSlow(browser);
  try {
    await page.addInitScript(watchUsable, recordedName);
    await page.goto(url);
    await page.waitForFunction(() => performance.getEntriesByName('usable').length > 0, undefined, {
      polling: 200,
      timeout: patienceMilliseconds,
    });
    const field = await page.evaluateHandle(
      (wanted) => [...document.querySelectorAll('input')].find(({ value }) => value === wanted),
      recordedName,
    );
    const input = field.asElement();
    if (!input) throw new Error('the field that was usable is gone');
    await input.focus();
    await page.keyboard.press('End');
    const trace = await traceMainThread(browser, page, async () => {
      for (let key = 0; key < keysPerRound; key += 1) {
        await page.keyboard.press('a');
        await page.waitForTimeout(60);
      }
    });
    const typed = await input.inputValue();
    if (typed !== recordedName + 'a'.repeat(keysPerRound)) throw new Error(`typed "${typed}"`);
    const keystrokes = keystrokeMilliseconds(trace);
    if (keystrokes.length !== keysPerRound) throw new Error(`traced ${keystrokes.length} keydowns`);
    return keystrokes;
  } finally {
    await page.context().close();
  }
}

interface Compared {
  ours: number[];
  floor: number[];
}

/** Takes turns between ours and the floor, so that a slow moment of the machine meets both. */
async function takeTurns<Value>(
  rounds: number,
  ours: (() => Promise<Value>) | null,
  floor: () => Promise<Value>,
): Promise<{ ours: Value[]; floor: Value[] }> {
  const values: { ours: Value[]; floor: Value[] } = { ours: [], floor: [] };
  // The first turn fills the caches of the browser and of the compiler, and is thrown away.
  for (let round = -1; round < rounds; round += 1) {
    const turn: Partial<Record<keyof typeof values, Value>> = {};
    // Who goes first changes with each round.
    if (ours && round % 2 === 0) turn.ours = await ours();
    turn.floor = await floor();
    if (ours && round % 2 !== 0) turn.ours = await ours();
    if (round < 0) continue;
    if (turn.ours !== undefined) values.ours.push(turn.ours);
    values.floor.push(turn.floor);
  }
  return values;
}

function compare(name: string, atMost: number, { ours, floor }: Compared, missing: string): void {
  const detail = `${median(ours).toFixed(1)} ms : ${median(floor).toFixed(1)} ms`;
  report({
    name,
    value: ours.length > 0 ? median(ratios(ours, floor)) : null,
    unit: '×',
    bar: { atMost },
    detail: ours.length > 0 ? detail : missing,
  });
}

/** Builds a page that needs the package; without it, says why. */
async function buildOurs(html: string): Promise<{ page: BuiltPage | null; missing: string }> {
  try {
    return { page: await buildPage(html), missing: '' };
  } catch (error) {
    return { page: null, missing: reason(error) };
  }
}

async function measureLoads(chrome: Browser, origin: string, missing: string): Promise<void> {
  const { ours, floor } = await takeTurns(
    loads,
    missing ? null : () => loadOnce(chrome, `${origin}/settings.html`),
    () => loadOnce(chrome, `${origin}/floor.html`),
  );
  note('bare React form: script start to usable', median(floor), 'ms');
  compare('script start to a usable settings page', 1.4, { ours, floor }, missing);
}

async function measureTyping(chrome: Browser, origin: string, missing: string): Promise<void> {
  const { ours, floor } = await takeTurns(
    typingRounds,
    missing ? null : () => typeOnce(chrome, `${origin}/settings.html`),
    () => typeOnce(chrome, `${origin}/input.html`),
  );
  const p95 = (rounds: number[][]): number[] => rounds.map((keys) => quantile(keys, 0.95));
  note('bare React input: keystroke, median', median(floor.flat()), 'ms');
  if (ours.length > 0) note('profile form: keystroke, median', median(ours.flat()), 'ms');
  compare(
    'main-thread time of a keystroke in the profile form, p95',
    1.3,
    { ours: p95(ours), floor: p95(floor) },
    missing,
  );
}

async function measureCrops(chrome: Browser, origin: string, missing: string): Promise<void> {
  const photo = await photograph();
  const { ours, floor } = await takeTurns(
    crops,
    missing ? null : () => cropOnce(chrome, `${origin}/picture.html`, photo),
    () => cropOnce(chrome, `${origin}/usual-picture.html`, photo),
  );
  const longest = (all: typeof ours): number =>
    median(all.map(({ longestTaskMilliseconds }) => longestTaskMilliseconds));
  note('usual canvas recipe: longest task of a 12-megapixel crop', longest(floor), 'ms');
  const [first] = ours;
  report({
    name: 'longest main-thread task of a 12-megapixel crop',
    value: first ? longest(ours) : null,
    unit: 'ms',
    bar: { atMost: 50 },
    detail: first
      ? `${median(ours.map(({ totalMilliseconds }) => totalMilliseconds)).toFixed(0)} ms in all, ${first.width} × ${first.height} px, ${(first.bytes / 1000).toFixed(0)} kB from ${(photo.length / 1e6).toFixed(1)} MB`
      : missing,
  });
}

/** Measures the settings page in Chromium beside bare React pages and prints its figures. */
export async function measureBrowser(): Promise<void> {
  const settings = await buildOurs('settings.html');
  const picture = await buildOurs('picture.html');
  const floors = await Promise.all(
    ['floor.html', 'input.html', 'usual-picture.html'].map((html) => buildPage(html)),
  );
  const built = [settings.page, picture.page, ...floors].filter((page) => page !== null);
  const pages = await servePages(built);
  const executablePath = findChromium();
  const chrome = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [...chromiumArgs],
  });
  try {
    console.log(
      `browser: Chromium ${chrome.version()}, ${throttle}× throttle, ${loads} loads, ${typingRounds} × ${keysPerRound} keys, ${crops} crops`,
    );
    await measureLoads(chrome, pages.origin, settings.missing);
    await measureTyping(chrome, pages.origin, settings.missing);
    await measureCrops(chrome, pages.origin, picture.missing);
  } finally {
    await chrome.close();
    pages.stop();
  }
}
