import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import type { KeptMail } from 'selvedge/node';
import { findFreePort } from './free-port.ts';

const serverFile = fileURLToPath(
  new URL('../../examples/express-sqlite/server.ts', import.meta.url),
);
const clockFile = new URL('example-clock.ts', import.meta.url).href;

/** The example's server in a process of its own, on a folder of its own. */
export interface ExampleServer {
  origin: string;
  /** The database, the pictures, the key and the mails. */
  folder: string;
  /** What it wrote to its error output, since this was emptied last. */
  complaints: string[];
  start(): Promise<void>;
  /** Ends it and waits until it is gone. Resolves to its exit code. */
  stop(signal?: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<number | null>;
  /** Sets its clock forward. */
  advance(seconds: number): Promise<void>;
  /** All mails, newest first. */
  mails(): Promise<KeptMail[]>;
  /** Every row of every table, as text. */
  dump(): string;
  /** The bytes of all stored pictures of an account, found by the URL of one that is or was. */
  pictures(url: string): Buffer[];
  /** Ends it, and removes its folder. */
  remove(): Promise<void>;
}

/** Makes the example's server; it starts with `start`, and again after `stop`, on the same port and folder. */
export async function createExampleServer(page: string): Promise<ExampleServer> {
  const port = await findFreePort();
  const origin = `http://localhost:${port}`;
  const folder = mkdtempSync(join(tmpdir(), 'selvedge-example-'));
  const complaints: string[] = [];
  let child: ChildProcess | null = null;

  async function stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    const running = child;
    child = null;
    if (running === null || running.exitCode !== null) return running?.exitCode ?? null;
    const ended = once(running, 'exit');
    running.kill(signal);
    return (await ended)[0] as number | null;
  }

  return {
    origin,
    folder,
    complaints,
    async start() {
      const started = fork(serverFile, {
        execArgv: ['--conditions=selvedge-source', '--import', clockFile],
        env: {
          ...process.env,
          PORT: String(port),
          DATA: folder,
          PAGE: page,
          NODE_ENV: 'production',
        },
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      });
      child = started;
      started.stderr?.on('data', (text: Buffer) => {
        complaints.push(...text.toString().split('\n').filter(Boolean));
      });
      const [line] = (await Promise.race([
        once(started.stdout as NodeJS.ReadableStream, 'data'),
        once(started, 'exit').then(([code]) => [`it ended with ${String(code)}`]),
      ])) as [unknown];
      if (String(line) !== `Selvedge example: ${origin}\n`) {
        throw new Error([`The example did not start: ${String(line)}`, ...complaints].join('\n'));
      }
    },
    stop,
    async advance(seconds) {
      if (child === null) throw new Error('The server does not run.');
      const set = once(child, 'message');
      child.send(seconds);
      await set;
    },
    async mails() {
      const response = await fetch(`${origin}/mailbox.json`);
      return (await response.json()) as KeptMail[];
    },
    dump() {
      const database = new DatabaseSync(join(folder, 'accounts.db'), { readOnly: true });
      const names = database
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
        .all()
        .map(({ name }) => String(name));
      const rows = names.map((name) => [name, database.prepare(`SELECT * FROM "${name}"`).all()]);
      database.close();
      return JSON.stringify(Object.fromEntries(rows), null, 1);
    },
    pictures(url) {
      const own = join(folder, 'avatars', basename(dirname(url)));
      return existsSync(own) ? readdirSync(own).map((name) => readFileSync(join(own, name))) : [];
    },
    async remove() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
