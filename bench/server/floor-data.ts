import { anyDigest, numbers, personColumns, type RunSql, signIn } from './filling.ts';
import { type KnownSession, sessionExpiresAt } from './people.ts';

const tables = [
  `CREATE TABLE account (
    id TEXT PRIMARY KEY, email TEXT NOT NULL UNIQUE, email_verified INTEGER NOT NULL, name TEXT, username TEXT UNIQUE,
    given_name TEXT, family_name TEXT, nickname TEXT, language TEXT, version INTEGER NOT NULL,
    created_at TEXT NOT NULL, updated_at TEXT NOT NULL
  )`,
  `CREATE TABLE session (
    token_hash TEXT PRIMARY KEY, account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    created_at TEXT NOT NULL, expires_at TEXT NOT NULL
  )`,
  `CREATE TABLE audit (
    id TEXT PRIMARY KEY, account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    action TEXT NOT NULL, at TEXT NOT NULL
  )`,
  'CREATE INDEX audit_account ON audit (account_id)',
];

/** Makes the floor's tables and fills them: everybody has an account, a session and an entry of having signed up. */
export async function fillFloor(run: RunSql): Promise<KnownSession[]> {
  const at = `'${new Date().toISOString()}'`;
  for (const table of tables) await run(table);
  await run(`INSERT INTO account (id, email, name, username, email_verified, version, created_at, updated_at)
    ${numbers} SELECT gen_random_uuid(), ${personColumns}, 1, 1, ${at}, ${at} FROM numbers`);
  await run(
    `INSERT INTO session SELECT ${anyDigest}, id, ${at}, '${sessionExpiresAt().toISOString()}' FROM account`,
  );
  await run(`INSERT INTO audit SELECT gen_random_uuid(), id, 'signed_up', ${at} FROM account`);
  return signIn(run, { table: 'session', digest: 'token_hash' }, 'account');
}

/** The session's token among the cookies of a request. */
export function sessionToken(cookies: string | undefined): string | undefined {
  for (const pair of (cookies ?? '').split('; ')) {
    const equals = pair.indexOf('=');
    if (pair.slice(0, equals) === 'selvedge-session') return pair.slice(equals + 1);
  }
  return undefined;
}
