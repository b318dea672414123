import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import type { AccountStore, Effects, NewAccount } from '../../src/server/ports/account-store.ts';
import { nowhere } from '../../src/server/ports/session-store.ts';
import { requireSqlite } from '../../src/server/sql/node-sqlite.ts';
import { openSqlite } from '../../src/server/sql/sqlite-open.ts';
import { createSqliteStore } from '../../src/server/sql/store.ts';
import { dumpDatabase, newFile } from './sql-database.ts';

const at = '2026-11-20T12:00:00.000Z';

function effects(id: string): Effects {
  return {
    at,
    grant: null,
    attempts: [{ key: 'tries', limits: [{ count: 10, seconds: 60 }] }],
    deliveries: [],
    audit: { id, event: 'tested', sessionId: null, details: {}, from: nowhere },
  };
}

const ada: NewAccount = {
  id: 'ada',
  email: 'Ada@example.com',
  emailCanonical: 'ada@example.com',
  emailVerified: true,
  name: 'Ada',
  username: null,
  givenName: null,
  familyName: null,
  nickname: null,
  language: null,
  passwordHash: null,
  passwordChangedAt: null,
  passwordStandsAlone: true,
  createdAt: at,
  identities: [],
};

function readBack(file: string): Record<string, unknown> {
  const database = openSqlite({ file, busyTimeoutMilliseconds: 1234 });
  try {
    const pragmas = ['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout'];
    return Object.fromEntries(
      pragmas.map((name) => [
        name,
        Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0],
      ]),
    );
  } finally {
    database.close();
  }
}

async function makeAda(store: AccountStore): Promise<void> {
  expect(await store.createAccount(ada, null, effects('first'))).toMatchObject({ kind: 'done' });
}

const durable = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, busy_timeout: 1234 };

test('flushes every commit and holds foreign keys, on a new database', () => {
  expect(readBack(newFile())).toEqual(durable);
});

test('flushes every commit again when the database is opened once more', () => {
  const file = newFile();
  readBack(file);
  expect(readBack(file)).toEqual(durable);
});

test('takes a database back into the write-ahead log that was switched to another journal', () => {
  const file = newFile();
  readBack(file);
  const other = new DatabaseSync(file);
  other.exec('PRAGMA journal_mode = DELETE');
  other.close();
  expect(readBack(file)).toEqual(durable);
});

test('refuses a database in memory with a sentence, as nothing would be on a disk', () => {
  expect(() => createSqliteStore({ file: ':memory:' })).toThrow(
    'selvedge: SQLite keeps journal_mode at memory instead of wal: the file must be on a local disk, not in memory.',
  );
});

test('keeps what was acknowledged when it is closed and opened again', async () => {
  const file = newFile();
  const before = createSqliteStore({ file });
  await makeAda(before);
  await before.close();
  const after = createSqliteStore({ file });
  expect(await after.findAccount('ada', at)).toMatchObject({
    email: 'Ada@example.com',
    version: 1,
  });
  await after.close();
});

test('answers unavailable while another connection holds the lock for too long, and changes nothing', async () => {
  const file = newFile();
  const store = createSqliteStore({ file, busyTimeoutMilliseconds: 20 });
  await makeAda(store);
  const before = dumpDatabase(file);
  const other = new DatabaseSync(file);
  other.exec('BEGIN IMMEDIATE');
  const change = { accountId: 'ada', values: { name: 'Eve' }, expectedVersion: null };
  await expect(store.updateProfile(change, effects('second'))).rejects.toMatchObject({
    name: 'AccountError',
    code: 'unavailable',
  });
  // Reading goes on beside a writer.
  expect(await store.findAccount('ada', at)).toMatchObject({ name: 'Ada' });
  other.exec('COMMIT');
  other.close();
  expect(dumpDatabase(file)).toBe(before);
  expect(await store.updateProfile(change, effects('third'))).toMatchObject({ kind: 'done' });
  await store.close();
});

test('answers unavailable when a new database stays locked while it is opened', () => {
  const file = newFile();
  const other = new DatabaseSync(file);
  other.exec('BEGIN EXCLUSIVE');
  expect(() => createSqliteStore({ file, busyTimeoutMilliseconds: 20 })).toThrow(
    expect.objectContaining({ name: 'AccountError', code: 'unavailable' }),
  );
  other.close();
});

test('hands on an error that nobody expects, takes back the transaction, and goes on working', async () => {
  const file = newFile();
  const store = createSqliteStore({ file });
  await makeAda(store);
  const before = dumpDatabase(file);
  const change = { accountId: 'ada', values: { name: 'Eve' }, expectedVersion: null };
  // The id of an entry in the security log occurs twice: the last statement of the transaction fails.
  await expect(store.updateProfile(change, effects('first'))).rejects.toThrow('UNIQUE constraint');
  expect(dumpDatabase(file)).toBe(before);
  expect(await store.updateProfile(change, effects('second'))).toMatchObject({ kind: 'done' });
  await store.close();
});

test('lets itself be closed twice', async () => {
  const store = createSqliteStore({ file: newFile() });
  await store.close();
  await expect(store.close()).resolves.toBeUndefined();
});

test('says in one sentence that Node.js is too old', () => {
  const sentence =
    'selvedge: SQLite needs Node.js 24 or newer, which has it built in; this is Node.js';
  expect(() => requireSqlite('22.12.0', process.getBuiltinModule)).toThrow(`${sentence} 22.12.0.`);
  expect(() => requireSqlite('24.15.0', () => undefined)).toThrow(`${sentence} 24.15.0.`);
});
