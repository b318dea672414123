import { spawn } from 'node:child_process';
import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '../../test/support/free-port.ts';
import { isInstalled, unwrapped, within, wrapped } from './engine.ts';
import type { Engine, EngineKind } from './engine.ts';

const [miniBrowser] = globSync('/usr/{lib,libexec}/{,*/}webkit2gtk-4.1/MiniBrowser');
// A window that no window manager has made the active one gives no element the focus.
const programs = ['WebKitWebDriver', 'Xvfb', 'openbox'];

/** Starts WebKitGTK on a screen that nobody sees and drives it by WebDriver. */
async function start(): Promise<Engine> {
  const home = mkdtempSync(join(tmpdir(), 'selvedge-webkit-'));
  const screen = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1600x1200x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const display = await new Promise<string>((resolve, reject) => {
    screen.stdout.once('data', (text: Buffer) => resolve(`:${String(text).trim()}`));
    screen.once('exit', () => reject(new Error('Xvfb ended')));
  });
  const env = { ...process.env, DISPLAY: display, HOME: home, XDG_RUNTIME_DIR: home };
  const windows = spawn('openbox', [], { stdio: 'ignore', env });
  await sleep(500);
  const port = await findFreePort();
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
    stdio: 'ignore',
    env: { ...env, GDK_BACKEND: 'x11', WEBKIT_DISABLE_COMPOSITING_MODE: '1' },
  });
  const call = async <Value>(method: string, path: string, body?: object): Promise<Value> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const { value } = (await answer.json()) as { value: Value };
    if (!answer.ok) throw new Error(JSON.stringify(value));
    return value;
  };
  for (let tries = 0; ; tries++) {
    try {
      await call('GET', '/status');
      break;
    } catch (error) {
      if (tries > 100) throw error;
      await sleep(100);
    }
  }
  const options = { binary: miniBrowser, args: ['--automation'] };
  const { sessionId, capabilities } = await call<{
    sessionId: string;
    capabilities: { browserVersion: string };
  }>('POST', '/session', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
  });
  const session = `/session/${sessionId}`;
  await call('POST', `${session}/timeouts`, { script: 600_000, pageLoad: 120_000 });
  await call('POST', `${session}/window/rect`, { width: 1200, height: 940 });
  return {
    version: capabilities.browserVersion,
    async open(url) {
      await call('POST', `${session}/url`, { url });
    },
    async run<Value>(body: string) {
      const script = `const done = arguments[arguments.length - 1]; ${wrapped(body)}.then(done)`;
      return unwrapped(
        await call<string>('POST', `${session}/execute/async`, { script, args: [] }),
      ) as Value;
    },
    async close() {
      // One that hangs does not end by itself, and goes with its screen.
      await within(call('DELETE', session), 10_000).catch(() => {});
      for (const child of [driver, windows, screen]) child.kill();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** WebKit, as WebKitGTK packs it: the engine of Safari, without what Apple's systems add. */
export const webkit: EngineKind = {
  name: 'WebKitGTK',
  missing: () =>
    miniBrowser !== undefined && programs.every(isInstalled)
      ? undefined
      : 'apt-get install webkit2gtk-driver xvfb openbox',
  start,
};
