import pg from 'pg';
import { createPostgresStore } from 'selvedge/sql';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { AccountStore } from '../../src/server/ports/account-store.ts';
import { startCuttingProxy } from '../support/cutting-proxy.ts';
import { findPostgresBinaries } from '../support/postgres-binaries.ts';
import { queryPostgres } from '../support/postgres-database.ts';
import type { PostgresServer } from '../support/postgres.ts';
import { startPostgres } from '../support/postgres.ts';
import { testOnPostgres } from '../support/postgres-stores.ts';

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What came of one call: `done`, or the code of the error; and after how long. */
async function timed(call: Promise<unknown>): Promise<{ outcome: string; milliseconds: number }> {
  const since = performance.now();
  const outcome = await call.then(
    () => 'done',
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  );
  return { outcome, milliseconds: performance.now() - since };
}

// The server of the run is everybody's: the one that is stopped here is another.
describe.skipIf(findPostgresBinaries() === undefined)('a server that is stopped', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.remove());

  async function open(): Promise<AccountStore> {
    const store = await createPostgresStore({ connectionString: server.url });
    onTestFinished(() => store.close());
    return store;
  }

  for (const how of ['fast', 'immediate'] as const) {
    test(`under load (${how}) is told at once, and back when it is up again`, async () => {
      const store = await open();
      const at = '2026-11-20T12:00:00.000Z';
      const load = { isOver: false };
      let acknowledged = 0;
      const seen: { outcome: string; milliseconds: number }[] = [];
      const clients = Array.from({ length: 16 }, async (_, client) => {
        for (let number = 0; !load.isOver; number += 1) {
          const key = `${how}-${client}-${number}`;
          const isWrite = number % 2 === 0;
          const answer = await timed(
            isWrite ? store.discardFiles([key], at) : store.findAccount(key, at),
          );
          seen.push(answer);
          if (answer.outcome === 'done' && isWrite) acknowledged += 1;
          if (answer.outcome !== 'done') await pause(20);
        }
      });
      await pause(300);
      await server.stop(how);
      await pause(300);
      const whileDown = await timed(store.findAccount('nobody', at));
      expect(whileDown).toMatchObject({ outcome: 'unavailable' });
      await server.start();
      const since = performance.now();
      while ((await timed(store.discardFiles([`after-${how}`], at))).outcome !== 'done') {
        expect(performance.now() - since).toBeLessThan(30_000);
        await pause(20);
      }
      load.isOver = true;
      await Promise.all(clients);
      expect(new Set(seen.map(({ outcome }) => outcome))).toEqual(new Set(['done', 'unavailable']));
      const refused = seen.filter(({ outcome }) => outcome === 'unavailable');
      // Sooner than by the limit of a statement: the one of a connection is 0.8 seconds.
      expect(Math.max(...refused.map(({ milliseconds }) => milliseconds))).toBeLessThan(4500);
      const [kept] = await queryPostgres(
        server.url,
        `select count(*)::int as count from selvedge.discarded_files where key like '${how}-%'`,
      );
      expect(acknowledged).toBeGreaterThan(0);
      expect(kept?.['count']).toBeGreaterThanOrEqual(acknowledged);
    });
  }

  test('is told in a sentence to whoever opens a store then', async () => {
    await server.stop('fast');
    onTestFinished(() => server.start());
    const opening = createPostgresStore({ connectionString: server.url });
    await expect(opening).rejects.toThrow('selvedge: no connection to PostgreSQL: ');
  });
});

testOnPostgres('loses a connection without losing more', async ({ store, query, at, person }) => {
  const ada = await person('ada');
  const end = `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'selvedge'`;
  for (let round = 0; round < 5; round += 1) {
    const calls = Array.from({ length: 16 }, () => timed(store.touchSession('nobody', at(round))));
    await query(end);
    const outcomes = new Set((await Promise.all(calls)).map(({ outcome }) => outcome));
    expect(['done', 'unavailable']).toEqual(expect.arrayContaining([...outcomes]));
    await pause(20);
    expect((await store.findAccount(ada.id, at(0)))?.id).toBe(ada.id);
  }
});

testOnPostgres('says so when the answer to a commit is lost', async (stage) => {
  const ada = await stage.person('ada');
  const { port } = new URL(stage.url);
  const proxy = await startCuttingProxy(Number(port));
  onTestFinished(() => proxy.close());
  const connectionString = stage.url.replace(`:${port}/`, `:${proxy.port}/`);
  const store = await stage.another({ connectionString });
  const write = (name: string) =>
    store.updateProfile(
      { accountId: ada.id, values: { name }, expectedVersion: null },
      stage.effects(),
    );
  proxy.cutAfter('COMMIT');
  await expect(write('Ada')).rejects.toMatchObject({ code: 'unavailable' });
  await expect.poll(async () => (await stage.read(ada)).name).toBe('Ada');
  expect(await write('Grace')).toMatchObject({ kind: 'done', account: { name: 'Grace' } });
});

testOnPostgres('does not wait for ever for a server that has gone silent', async (stage) => {
  const { port } = new URL(stage.url);
  const proxy = await startCuttingProxy(Number(port));
  onTestFinished(() => proxy.close());
  const connectionString = stage.url.replace(`:${port}/`, `:${proxy.port}/`);
  const store = await stage.another({
    connectionString,
    connectTimeoutMilliseconds: 400,
    statementTimeoutMilliseconds: 200,
  });
  await store.findAccount('nobody', stage.at(0));
  proxy.silence();
  const asked = await timed(store.findAccount('nobody', stage.at(0)));
  expect(asked.outcome).toBe('unavailable');
  // Its connection was given up, and a new one does not come about.
  const connecting = await timed(store.findAccount('nobody', stage.at(0)));
  expect(connecting.outcome).toBe('unavailable');
  // A connection of its own would be waited for as long as the system likes, which is minutes.
  expect(connecting.milliseconds).toBeLessThan(10_000);
});

testOnPostgres('answers soon when every connection is busy', async (stage) => {
  const ada = await stage.person('ada');
  const store = await stage.another({ maxConnections: 2, connectTimeoutMilliseconds: 400 });
  // Somebody else's transaction holds the row.
  const somebody = new pg.Client({ connectionString: stage.url });
  await somebody.connect();
  onTestFinished(() => somebody.end());
  await somebody.query('begin');
  await somebody.query('select 1 from selvedge.accounts where id = $1 for update', [ada.id]);
  const write = () =>
    timed(
      store.updateProfile(
        { accountId: ada.id, values: { name: 'Ada' }, expectedVersion: null },
        stage.effects(),
      ),
    );
  const [first, ...others] = [write(), write(), write(), write()];
  for (const { outcome, milliseconds } of await Promise.all(others)) {
    expect(outcome).toBe('unavailable');
    // Sooner than by the limit of a statement.
    expect(milliseconds).toBeLessThan(4500);
  }
  await somebody.query('commit');
  expect((await first)?.outcome).toBe('done');
});
