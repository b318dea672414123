import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isInstalled, unwrapped, wrapped } from './engine.ts';
import type { Engine, EngineKind } from './engine.ts';

const preferences = {
  'app.update.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.enabled': false,
  'ui.prefersReducedMotion': 1,
};
const program = ['firefox-esr', 'firefox'].find(isInstalled);

interface Message {
  id?: number;
  type: 'success' | 'error' | 'event';
  result?: unknown;
  message?: string;
}

/** Starts Firefox without a window and drives it by WebDriver BiDi. */
async function start(): Promise<Engine> {
  const profile = mkdtempSync(join(tmpdir(), 'selvedge-firefox-'));
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref("${name}", ${value});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0'];
  const child = spawn(program ?? 'firefox', args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: profile },
  });
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (text: Buffer) => {
      said += String(text);
      const [, found] = /BiDi listening on (ws:\S+)/.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.on('error', reject);
    child.on('exit', () => reject(new Error(`Firefox ended: ${said.slice(-400)}`)));
  });
  const socket = new WebSocket(`${address}/session`);
  const waiting = new Map<number, (message: Message) => void>();
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    waiting.get(message.id ?? -1)?.(message);
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error('Firefox does not answer')));
  });
  let sent = 0;
  const send = <Result>(method: string, params: object): Promise<Result> =>
    new Promise((resolve, reject) => {
      const id = ++sent;
      waiting.set(id, (message) => {
        waiting.delete(id);
        if (message.type === 'success') resolve(message.result as Result);
        else reject(new Error(message.message));
      });
      socket.send(JSON.stringify({ id, method, params }));
    });
  interface Session {
    capabilities: { browserVersion: string };
  }
  const { capabilities } = await send<Session>('session.new', { capabilities: {} });
  const tab = await send<{ context: string }>('browsingContext.create', { type: 'tab' });
  const viewport = { width: 1200, height: 900 };
  await send('browsingContext.setViewport', { ...tab, viewport });
  return {
    version: capabilities.browserVersion,
    async open(url) {
      await send('browsingContext.navigate', { ...tab, url, wait: 'complete' });
    },
    async run<Value>(body: string) {
      const { result } = await send<{ result: { value: string } }>('script.evaluate', {
        expression: wrapped(body),
        target: tab,
        awaitPromise: true,
      });
      return unwrapped(result.value) as Value;
    },
    async close() {
      socket.close();
      const ended = new Promise((resolve) => {
        child.once('exit', resolve);
      });
      child.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Firefox, as Debian or Mozilla packs it. */
export const firefox: EngineKind = {
  name: 'Firefox',
  missing: () => (program === undefined ? 'apt-get install firefox-esr' : undefined),
  start,
};
