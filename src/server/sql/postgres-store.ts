import type { AccountStore } from '../ports/account-store.ts';
import { createPostgresEngine } from './postgres-engine.ts';
import { migratePostgres } from './postgres-migrate.ts';
import { makePool } from './postgres-open.ts';
import type { PostgresOptions } from './postgres-options.ts';
import { createSqlStore } from './store.ts';

/**
 * Connects to a PostgreSQL server (tested with 15 and 18) and brings its schema up to date. Several processes may share
 * the database. Needs the package `pg`. Commits are on the server's disk when they are acknowledged: `fsync`,
 * `full_page_writes` and `synchronous_commit` are read back on every connection.
 *
 * Throws a sentence when the server does not answer, when one of the three is off, when its encoding is not UTF-8, and
 * when the database is newer than this version of the package. Its methods throw `AccountError('unavailable')` while
 * the server is not there or too busy; then nothing was changed, or, where the answer to a commit was lost, all of it.
 */
export async function createPostgresStore(options: PostgresOptions): Promise<AccountStore> {
  await migratePostgres(options);
  return createSqlStore(createPostgresEngine(await makePool(options), options));
}
