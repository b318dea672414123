import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createPostgresStore, createSqliteStore, migratePostgres } from 'selvedge/sql';
import { expect, onTestFinished, test } from 'vitest';
import { migrations } from '../../src/server/sql/migrations/migrations.ts';
import { runPostgresMigrations } from '../../src/server/sql/postgres-migrate.ts';
import { compileForPostgres, statements } from '../../src/server/sql/statement.ts';
import { makePostgresDatabase, queryPostgres } from '../support/postgres-database.ts';
import { postgresServer, testOnPostgres } from '../support/postgres-stores.ts';
import { newFile, query, tableNames } from './sql-database.ts';

async function newDatabase(): Promise<string> {
  const { url, remove } = await makePostgresDatabase(postgresServer());
  onTestFinished(remove);
  return url;
}

async function tablesOf(url: string): Promise<unknown[]> {
  const sql = `select tablename from pg_tables where schemaname = 'selvedge' order by tablename`;
  return (await queryPostgres(url, sql)).map((row) => row['tablename']);
}

const first = { number: 1, name: 'first', sqlite: '', postgres: 'CREATE TABLE one (a TEXT)' };
const second = { number: 2, name: 'second', sqlite: '', postgres: 'CREATE TABLE two (a TEXT)' };

test('runs each migration once and answers which it ran', async () => {
  const connectionString = await newDatabase();
  expect(await runPostgresMigrations({ connectionString }, [first])).toEqual(['001-first']);
  const both = () => runPostgresMigrations({ connectionString }, [first, second]);
  expect(await both()).toEqual(['002-second']);
  expect(await both()).toEqual([]);
});

test('brings a new database up to date, and leaves it alone the second time', async () => {
  const connectionString = await newDatabase();
  const all = migrations.map(({ number, name }) => `${String(number).padStart(3, '0')}-${name}`);
  expect(await migratePostgres({ connectionString })).toEqual(all);
  const journal = 'select * from selvedge.schema_migrations order by number';
  const before = await queryPostgres(connectionString, journal);
  expect(await migratePostgres({ connectionString })).toEqual([]);
  expect(await queryPostgres(connectionString, journal)).toEqual(before);
});

test('makes one schema when several processes start at once', { timeout: 60_000 }, async () => {
  const connectionString = await newDatabase();
  const file = new URL('./postgres-migrate-process.ts', import.meta.url);
  const processes = Array.from({ length: 3 }, () =>
    fork(file, [connectionString], { execArgv: [] }),
  );
  onTestFinished(() => processes.forEach((one) => void one.kill()));
  await Promise.all(processes.map((one) => once(one, 'message')));
  const ends = processes.map((one) => once(one, 'exit'));
  for (const one of processes) one.send('open');
  expect((await Promise.all(ends)).map(([code]: unknown[]) => code)).toEqual([0, 0, 0]);
  const ran = await queryPostgres(
    connectionString,
    'select number from selvedge.schema_migrations',
  );
  expect(ran).toHaveLength(migrations.length);
});

test('leaves nothing of a migration that fails, and runs it again the next time', async () => {
  const connectionString = await newDatabase();
  const broken = { ...second, postgres: 'CREATE TABLE two (a TEXT); CREATE TABLE two (a TEXT)' };
  const failing = runPostgresMigrations({ connectionString }, [first, broken]);
  await expect(failing).rejects.toThrow('already exists');
  expect(await tablesOf(connectionString)).toEqual(['one', 'schema_migrations']);
  const again = runPostgresMigrations({ connectionString }, [first, second]);
  expect(await again).toEqual(['002-second']);
});

test('refuses a database that a newer version of the package has changed', async () => {
  const connectionString = await newDatabase();
  const newer = { ...second, number: migrations.length + 1, name: 'later' };
  await runPostgresMigrations({ connectionString }, [...migrations, newer]);
  const sentence = `selvedge: the database is newer than this version of the package: migration ${newer.number} (later) is not known here.`;
  await expect(migratePostgres({ connectionString })).rejects.toThrow(sentence);
  await expect(createPostgresStore({ connectionString })).rejects.toThrow(sentence);
});

test('refuses a database whose migration was edited after it ran', async () => {
  const connectionString = await newDatabase();
  await runPostgresMigrations({ connectionString }, [first]);
  const edited = { ...first, postgres: 'CREATE TABLE one (b TEXT)' };
  await expect(runPostgresMigrations({ connectionString }, [edited])).rejects.toThrow(
    'selvedge: migration 1 (first) ran on this database with other statements than this version has.',
  );
});

test('opens for a role that may not make tables, once they are made', async () => {
  const connectionString = await newDatabase();
  await migratePostgres({ connectionString });
  const role = `selvedge_${process.pid}`;
  await queryPostgres(
    connectionString,
    `create role ${role} login password 'x'; grant usage on schema selvedge to ${role};
     grant select, insert, update, delete on all tables in schema selvedge to ${role}`,
  );
  onTestFinished(async () => {
    await queryPostgres(connectionString, `drop owned by ${role}; drop role ${role}`);
  });
  const url = new URL(connectionString);
  url.username = role;
  url.password = 'x';
  const store = await createPostgresStore({ connectionString: url.href });
  onTestFinished(() => store.close());
  await store.discardFiles(['a'], '2026-11-20T12:00:00.000Z');
  expect(await store.findDiscardedFiles('2026-11-20T12:00:00.000Z')).toEqual(['a']);
});

testOnPostgres('finds every row by an index', async ({ url }) => {
  const scanning: string[] = [];
  for (const one of statements) {
    const { sql, slots } = compileForPostgres(one);
    const values = slots.length === 0 ? '' : `(${slots.map(() => 'null').join(', ')})`;
    const plan = await queryPostgres(
      url,
      `set search_path = selvedge; set enable_seqscan = off; set plan_cache_mode = force_generic_plan;
       prepare one as ${sql}; explain execute one ${values}`,
    );
    if (plan.some((line) => /Seq Scan/.test(String(line['QUERY PLAN'])))) scanning.push(sql);
  }
  expect(scanning).toEqual([]);
});

testOnPostgres('has the same tables and columns as SQLite, of the same kinds', async (stage) => {
  const file = newFile();
  await createSqliteStore({ file }).close();
  const inSqlite = tableNames(file).flatMap((table) =>
    query(file, `PRAGMA table_info(${table})`).map(
      (column) => `${table}.${String(column['name'])} ${String(column['type'])}`,
    ),
  );
  const inPostgres = await stage.query(`select table_name || '.' || column_name || ' ' ||
      case data_type when 'bigint' then 'INTEGER' else upper(data_type) end as line
    from information_schema.columns where table_schema = 'selvedge'`);
  expect(inPostgres.map(({ line }) => line).toSorted()).toEqual(inSqlite.toSorted());
});
