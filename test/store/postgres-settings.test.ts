import { createPostgresStore } from 'selvedge/sql';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { makePool } from '../../src/server/sql/postgres-open.ts';
import { poolConfig } from '../../src/server/sql/postgres-pool-config.ts';
import { makeCertificate } from '../support/certificate.ts';
import { findPostgresBinaries } from '../support/postgres-binaries.ts';
import { makePostgresDatabase, queryPostgres } from '../support/postgres-database.ts';
import type { PostgresServer } from '../support/postgres.ts';
import { startPostgres } from '../support/postgres.ts';
import { postgresServer, testOnPostgres } from '../support/postgres-stores.ts';

/** Opens and closes a store; for what is refused. */
async function open(connectionString: string): Promise<void> {
  await (await createPostgresStore({ connectionString })).close();
}

describe.skipIf(findPostgresBinaries() === undefined)('a server that would lose writes', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.remove());

  test.each([
    ['fsync', 'a power cut could lose what was acknowledged'],
    ['full_page_writes', 'a power cut could leave pages that are half written'],
    ['synchronous_commit', 'a crash could lose what was acknowledged'],
  ])('is refused: %s off', async (name, why) => {
    await open(server.url);
    await queryPostgres(server.url, `alter system set ${name} = off`);
    await queryPostgres(server.url, 'select pg_reload_conf()');
    onTestFinished(async () => {
      await queryPostgres(server.url, `alter system reset ${name}`);
      await queryPostgres(server.url, 'select pg_reload_conf()');
    });
    // Reloading takes the server a moment.
    const read = async () => (await queryPostgres(server.url, `show ${name}`))[0]?.[name];
    await expect.poll(read).toBe('off');
    await expect(open(server.url)).rejects.toThrow(
      `selvedge: PostgreSQL has ${name} at off: ${why}.`,
    );
  });
});

test('a database is refused that cannot hold every name', async () => {
  const { url, remove } = await makePostgresDatabase(
    postgresServer(),
    `encoding 'LATIN1' lc_collate 'C' lc_ctype 'C' template template0`,
  );
  onTestFinished(remove);
  await expect(open(url)).rejects.toThrow('selvedge: PostgreSQL has server_encoding at LATIN1');
});

testOnPostgres('sets every connection so that nothing waits for ever', async ({ url, another }) => {
  const store = await another({ statementTimeoutMilliseconds: 300 });
  const holding = queryPostgres(
    url,
    `begin; lock table selvedge.accounts in access exclusive mode; select pg_sleep(1.2); commit`,
  );
  await new Promise((resolve) => setTimeout(resolve, 200));
  const read = store.findAccount('nobody', '2026-11-20T12:00:00.000Z');
  await expect(read).rejects.toMatchObject({ code: 'unavailable' });
  await holding;
});

testOnPostgres('writes nothing where a transaction did not begin', async ({ url, person }) => {
  await person('ada');
  const pool = await makePool({ connectionString: url });
  onTestFinished(() => pool.end());
  await expect(pool.query('delete from accounts')).rejects.toMatchObject({ code: '25006' });
});

testOnPostgres('keeps its tables apart from those of the host', async ({ url, query, person }) => {
  await query('create table public.accounts (mine text)');
  onTestFinished(async () => void (await queryPostgres(url, 'drop table public.accounts')));
  const ada = await person('ada');
  const other = await createPostgresStore({ connectionString: url, schema: 'two "words"' });
  onTestFinished(async () => {
    await other.close();
    await queryPostgres(url, 'drop schema "two ""words""" cascade');
  });
  expect(await other.findAccount(ada.id, ada.createdAt)).toBeNull();
  expect(await queryPostgres(url, 'select * from public.accounts')).toEqual([]);
});

testOnPostgres('orders texts byte by byte, whatever the language', async ({ query }) => {
  const columns = await query(`select table_name || '.' || column_name as name
    from information_schema.columns
    where table_schema = 'selvedge' and table_name <> 'schema_migrations'
      and data_type = 'text' and collation_name is distinct from 'C'`);
  expect(columns).toEqual([]);
});

describe.skipIf(findPostgresBinaries() === undefined)('a server with TLS', () => {
  test('is believed when its certificate is vouched for', async () => {
    const { key, certificate } = makeCertificate();
    const server = await startPostgres(
      { ssl: 'on' },
      { 'server.key': key, 'server.crt': certificate },
    );
    onTestFinished(() => server.remove());
    const trusting = createPostgresStore({ connectionString: server.url, ssl: true });
    await expect(trusting).rejects.toThrow('self-signed certificate');
    const store = await createPostgresStore({
      connectionString: server.url,
      ssl: { ca: certificate },
    });
    onTestFinished(() => store.close());
    await store.findAccount('nobody', '2026-11-20T12:00:00.000Z');
    const encrypted = await queryPostgres(
      server.url,
      `select ssl::text from pg_stat_ssl join pg_stat_activity using (pid)
       where application_name = 'selvedge'`,
    );
    expect(encrypted).toEqual([{ ssl: 'true' }]);
  });
});

test('checks the certificate of a server elsewhere, unless told not to', () => {
  const ssl = (options: Parameters<typeof poolConfig>[0]): unknown =>
    poolConfig(options, ({ host }) => host ?? 'db.example').ssl;
  expect(ssl({ host: 'db.example' })).toBe(true);
  expect(ssl({ connectionString: 'postgres://db.example/accounts' })).toBe(true);
  expect(ssl({ host: 'db.example', ssl: { ca: 'PEM' } })).toEqual({ ca: 'PEM' });
  expect(ssl({ host: 'db.example', ssl: false })).toBe(false);
  for (const host of ['localhost', '127.0.0.1', '::1', '/var/run/postgresql']) {
    expect(ssl({ host })).toBeUndefined();
  }
  // The string says it then.
  const connectionString = 'postgres://db.example/accounts?sslmode=verify-full';
  expect(ssl({ connectionString })).toBeUndefined();
});

test('speaks no plain text with a server that has no TLS, when TLS was asked for', async () => {
  const opening = createPostgresStore({ connectionString: postgresServer(), ssl: true });
  await expect(opening).rejects.toThrow('selvedge: no connection to PostgreSQL: The server does');
});

test('lets itself be closed twice', async () => {
  const { url, remove } = await makePostgresDatabase(postgresServer());
  onTestFinished(remove);
  const store = await createPostgresStore({ connectionString: url });
  await store.close();
  await expect(store.close()).resolves.toBeUndefined();
  await expect(store.findAccount('nobody', '2026-11-20T12:00:00.000Z')).rejects.toMatchObject({
    code: 'unavailable',
  });
});
