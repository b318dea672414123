import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from './free-port.ts';
import {
  copyPostgresBinaries,
  findPostgresBinaries,
  postgresProgram,
} from './postgres-binaries.ts';

/** A PostgreSQL server of ours, with the durability that it has by default. */
export interface PostgresServer {
  /** The maintenance database, as its superuser. */
  url: string;
  /** Starts it again on the same port and data, and waits until it takes connections. */
  start(): Promise<void>;
  /** `fast`: sessions are ended and everything is written. `immediate`: as if it crashed; it recovers at the start. */
  stop(how: 'fast' | 'immediate'): Promise<void>;
  /** Stops it and removes its data. */
  remove(): Promise<void>;
}

// PostgreSQL refuses to run as root; this is "nobody" almost everywhere.
const nobody = 65_534;
const isRoot = process.getuid?.() === 0;
const asNobody = isRoot ? { uid: nobody, gid: nobody } : {};
const startMilliseconds = 30_000;

function makeCluster(folder: string): { binaries: string; data: string } {
  const source = findPostgresBinaries();
  if (source === undefined) {
    const machine = `${process.platform}-${process.arch}`;
    throw new Error(`There is no PostgreSQL for ${machine} on npm: set TEST_POSTGRES_URL.`);
  }
  const binaries = join(folder, 'native');
  const data = join(folder, 'data');
  copyPostgresBinaries(source, binaries);
  mkdirSync(data, { mode: 0o700 });
  if (isRoot) for (const path of [folder, data]) chownSync(path, nobody, nobody);
  const args = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale'];
  // The empty cluster need not survive a power cut; what is written into it later does.
  const made = spawnSync(postgresProgram(binaries, 'initdb'), [...args, '--no-sync'], {
    ...asNobody,
    cwd: folder,
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr ?? String(made.error)}`);
  return { binaries, data };
}

async function untilReady(child: ChildProcess): Promise<void> {
  let log = '';
  const ready = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no start: ${log}`)), startMilliseconds);
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      // All of it is read, or the pipe would fill up; clients may knock a thousand times before it is ready.
      log = (log + text).slice(-20_000);
      if (log.includes('ready to accept connections')) {
        clearTimeout(timer);
        resolve();
      }
    });
    child.once('exit', () => reject(new Error(`PostgreSQL ended: ${log}`)));
  });
  await ready;
}

/**
 * Starts a new, empty server of ours. Takes about a second.
 *
 * @param settings as after `-c`
 * @param files what to put beside its data, by name
 */
export async function startPostgres(
  settings: Readonly<Record<string, string>> = {},
  files: Readonly<Record<string, string>> = {},
): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'selvedge-postgres-'));
  const { binaries, data } = makeCluster(folder);
  for (const [name, content] of Object.entries(files)) {
    const file = join(data, name);
    writeFileSync(file, content, { mode: 0o600 });
    if (isRoot) chownSync(file, nobody, nobody);
  }
  const port = await findFreePort();
  const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const args = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', '', ...given];
  let child: ChildProcess | undefined;
  const kill = (): void => void child?.kill('SIGQUIT');

  const server: PostgresServer = {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async start() {
      child = spawn(postgresProgram(binaries, 'postgres'), args, {
        ...asNobody,
        cwd: folder,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      process.once('exit', kill);
      await untilReady(child);
    },
    async stop(how) {
      const running = child;
      child = undefined;
      process.off('exit', kill);
      if (running === undefined || running.exitCode !== null) return;
      const gone = once(running, 'exit');
      running.kill(how === 'fast' ? 'SIGINT' : 'SIGQUIT');
      await gone;
    },
    async remove() {
      await server.stop('immediate');
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await server.start();
  return server;
}
