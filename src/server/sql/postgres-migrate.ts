import type { ClientBase } from 'pg';
import type { RanMigration } from './migration-journal.ts';
import { checkRan, checksumOf, fullName } from './migration-journal.ts';
import type { Migration } from './migrations/migration.ts';
import { migrations } from './migrations/migrations.ts';
import { connectFirst, makePool } from './postgres-open.ts';
import type { PostgresOptions } from './postgres-options.ts';
import { schemaOf } from './postgres-options.ts';
import { quoted } from './postgres-settings.ts';

/** Whoever migrates holds it: the word `selvedge` as a number. */
const lock = '8315168209977042789';

async function isThere(client: ClientBase, what: 'regclass' | 'regnamespace', name: string) {
  const text = `select to_${what}($1) is not null as found`;
  const { rows } = await client.query<{ found: string }>(text, [quoted(name)]);
  // Booleans are not parsed on these connections: the tables have none.
  return rows[0]?.found === 't';
}

async function findRan(client: ClientBase): Promise<RanMigration[]> {
  if (!(await isThere(client, 'regclass', 'schema_migrations'))) return [];
  const query = 'SELECT number, name, checksum FROM schema_migrations ORDER BY number';
  return (await client.query<RanMigration>(query)).rows;
}

async function makeJournal(client: ClientBase, schema: string): Promise<void> {
  // Only when it is missing: a role that may not make one can still work in it.
  if (!(await isThere(client, 'regnamespace', schema))) {
    await client.query(`CREATE SCHEMA ${quoted(schema)}`);
  }
  await client.query(
    'CREATE TABLE IF NOT EXISTS schema_migrations (number BIGINT PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, ran_at TEXT NOT NULL)',
  );
}

async function runOne(
  client: ClientBase,
  schema: string,
  migration: Migration,
  known: readonly Migration[],
): Promise<boolean> {
  await client.query(`SELECT pg_advisory_xact_lock(${lock})`);
  await makeJournal(client, schema);
  // Another process may have been faster; under the lock nobody can be.
  const ran = await findRan(client);
  checkRan(ran, known, 'postgres');
  const { number, name, postgres } = migration;
  if (ran.some((one) => one.number === number)) return false;
  await client.query(postgres);
  await client.query(
    'INSERT INTO schema_migrations (number, name, checksum, ran_at) VALUES ($1, $2, $3, $4)',
    [number, name, checksumOf(postgres), new Date().toISOString()],
  );
  return true;
}

async function inTransaction<Result>(
  client: ClientBase,
  work: () => Promise<Result>,
): Promise<Result> {
  // What others commit while we wait for the lock has to be seen afterwards.
  await client.query('BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE');
  try {
    const result = await work();
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** `migratePostgres` with a list of migrations of its own. */
export async function runPostgresMigrations(
  options: PostgresOptions,
  known: readonly Migration[],
): Promise<readonly string[]> {
  // A migration takes as long as it takes.
  const pool = await makePool({ ...options, statementTimeoutMilliseconds: 0, maxConnections: 1 });
  try {
    const client = await connectFirst(pool);
    try {
      const before = await findRan(client);
      checkRan(before, known, 'postgres');
      const names: string[] = [];
      for (const migration of known) {
        if (before.some((one) => one.number === migration.number)) continue;
        const run = () => runOne(client, schemaOf(options), migration, known);
        if (await inTransaction(client, run)) names.push(fullName(migration));
      }
      return names;
    } finally {
      client.release();
    }
  } finally {
    await pool.end();
  }
}

/**
 * Brings the schema up to date and answers the names of the migrations that it ran, none when there was nothing to do.
 * `createPostgresStore` does this by itself; call it to migrate at a time of your own, or as a role that may make
 * tables where the server's may not. Each migration is one transaction under a lock, so that several processes can
 * start at once. Throws a sentence when the database is newer than this version of the package, was made by other
 * statements, or is not durable.
 */
export function migratePostgres(options: PostgresOptions): Promise<readonly string[]> {
  return runPostgresMigrations(options, migrations);
}
