import type { RanMigration } from './migration-journal.ts';
import { checkRan, checksumOf, fullName } from './migration-journal.ts';
import type { Migration } from './migrations/migration.ts';
import { migrations } from './migrations/migrations.ts';

/** An open SQLite connection: `DatabaseSync` of `node:sqlite`, or anything with the same three methods. */
export interface MigratableDatabase {
  /** Runs statements without values, one or several; throws when one fails. */
  exec(sql: string): unknown;
  /** One statement: `all` answers its rows as objects, `run` takes values for its `?` in order. */
  prepare(sql: string): {
    all(): unknown[];
    run(...values: (string | number)[]): unknown;
  };
}

function findRan(database: MigratableDatabase): RanMigration[] {
  const query = 'SELECT number, name, checksum FROM schema_migrations ORDER BY number';
  return database.prepare(query).all() as RanMigration[];
}

function hasJournal(database: MigratableDatabase): boolean {
  const query = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'schema_migrations'";
  return database.prepare(query).all().length > 0;
}

function inTransaction(database: MigratableDatabase, work: () => void): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    work();
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

/** `migrate` with a list of migrations of its own. */
export function runMigrations(
  database: MigratableDatabase,
  known: readonly Migration[],
): readonly string[] {
  if (!hasJournal(database)) {
    database.exec(
      'CREATE TABLE IF NOT EXISTS schema_migrations (number INTEGER PRIMARY KEY NOT NULL, name TEXT NOT NULL, checksum TEXT NOT NULL, ran_at TEXT NOT NULL) STRICT',
    );
  }
  const names: string[] = [];
  const before = findRan(database);
  checkRan(before, known, 'sqlite');
  for (const migration of known) {
    const { number, name } = migration;
    if (before.some((one) => one.number === number)) continue;
    inTransaction(database, () => {
      // Another process may have been faster; inside the write lock nobody can be.
      const ran = findRan(database);
      checkRan(ran, known, 'sqlite');
      if (ran.some((one) => one.number === number)) return;
      database.exec(migration.sqlite);
      database
        .prepare(
          'INSERT INTO schema_migrations (number, name, checksum, ran_at) VALUES (?, ?, ?, ?)',
        )
        .run(number, name, checksumOf(migration.sqlite), new Date().toISOString());
      names.push(fullName(migration));
    });
  }
  return names;
}

/**
 * Brings the schema up to date and answers the names of the migrations that it ran, none when there was nothing to do.
 * `createSqliteStore` does this by itself; call it to migrate at a time of your own. Each migration is one
 * transaction. Throws a sentence when the database is newer than this version of the package, or was made by other
 * statements.
 */
export function migrate(database: MigratableDatabase): readonly string[] {
  return runMigrations(database, migrations);
}
