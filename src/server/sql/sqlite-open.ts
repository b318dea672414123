import type { DatabaseSync } from 'node:sqlite';
import { loadSqlite } from './node-sqlite.ts';
import { orUnavailableAfter } from './sqlite-errors.ts';

/** Where the database is, and how long to wait for it. */
export interface SqliteOptions {
  /** Path of the database file; its folder must exist. SQLite puts `-wal` and `-shm` beside it. */
  file: string;
  /** How long a write waits for another process before it throws `unavailable`. Default 5,000. */
  busyTimeoutMilliseconds?: number;
}

interface Setting {
  pragma: string;
  value: string | number;
  /** What to say when it did not take. */
  why: string;
}

function settings(busyTimeoutMilliseconds: number): Setting[] {
  return [
    {
      pragma: 'busy_timeout',
      value: busyTimeoutMilliseconds,
      why: 'a busy database would fail at once',
    },
    {
      pragma: 'journal_mode',
      value: 'wal',
      why: 'the file must be on a local disk, not in memory',
    },
    // 2 is FULL: a commit answers only once the log is on the disk.
    { pragma: 'synchronous', value: 2, why: 'a power cut could lose what was acknowledged' },
    { pragma: 'foreign_keys', value: 1, why: 'rows of a deleted account would stay' },
  ];
}

function read(database: DatabaseSync, pragma: string): unknown {
  return Object.values(database.prepare(`PRAGMA ${pragma}`).get() ?? {})[0];
}

function apply(database: DatabaseSync, { pragma, value, why }: Setting): void {
  database.exec(`PRAGMA ${pragma} = ${value}`);
  const found = read(database, pragma);
  if (found !== value) {
    throw new Error(
      `selvedge: SQLite keeps ${pragma} at ${String(found)} instead of ${value}: ${why}.`,
    );
  }
}

/** Opens the file and makes sure, by reading back, that what is acknowledged is on the disk. */
export function openSqlite(options: SqliteOptions): DatabaseSync {
  const { file, busyTimeoutMilliseconds = 5000 } = options;
  const database = new (loadSqlite().DatabaseSync)(file);
  try {
    for (const setting of settings(busyTimeoutMilliseconds)) {
      // Changing the journal of a new file fails at once when another process does the same.
      orUnavailableAfter(busyTimeoutMilliseconds, () => apply(database, setting));
    }
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}
