import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

import react from '@vitejs/plugin-react';
import type { Browser, Page } from 'playwright';
import { build } from 'vite';
import type { Rolldown } from 'vite';

import { answer, today } from './answers.ts';

/** The peers that are rendered from their packages. */
export const peers = {
  'better-auth': '@daveyplate/better-auth-ui',
  hanko: '@teamhanko/hanko-elements',
  workos: '@workos-inc/widgets',
} as const;
/** A peer, by the name of its page. */
export type Peer = keyof typeof peers;

const folder = import.meta.dirname;
const framework = ['react', 'react-dom', 'scheduler'];

/** Installs the peers, once for each lock file. */
export function installPeers(): void {
  const stamp = join(folder, 'node_modules/.package-lock.json');
  if (
    existsSync(stamp) &&
    statSync(stamp).mtimeMs >= statSync(join(folder, 'package-lock.json')).mtimeMs
  )
    return;
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { status } = spawnSync(npm, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} ended with ${status}`);
}

/** Builds the page of a peer for production, in memory; with `alone`, React stays outside. */
export async function buildPeer(
  peer: Peer,
  alone = false,
): Promise<Rolldown.OutputBundle[string][]> {
  const { default: tailwind } = await import('@tailwindcss/vite');
  const { output } = (await build({
    configFile: false,
    root: folder,
    logLevel: 'error',
    plugins: [react(), tailwind()],
    build: {
      write: false,
      target: 'esnext',
      chunkSizeWarningLimit: 10_000,
      rolldownOptions: {
        input: join(folder, `${peer}.html`),
        external: (id) =>
          alone && framework.some((name) => id === name || id.startsWith(`${name}/`)),
      },
    },
  })) as Rolldown.RolldownOutput;
  return output;
}

/** How a page is opened. */
export interface PageOptions {
  scheme: 'light' | 'dark';
  /** CSS px. */
  width: number;
  height: number;
  /** Milliseconds before their servers answer. Default 0. */
  delay?: number;
  before?: () => void;
}

const types = { html: 'text/html', js: 'text/javascript', css: 'text/css' } as const;

/** Opens the page of a peer, its own server mocked at the network. */
export async function openPeer(
  browser: Browser,
  peer: Peer,
  files: readonly Rolldown.OutputBundle[string][],
  { scheme, width, height, delay = 0, before }: PageOptions,
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
  const page = await context.newPage();
  await page.clock.setFixedTime(today);
  await page.route('**/*', async (route) => {
    const request = route.request();
    const url = new URL(request.url());
    const headers = {
      'access-control-allow-origin': 'https://peer.example',
      'access-control-allow-credentials': 'true',
      'access-control-allow-headers': request.headers()['access-control-request-headers'] ?? '',
      'access-control-allow-methods': 'GET,POST,PUT,PATCH,DELETE',
    };
    const said = answer(url);
    if (said !== undefined) {
      if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
      return route.fulfill({ json: request.method() === 'OPTIONS' ? {} : said, headers });
    }
    const file = files.find(({ fileName }) => url.pathname === `/${fileName}`);
    if (!file) return route.fulfill({ status: 404, body: '' });
    const type = types[file.fileName.split('.').at(-1) as keyof typeof types];
    const body = file.type === 'chunk' ? file.code : Buffer.from(file.source);
    return route.fulfill({ body, contentType: `${type}; charset=utf-8` });
  });
  if (before) await page.addInitScript(before);
  await page.goto(`https://peer.example/${peer}.html?scheme=${scheme}`);
  return page;
}
