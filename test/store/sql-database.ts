import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';

/** An empty folder for one test's database. */
export function makeFolder(): { file: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'selvedge-sql-'));
  return {
    file: join(folder, 'accounts.sqlite'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Path of a database that does not exist yet; removed with everything beside it when the test is over. */
export function newFile(): string {
  const { file, remove } = makeFolder();
  onTestFinished(remove);
  return file;
}

/** Reads, past the store, with one query. */
export function query(file: string, sql: string): Record<string, unknown>[] {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return database
      .prepare(sql)
      .all()
      .map((row) => ({ ...row }));
  } finally {
    database.close();
  }
}

/** The names of the tables. */
export function tableNames(file: string): string[] {
  const sql = `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name`;
  return query(file, sql).map((row) => String(row['name']));
}

/** Every row of every table, as text. */
export function dumpDatabase(file: string): string {
  const rows = tableNames(file).flatMap((table) =>
    query(file, `SELECT * FROM ${table}`).map((row) => `${table} ${JSON.stringify(row)}`),
  );
  return rows.sort().join('\n');
}
