import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { queryPostgres } from '../support/postgres-database.ts';
import { Client } from './client.ts';
import { proofSize } from './proof-size.ts';
import { proofPostgres, startWorld, stopProofPostgres, storages } from './proof-server.ts';

// No write is acknowledged before it is on the disk. Read off the system calls: between a commit and its answer the log
// was synced.

const writes = proofSize('SYNCS', 200);
afterAll(stopProofPostgres);

const traced = 'pwrite64,fsync,fdatasync,write,writev,sendto,sendmsg';
const canTrace =
  process.platform === 'linux' &&
  spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0;

/** What the trace says of every acknowledged write: how many there were, and how many came before their sync. */
function readTrace(file: string): { acknowledged: number; early: number } {
  let acknowledged = 0;
  let early = 0;
  let unsynced = false;
  let committed = false;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (/pwrite64\(\d+<[^>]*accounts\.db-wal>/.test(line)) {
      unsynced = true;
      committed = true;
    } else if (/f(data)?sync\(\d+<[^>]*accounts\.db-wal>/.test(line)) unsynced = false;
    // The account with its entity tag is the answer to a write or to a read; only writes come with a commit before them.
    else if (/"HTTP\/1\.1 200 OK/.test(line) && committed) {
      acknowledged += 1;
      if (unsynced) early += 1;
      committed = false;
    }
  }
  return { acknowledged, early };
}

test.skipIf(!canTrace)(
  `SQLite: each of ${writes} acknowledged writes follows the sync of its commit, on a fresh database and on a reopened one${canTrace ? '' : ' (skipped: system calls cannot be traced on this machine)'}`,
  async () => {
    const [sqlite] = storages;
    if (sqlite === undefined) throw new Error('no SQLite');
    const folder = mkdtempSync(join(tmpdir(), 'selvedge-trace-'));
    const trace = join(folder, 'trace');
    const around = ['strace', '-f', '-y', '-s', '24', '-o', trace, '-e', `trace=${traced}`];
    const world = await startWorld(sqlite, 1, { around, start: false });
    const [server] = world.servers;
    if (server === undefined) throw new Error('no server');
    try {
      for (const database of ['fresh', 'reopened']) {
        await server.start();
        const client = new Client(server.origin);
        await client.signUp();
        for (let turn = 0; turn < writes; turn++) {
          const { status } = await client.call('PUT', '/users/me', { nickname: `turn ${turn}` });
          expect(status).toBe(200);
        }
        client.close();
        await server.stop('SIGTERM');
        const { acknowledged, early } = readTrace(trace);
        expect([database, early]).toEqual([database, 0]);
        // The sign-up is a write, too.
        expect(acknowledged).toBeGreaterThanOrEqual(writes);
      }
    } finally {
      await world.remove();
      rmSync(folder, { recursive: true, force: true });
    }
  },
);

test('PostgreSQL: a commit waits for the disk, as its server says', async () => {
  const { url } = await proofPostgres();
  const rows = await Promise.all(
    ['fsync', 'synchronous_commit', 'full_page_writes'].map((name) =>
      queryPostgres(url, `show ${name}`),
    ),
  );
  expect(rows.flat()).toEqual([
    { fsync: 'on' },
    { synchronous_commit: 'on' },
    { full_page_writes: 'on' },
  ]);
});
