import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Mail } from 'selvedge/server';
import { findFreePort } from '../support/free-port.ts';
import { makePostgresDatabase } from '../support/postgres-database.ts';
import type { PostgresServer } from '../support/postgres.ts';
import { startPostgres } from '../support/postgres.ts';

const program = fileURLToPath(new URL('server-program.ts', import.meta.url));

/** Where the processes of one proof keep their accounts. */
export interface Storage {
  name: 'SQLite' | 'PostgreSQL';
  /** What the program is told of it. */
  given: { sqlite: string } | { postgres: string };
  remove(): Promise<void>;
}

/** One process of the package's server. */
export interface ProofServer {
  readonly port: number;
  readonly origin: string;
  /** Null while it does not run. */
  readonly pid: number | null;
  /** What it wrote to its outputs. */
  readonly log: string[];
  start(): Promise<void>;
  /** Ends it and waits until it is gone. Resolves to its exit code. */
  stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
  /** Sets its clock forward. */
  advance(seconds: number): Promise<void>;
}

/** Servers that share one storage, one key and one mailbox. */
export interface ProofWorld {
  readonly storage: Storage;
  readonly folder: string;
  readonly servers: readonly ProofServer[];
  /** Every mail that a process handed over, oldest first. */
  readonly mails: Mail[];
  /** The token of the newest mail to an address whose link goes to this page; waits for the mail. */
  linkTo(address: string, page: string): Promise<string>;
  remove(): Promise<void>;
}

let postgres: Promise<PostgresServer> | null = null;

/** The PostgreSQL server of these proofs, with its durability as it comes: `fsync` and all. */
export function proofPostgres(): Promise<PostgresServer> {
  return (postgres ??= startPostgres({ max_connections: '200' }));
}

/** Stops what `proofPostgres` started. */
export async function stopProofPostgres(): Promise<void> {
  const running = await postgres;
  postgres = null;
  await running?.remove();
}

/** Both kinds of storage, made anew for each proof. */
export const storages: readonly {
  name: Storage['name'];
  make: (folder: string) => Promise<Storage>;
}[] = [
  {
    name: 'SQLite',
    make: async (folder) => ({
      name: 'SQLite',
      given: { sqlite: join(folder, 'accounts.db') },
      remove: async () => {},
    }),
  },
  {
    name: 'PostgreSQL',
    async make() {
      const database = await makePostgresDatabase((await proofPostgres()).url);
      return {
        name: 'PostgreSQL',
        given: { postgres: database.url },
        remove: () => database.remove(),
      };
    },
  },
];

async function makeServer(
  given: object,
  mails: Mail[],
  around: readonly string[],
): Promise<ProofServer> {
  const port = await findFreePort();
  const log: string[] = [];
  let child: ChildProcess | null = null;
  // Of the server itself, whatever runs it.
  let pid: number | null = null;
  return {
    port,
    origin: `http://localhost:${port}`,
    get pid() {
      return pid;
    },
    log,
    async start() {
      const [tool, ...toolArgs] = around;
      const started = fork(program, {
        execPath: tool ?? process.execPath,
        execArgv: [
          ...(tool === undefined ? [] : [...toolArgs, process.execPath]),
          '--conditions=selvedge-source',
        ],
        env: { ...process.env, PROOF: JSON.stringify({ ...given, port }), NODE_ENV: 'production' },
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      });
      child = started;
      for (const stream of [started.stdout, started.stderr]) {
        stream?.on('data', (text: Buffer) => log.push(text.toString()));
      }
      const ready = new Promise<void>((resolve, reject) => {
        started.on('message', (message: { ready?: number; mail?: Mail }) => {
          if (message.ready !== undefined) {
            pid = message.ready;
            resolve();
          }
          if (message.mail !== undefined) mails.push(message.mail);
        });
        started.once('exit', (code) => reject(new Error(`ended with ${code}: ${log.join('')}`)));
      });
      await ready;
    },
    async stop(signal) {
      const running = child;
      child = null;
      if (running === null || running.exitCode !== null) return running?.exitCode ?? null;
      const ended = once(running, 'exit');
      if (pid !== null) process.kill(pid, signal);
      pid = null;
      return (await ended)[0] as number | null;
    },
    async advance(seconds) {
      if (child === null) throw new Error('The server does not run.');
      const set = once(child, 'message');
      child.send(seconds);
      await set;
    },
  };
}

/** Starts so many processes on one storage; `around` is a program that runs each of them, with its arguments. */
export async function startWorld(
  kind: (typeof storages)[number],
  count: number,
  more: { smtpPort?: number; around?: readonly string[]; start?: false } = {},
): Promise<ProofWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'selvedge-proof-'));
  const storage = await kind.make(folder);
  const mails: Mail[] = [];
  const { around = [], smtpPort, start } = more;
  const given = {
    key: 'a key of these proofs, long enough for one',
    folder,
    ...storage.given,
    ...(smtpPort === undefined ? {} : { smtpPort }),
  };
  const servers: ProofServer[] = [];
  for (let index = 0; index < count; index++) servers.push(await makeServer(given, mails, around));
  if (start !== false) for (const server of servers) await server.start();

  return {
    storage,
    folder,
    servers,
    mails,
    async linkTo(address, page) {
      for (let look = 0; look < 400; look++) {
        const mail = mails.findLast((one) => one.to === address && one.text.includes(`${page}#`));
        const token = mail && /#token=([\w-]+)/.exec(mail.text)?.[1];
        if (token) return token;
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      throw new Error(`no mail with a link to ${page} for ${address}`);
    },
    async remove() {
      for (const server of servers) await server.stop('SIGKILL');
      await storage.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
