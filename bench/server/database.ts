import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import type { RunSql } from './filling.ts';

/** The settings that decide what a commit costs, as SQLite itself reports them. */
export interface Durability {
  journalMode: string;
  /** 2 is FULL: the log is flushed to the disk before a commit answers. */
  synchronous: number;
}

/**
 * An empty folder for one server's database, removed when the process ends. It lies beside the bench and not in the
 * system's temporary folder, because that is memory on many machines and a flush to it costs nothing.
 */
export async function databaseFolder(): Promise<string> {
  const work = join(import.meta.dirname, '../.work');
  await mkdir(work, { recursive: true });
  const folder = await mkdtemp(join(work, 'server-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Reads back how durable a commit on this connection is; throws unless it is a write-ahead log with a full flush. */
export function checkDurability(database: DatabaseSync): Durability {
  const journalMode = String(Object.values(database.prepare('PRAGMA journal_mode').get() ?? {})[0]);
  const synchronous = Number(Object.values(database.prepare('PRAGMA synchronous').get() ?? {})[0]);
  if (journalMode !== 'wal' || synchronous !== 2) {
    throw new Error(`journal_mode=${journalMode}, synchronous=${synchronous}; wanted wal and 2`);
  }
  return { journalMode, synchronous };
}

/** Opens a database file as a write-ahead log with `synchronous=FULL`, and reads both back. */
export function openDurable(path: string): DatabaseSync {
  const database = new DatabaseSync(path);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
  checkDurability(database);
  return database;
}

/**
 * Fills a database that nobody has open, without the care that a commit takes, and leaves it on the disk. The texts may
 * use `gen_random_uuid()`, as on PostgreSQL.
 */
export async function fillSqlite<Result>(
  path: string,
  fill: (run: RunSql) => Promise<Result>,
): Promise<Result> {
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: false });
  database.function('gen_random_uuid', () => randomUUID());
  database.exec(
    'PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000',
  );
  database.exec('BEGIN');
  const result = await fill(async (sql) => database.exec(sql));
  database.exec('COMMIT');
  database.close();
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
  return result;
}
