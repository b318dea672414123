import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { chromium } from 'playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { chromiumArgs, findChromium } from '../../scripts/browser.ts';
import { programs, root, runNode } from '../../scripts/steps.ts';

/** How every story is looked at: what the toolbar says, and what the browser does. */
const variants: readonly { name: string; globals: string; context: BrowserContextOptions }[] = [
  { name: 'light', globals: 'scheme:light', context: { colorScheme: 'light' } },
  { name: 'dark', globals: 'scheme:dark', context: { colorScheme: 'dark' } },
  { name: 'rtl', globals: 'direction:rtl', context: {} },
  { name: 'forced colours', globals: 'scheme:light', context: { forcedColors: 'active' } },
];
const pagesAtOnce = 2;
const patienceMilliseconds = 90_000;
const folder = join(root, '.cache/looks');
// Of this process alone, so that two may measure at once.
const built = join(folder, `storybook-${process.pid}`);

/** What the page says when a story has come to its end. */
export interface Finished {
  storyId: string;
  violations: { id: string; nodes: { html: string }[] }[] | null;
  thrown: string | null;
}

/** The same with the variant that the story was shown in. */
type Ended = Finished & { variant: string };

const isWell = (ended: Finished | null): boolean =>
  ended !== null && ended.thrown === null && ended.violations !== null;

interface Storybook {
  entries: Record<string, { id: string; type: string; tags?: string[] }>;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

/**
 * Serves the files of a folder on a free port.
 *
 * @param script stands in front of everything in every page of it
 */
export async function serve(
  folderOfPages: string,
  script = '',
): Promise<{ origin: string; stop: () => void }> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(folderOfPages, path);
    if (!existsSync(file) || !extname(file)) return void response.writeHead(404).end();
    response.setHeader('Content-Type', contentTypes[extname(file)] ?? 'application/octet-stream');
    const body = readFileSync(file);
    if (extname(file) !== '.html' || script === '') return void response.end(body);
    response.end(String(body).replace('<head>', () => `<head><script>${script}</script>`));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Runs in the page, in front of everything: keeps how each story ended, by its id, in the global `endedStories`. */
export function keepEndings(): void {
  interface Channel {
    on: (event: string, listener: (payload: never) => void) => void;
  }
  const ended: Record<string, Finished> = {};
  let channel: Channel | undefined;
  let thrown: string | null = null;
  const listen = (given: Channel): void => {
    given.on('playFunctionThrewException', (error: { message?: string }) => {
      thrown = error.message ?? 'thrown';
    });
    given.on(
      'storyFinished',
      (payload: {
        storyId: string;
        reporters: { type: string; result?: { violations?: Finished['violations'] } }[];
      }) => {
        const { storyId, reporters } = payload;
        const report = reporters.find(({ type }) => type === 'a11y');
        ended[storyId] = { storyId, violations: report?.result?.violations ?? null, thrown };
        thrown = null;
      },
    );
  };
  Object.assign(window, { endedStories: ended });
  Object.defineProperty(window, '__STORYBOOK_ADDONS_CHANNEL__', {
    configurable: true,
    get: () => channel,
    set: (given: Channel) => {
      channel = given;
      listen(given);
    },
  });
}

/**
 * Runs in a page with forced colours: axe reads the colour of text from a property that tells the author's there, and not
 * the one that is painted.
 */
function tellForcedColours(): void {
  const { getPropertyValue } = CSSStyleDeclaration.prototype;
  CSSStyleDeclaration.prototype.getPropertyValue = function tell(name) {
    return getPropertyValue.call(this, name === '-webkit-text-fill-color' ? 'color' : name);
  };
}

/** Builds the whole Storybook into the folder; what comes back are the ids of the stories in its sidebar. */
export function buildStorybook(into: string): string[] {
  const build = [programs.storybook, 'build', '--output-dir', into, '--quiet'];
  if (!runNode(build, 'ignore')) throw new Error('Storybook could not be built');
  const index = JSON.parse(readFileSync(join(into, 'index.json'), 'utf8')) as Storybook;
  return (
    Object.values(index.entries)
      // Those that are not in the sidebar are tests of Storybook itself, and expect what they chose.
      .filter(({ type, tags }) => type === 'story' && tags?.includes('dev'))
      .map(({ id }) => id)
  );
}

/** Shows one story on a page that may show another one already, and waits for its end. */
async function finish(page: Page, story: string): Promise<Finished> {
  await page.evaluate((storyId) => {
    const { endedStories, __STORYBOOK_ADDONS_CHANNEL__: channel } = window as unknown as {
      endedStories: Record<string, unknown>;
      __STORYBOOK_ADDONS_CHANNEL__: { emit: (event: string, payload: object) => void };
    };
    if (endedStories[storyId] === undefined)
      channel.emit('setCurrentStory', { storyId, viewMode: 'story' });
  }, story);
  const ended = await page.waitForFunction(
    (storyId) =>
      (window as unknown as { endedStories: Record<string, Finished> }).endedStories[storyId],
    story,
    { polling: 50, timeout: patienceMilliseconds },
  );
  return (await ended.jsonValue()) as Finished;
}

async function look(
  browser: Browser,
  origin: string,
  variant: (typeof variants)[number],
  stories: readonly string[],
): Promise<Ended[]> {
  const context = await browser.newContext({
    ...variant.context,
    viewport: { width: 1200, height: 900 },
  });
  await context.addInitScript(keepEndings);
  if (variant.context.forcedColors === 'active') await context.addInitScript(tellForcedColours);
  const found: Ended[] = [];
  let page: Page | null = null;
  for (const story of stories) {
    let ended: Finished | null = null;
    // Once more from the beginning, on a page of its own, for what a busy machine was too slow for.
    for (let again = 0; again < 2 && !isWell(ended); again++) {
      if (again > 0) {
        await page?.close();
        page = null;
      }
      try {
        if (page === null) {
          page = await context.newPage();
          const query = `id=${story}&viewMode=story&globals=${variant.globals}`;
          await page.goto(`${origin}/iframe.html?${query}`);
        }
        ended = await finish(page, story);
      } catch (error) {
        ended = { storyId: story, violations: null, thrown: String(error) };
      }
    }
    if (ended) found.push({ ...ended, variant: variant.name });
  }
  await context.close();
  return found;
}

/**
 * Runs axe over every story of the built Storybook, in light, dark, right to left and in forced colours, after what the
 * story does is done. The rules are those of the stories' own tests. Everything that was found is kept in
 * `.cache/looks/axe.json`.
 *
 * @throws when a story could not be shown or played: nobody would know what it looks like
 */
export async function countAxeViolations(): Promise<{ violations: number; detail: string }> {
  mkdirSync(folder, { recursive: true });
  const stories = buildStorybook(built);
  const executablePath = findChromium();
  const browser = await chromium.launch({
    args: [...chromiumArgs],
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  const { origin, stop } = await serve(built);
  try {
    const half = Math.ceil(stories.length / 2);
    const parts = [stories.slice(0, half), stories.slice(half)];
    const waiting = variants.flatMap((variant) => parts.map((part) => ({ variant, part })));
    const found: Ended[] = [];
    const work = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        found.push(...(await look(browser, origin, next.variant, next.part)));
      }
    };
    await Promise.all(Array.from({ length: pagesAtOnce }, work));
    const name = ({ storyId, variant }: Ended): string => `${storyId} (${variant})`;
    const violations = found.flatMap((ended) =>
      (ended.violations ?? []).map(({ id, nodes }) => ({
        rule: id,
        story: name(ended),
        elements: nodes.map(({ html }) => html.slice(0, 160)),
      })),
    );
    const failed = found
      .filter((ended) => !isWell(ended))
      .map((ended) => `${name(ended)}: ${(ended.thrown ?? 'axe did not run').slice(0, 160)}`);
    writeFileSync(join(folder, 'axe.json'), JSON.stringify({ violations, failed }, null, 2));
    if (failed.length > 0) {
      throw new Error(`${failed.length} stories could not be looked at, such as ${failed[0]}`);
    }
    const worst = violations.map(({ rule, story }) => `${rule} in ${story}`);
    const looked = `${stories.length} stories × ${variants.map((one) => one.name).join(', ')}`;
    return {
      violations: violations.length,
      detail: worst.length === 0 ? looked : `${worst.slice(0, 3).join(', ')} …`,
    };
  } finally {
    await browser.close();
    stop();
    rmSync(built, { recursive: true, force: true });
  }
}
