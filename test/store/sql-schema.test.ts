import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { migrate } from '../../src/server/sql/migrate.ts';
import { compileForSqlite, statements } from '../../src/server/sql/statement.ts';
import { createSqliteStore } from '../../src/server/sql/store.ts';
import { newFile, query, tableNames } from './sql-database.ts';

function migrated(): string {
  const file = newFile();
  const database = new DatabaseSync(file);
  migrate(database);
  database.close();
  return file;
}

interface Column {
  name: string;
  type: string;
  notnull: number;
  pk: number;
}

function describeColumn({ name, type, notnull, pk }: Column): string {
  return `${name} ${type}${notnull ? '' : ' null'}${pk ? ' key' : ''}`;
}

test('has these tables and columns', () => {
  const file = migrated();
  const tables = tableNames(file).map((table) => {
    const columns = query(file, `PRAGMA table_info(${table})`) as unknown as Column[];
    return `${table}: ${columns.map(describeColumn).join(', ')}`;
  });
  expect(tables).toMatchInlineSnapshot(`
    [
      "accounts: id TEXT key, version INTEGER, email TEXT, email_verified INTEGER, name TEXT null, username TEXT null, given_name TEXT null, family_name TEXT null, nickname TEXT null, language TEXT null, password_hash TEXT null, password_changed_at TEXT null, avatar_large TEXT null, avatar_small TEXT null, sessions_valid_from TEXT null, sessions_kept TEXT null, created_at TEXT, password_stands_alone INTEGER, totp_enabled_at TEXT null",
      "attempts: key TEXT, at TEXT, expires_at TEXT",
      "audit: account_id TEXT key, at TEXT key, id TEXT key, event TEXT, session_id TEXT null, details TEXT, browser TEXT null, system TEXT null, place TEXT null",
      "challenges: digest TEXT key, account_id TEXT null, session_id TEXT null, purpose TEXT, expires_at TEXT, used_at TEXT null",
      "devices: account_id TEXT key, digest TEXT key, last_used_at TEXT",
      "discarded_files: key TEXT key, due_at TEXT",
      "email_addresses: canonical TEXT key, account_id TEXT, kept_until TEXT null, kept_verified INTEGER",
      "email_changes: id TEXT key, account_id TEXT, address TEXT, address_canonical TEXT, token_digest TEXT null, requested_at TEXT, expires_at TEXT, ended_at TEXT null, ending TEXT null",
      "email_reports: position INTEGER null key, id TEXT, account_id TEXT, token_digest TEXT, address TEXT, address_canonical TEXT, created_at TEXT, expires_at TEXT, ended_at TEXT null, ending TEXT null",
      "former_passwords: account_id TEXT key, position INTEGER key, hash TEXT",
      "grants: digest TEXT key, account_id TEXT, session_id TEXT, purpose TEXT, expires_at TEXT, used_at TEXT null",
      "identities: account_id TEXT key, position INTEGER key, provider TEXT, label TEXT, name TEXT null, connected_at TEXT, owns TEXT",
      "links: id TEXT key, account_id TEXT, kind TEXT, token_digest TEXT, address TEXT, address_canonical TEXT, created_at TEXT, expires_at TEXT, ended_at TEXT null, ending TEXT null",
      "outbox: position INTEGER null key, id TEXT, account_id TEXT null, email_change_id TEXT null, kind TEXT, recipient TEXT, language TEXT, params TEXT, created_at TEXT, due_at TEXT null, tries INTEGER, failure TEXT null",
      "passkeys: id TEXT key, account_id TEXT, position INTEGER, credential_id TEXT, public_key TEXT, sign_count INTEGER, transports TEXT, name TEXT, synced INTEGER, created_at TEXT, last_used_at TEXT null",
      "recovery_codes: account_id TEXT key, digest TEXT key",
      "schema_migrations: number INTEGER key, name TEXT, checksum TEXT, ran_at TEXT",
      "sessions: id TEXT key, token_digest TEXT, account_id TEXT, authenticated_at TEXT, methods TEXT, last_active_at TEXT, expires_at TEXT, browser TEXT null, system TEXT null, place TEXT null",
      "totp: account_id TEXT key, secret_id TEXT, state TEXT, session_id TEXT, expires_at TEXT, last_step INTEGER",
      "tries_in_a_row: key TEXT key, account_id TEXT null, count INTEGER, at TEXT",
    ]
  `);
});

test('lets no value of another type into a column', () => {
  const file = migrated();
  const strict = query(file, `SELECT name, strict FROM pragma_table_list WHERE schema = 'main'`);
  const loose = strict.filter((table) => table['strict'] === 0).map((table) => table['name']);
  // SQLite's own tables cannot be strict.
  expect(loose.filter((name) => !String(name).startsWith('sqlite_'))).toEqual([]);
});

test('finds every row by an index', async () => {
  const file = newFile();
  await createSqliteStore({ file }).close();
  const database = new DatabaseSync(file);
  onTestFinished(() => database.close());
  const scanning = statements
    .map((statement) => compileForSqlite(statement).sql)
    .filter((sql) =>
      database
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .some((step) => /^SCAN (?!\(|.*json_each)/.test(String(step['detail']))),
    );
  expect(scanning).toEqual([]);
});

test('takes everything along that belongs to a deleted account', () => {
  const file = migrated();
  const keys = tableNames(file).flatMap((table) =>
    query(file, `PRAGMA foreign_key_list(${table})`).map(
      (key) =>
        `${table}.${String(key['from'])} → ${String(key['table'])} ${String(key['on_delete'])}`,
    ),
  );
  expect(keys).toMatchInlineSnapshot(`
    [
      "audit.account_id → accounts CASCADE",
      "challenges.account_id → accounts CASCADE",
      "devices.account_id → accounts CASCADE",
      "email_addresses.account_id → accounts CASCADE",
      "email_changes.account_id → accounts CASCADE",
      "email_reports.account_id → accounts CASCADE",
      "former_passwords.account_id → accounts CASCADE",
      "grants.account_id → accounts CASCADE",
      "identities.account_id → accounts CASCADE",
      "links.account_id → accounts CASCADE",
      "passkeys.account_id → accounts CASCADE",
      "recovery_codes.account_id → accounts CASCADE",
      "sessions.account_id → accounts CASCADE",
      "totp.account_id → accounts CASCADE",
      "tries_in_a_row.account_id → accounts CASCADE",
    ]
  `);
});
