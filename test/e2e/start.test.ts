import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { findFreePort } from '../support/free-port.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'selvedge-start-'));
const started: ChildProcess[] = [];

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** `npm start`, with everything that it writes in a folder of the test. */
function start(env: Record<string, string>): {
  says: (text: string) => Promise<void>;
  output: () => string;
  child: ChildProcess;
} {
  const { PORT: _, ...inherited } = process.env;
  const child = spawn(process.execPath, ['scripts/run.cjs', 'start'], {
    cwd: root,
    env: {
      ...inherited,
      NODE_ENV: 'production',
      DATA: join(folder, 'data'),
      PAGE: join(folder, 'page'),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that Ctrl+C can be sent to all of it, as a terminal does.
    detached: true,
  });
  started.push(child);
  let output = '';
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr.on('data', (text: Buffer) => (output += text.toString()));
  return {
    child,
    output: () => output,
    async says(text) {
      await expect.poll(() => output, { timeout: 20_000 }).toContain(text);
    },
  };
}

test('prints the address, serves the page, and ends with Ctrl+C, leaving the data', async () => {
  const port = await findFreePort();
  const example = start({ PORT: String(port) });
  await example.says(`Selvedge example: http://localhost:${port}\n`);
  const page = await fetch(`http://localhost:${port}/`);
  expect(await page.text()).toContain('<title>Selvedge example</title>');
  const ended = once(example.child, 'exit');
  process.kill(-Number(example.child.pid), 'SIGINT');
  expect(await ended).toEqual([0, null]);
  expect(readdirSync(join(folder, 'data')).toSorted()).toEqual(
    expect.arrayContaining(['accounts.db', 'key']),
  );
});

test('says in one sentence that the port it was told to use is taken', async () => {
  const other = createServer().listen(0);
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const example = start({ PORT: String(port) });
  expect((await once(example.child, 'exit'))[0]).toBe(1);
  other.close();
  expect(example.output()).toBe(
    `Port ${port} is taken by another program. Name a free one in PORT.\n`,
  );
});

test('takes the next port, and says so, when 3000 is taken and nobody named one', async () => {
  const other = createServer().listen(3000);
  // Where somebody else has it, that does as well.
  await once(other, 'listening').catch(() => {});
  const example = start({});
  await example.says('Port 3000 is taken by another program; trying 3001.\n');
  await example.says('Selvedge example: ');
  const [, port] = /Selvedge example: http:\/\/localhost:(\d+)/.exec(example.output()) ?? [];
  expect(Number(port)).toBeGreaterThan(3000);
  const page = await fetch(`http://localhost:${port}/`);
  expect(page.status).toBe(200);
  const ended = once(example.child, 'exit');
  example.child.kill('SIGTERM');
  expect((await ended)[0]).toBe(0);
  other.close();
});
