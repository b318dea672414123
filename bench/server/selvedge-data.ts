import { join } from 'node:path';

import { createPostgresStore, createSqliteStore } from 'selvedge/sql';

import { store } from './contender-args.ts';
import { fillSqlite } from './database.ts';
import { anyDigest, numbers, personColumns, type RunSql, signIn } from './filling.ts';
import { type KnownSession, sessionExpiresAt } from './people.ts';

/** Fills selvedge's own tables with the rows that a sign-up leaves behind. */
async function fill(run: RunSql, passwordHash: string): Promise<KnownSession[]> {
  const at = `'${new Date().toISOString()}'`;
  await run(`INSERT INTO accounts (id, email, name, username, version, email_verified, password_hash,
      password_changed_at, password_stands_alone, created_at)
    ${numbers} SELECT gen_random_uuid(), ${personColumns}, 1, 1, '${passwordHash}', ${at}, 1, ${at} FROM numbers`);
  await run('INSERT INTO email_addresses (canonical, account_id) SELECT email, id FROM accounts');
  await run(`INSERT INTO sessions (id, token_digest, account_id, authenticated_at, methods, last_active_at, expires_at)
    SELECT gen_random_uuid(), ${anyDigest}, id, ${at}, '["password"]', ${at}, '${sessionExpiresAt().toISOString()}'
    FROM accounts`);
  await run(
    `INSERT INTO devices (account_id, digest, last_used_at) SELECT id, ${anyDigest}, ${at} FROM accounts`,
  );
  await run(`INSERT INTO audit (account_id, at, id, event, session_id, details)
    SELECT account_id, ${at}, gen_random_uuid(), 'signed_up', id, '{}' FROM sessions`);
  return signIn(run, { table: 'sessions', digest: 'token_digest' }, 'accounts');
}

/** A store of which the tables were made by itself and the rows by the bench. */
export interface FilledStore {
  store: ReturnType<typeof createSqliteStore>;
  sessions: KnownSession[];
}

async function openSqlite(folder: string, passwordHash: string): Promise<FilledStore> {
  const file = join(folder, 'selvedge.sqlite');
  await createSqliteStore({ file }).close();
  const sessions = await fillSqlite(file, (run) => fill(run, passwordHash));
  return { store: createSqliteStore({ file }), sessions };
}

async function openPostgres(passwordHash: string): Promise<FilledStore> {
  // Only here: what is loaded counts as memory of the server.
  const { fillPostgres, startDurablePostgres } = await import('./postgres.ts');
  const { url: connectionString } = await startDurablePostgres();
  await (await createPostgresStore({ connectionString })).close();
  const sessions = await fillPostgres(connectionString, 'selvedge', (run) =>
    fill(run, passwordHash),
  );
  return { store: await createPostgresStore({ connectionString }), sessions };
}

/** The store that the program was started for, filled; SQLite's file lies in the folder. */
export const openFilled = (folder: string, passwordHash: string): Promise<FilledStore> =>
  store === 'postgres' ? openPostgres(passwordHash) : openSqlite(folder, passwordHash);
