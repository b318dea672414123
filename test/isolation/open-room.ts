import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { chromium } from 'playwright';
import type { Page } from 'playwright';
import { chromiumArgs, findChromium } from '../../scripts/browser.ts';
import { programs, root } from '../../scripts/steps.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** How a page of the room is opened. */
export interface RoomOptions {
  /** What the room's script reads from the address: component, person, latency in milliseconds, scheme. */
  query: Readonly<Record<string, string>>;
  /** CSS px. Default 760. */
  width?: number;
  /** CSS px. Default 1,000. */
  height?: number;
  /** Runs in the page before all scripts. */
  before?: () => void;
  /** An instant at which the page's clock stands still. Default: the clock goes. */
  now?: string;
  /** Whether to come back as soon as something is there, and not only when all is. Default false. */
  whileLoading?: boolean;
}

/** A page with one component on a memory backend, built and served without a network. */
export interface Room {
  /** Where the built page is: `room.html` and what it loads. */
  folder: string;
  /** Opens it and waits until nothing is on its way any more, unless told otherwise. */
  open(options: RoomOptions): Promise<Page>;
  close(): Promise<void>;
}

/**
 * Builds the room and starts a browser.
 *
 * @param form the package as it is published, or its sources
 */
export async function openRoom(form: 'sources' | 'built' = 'sources'): Promise<Room> {
  const folder = mkdtempSync(join(tmpdir(), 'selvedge-room-'));
  const config = join(import.meta.dirname, 'vite.config.ts');
  const out = ['--outDir', folder, '--emptyOutDir', 'true', '--logLevel', 'error'];
  // In a process of its own: Vitest's says that it is for tests, and React would be built for development.
  execFileSync(process.execPath, [programs.vite, 'build', '--config', config, ...out], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', SELVEDGE_ROOM: form },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const executablePath = findChromium();
  const browser = await chromium.launch({
    args: [...chromiumArgs],
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  return {
    folder,
    async open({ query, width = 760, height = 1000, before, whileLoading = false, now }) {
      const context = await browser.newContext({
        viewport: { width, height },
        reducedMotion: 'reduce',
        locale: 'en-GB',
        timezoneId: 'UTC',
      });
      const page = await context.newPage();
      page.on('pageerror', (error) => {
        throw error;
      });
      await page.route('https://room.example/**', (route) => {
        const { pathname } = new URL(route.request().url());
        return route.fulfill({
          body: readFileSync(join(folder, pathname)),
          contentType: contentTypes[extname(pathname)] ?? 'text/plain',
        });
      });
      if (now !== undefined) await page.clock.setFixedTime(now);
      if (before) await page.addInitScript(before);
      await page.goto(`https://room.example/room.html?${new URLSearchParams(query)}`);
      if (whileLoading) await page.locator('.selvedge-root').first().waitFor({ state: 'attached' });
      else await settle(page);
      return page;
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until the component is there, nothing is busy, and nothing has changed for a while. */
export async function settle(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const state = globalThis as { seen?: string; since?: number };
    const html = document.querySelector('#room')?.innerHTML ?? '';
    const busy = html === '' || document.querySelector('[aria-busy="true"]') !== null;
    if (busy || state.seen !== html) {
      state.seen = html;
      state.since = performance.now();
      return false;
    }
    return performance.now() - (state.since ?? 0) > 120;
  });
}
