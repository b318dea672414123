import { randomUUID } from 'node:crypto';

import express from 'express';
import pg from 'pg';

import { announce, listen } from './measured.ts';
import {
  accountCount,
  hashToken,
  mintToken,
  person,
  sessionCount,
  sessionExpiresAt,
} from './people.ts';
import { startDurablePostgres } from './postgres.ts';

// The least that an Express server can do for the two requests, through bare `pg`: prepared statements on a pool, no
// validation, no cross-site check, no limits. What an account has is read with it, as any server has to.

const { url } = await startDurablePostgres();
const pool = new pg.Pool({ connectionString: url, max: 10 });
await pool.query(`
  CREATE TABLE account (
    id TEXT PRIMARY KEY, email TEXT NOT NULL UNIQUE, email_verified BIGINT NOT NULL, name TEXT, username TEXT UNIQUE,
    given_name TEXT, family_name TEXT, nickname TEXT, language TEXT, version BIGINT NOT NULL,
    created_at TEXT NOT NULL, updated_at TEXT NOT NULL
  );
  CREATE TABLE session (
    token_hash TEXT PRIMARY KEY, account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    created_at TEXT NOT NULL, expires_at TEXT NOT NULL
  );
  CREATE TABLE audit (
    id TEXT PRIMARY KEY, account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    action TEXT NOT NULL, at TEXT NOT NULL
  );
  CREATE INDEX audit_account ON audit (account_id);
`);

const now = new Date().toISOString();
const sessions: { cookie: string; expectRead: string; expectWrite: string }[] = [];
const client = await pool.connect();
await client.query('BEGIN');
for (let number = 0; number < accountCount; number += 1) {
  const { email, name, username } = person(number);
  const id = randomUUID();
  await client.query(
    `INSERT INTO account (id, email, email_verified, name, username, version, created_at, updated_at)
     VALUES ($1, $2, 1, $3, $4, 1, $5, $5)`,
    [id, email, name, username, now],
  );
  if (number >= sessionCount) continue;
  const token = mintToken();
  const values = [hashToken(token), id, now, sessionExpiresAt().toISOString()];
  await client.query('INSERT INTO session VALUES ($1, $2, $3, $4)', values);
  sessions.push({ cookie: `selvedge-session=${token}`, expectRead: email, expectWrite: email });
}
await client.query('COMMIT');
client.release();
await pool.query('ANALYZE');

const readAccount = {
  name: 'read',
  text: `SELECT account.* FROM session JOIN account ON account.id = account_id
    WHERE token_hash = $1 AND expires_at > $2`,
};
const updateAccount = {
  name: 'update',
  text: `UPDATE account SET name = $1, version = version + 1, updated_at = $2 WHERE id = $3 AND version = $4 RETURNING *`,
};
const insertAudit = { name: 'audit', text: 'INSERT INTO audit VALUES ($1, $2, $3, $4)' };

async function signedIn(
  cookies: string | undefined,
): Promise<{ id: string; version: string } | undefined> {
  for (const pair of (cookies ?? '').split('; ')) {
    const equals = pair.indexOf('=');
    if (pair.slice(0, equals) !== 'selvedge-session') continue;
    const values = [hashToken(pair.slice(equals + 1)), new Date().toISOString()];
    return (await pool.query({ ...readAccount, values })).rows[0];
  }
  return undefined;
}

async function rename(id: string, version: string, name: string): Promise<unknown> {
  const at = new Date().toISOString();
  const connection = await pool.connect();
  try {
    await connection.query('BEGIN');
    const { rows } = await connection.query({ ...updateAccount, values: [name, at, id, version] });
    if (rows.length === 0) {
      await connection.query('ROLLBACK');
      return undefined;
    }
    const values = [randomUUID(), id, 'profile_updated', at];
    await connection.query({ ...insertAudit, values });
    await connection.query('COMMIT');
    return rows[0];
  } finally {
    connection.release();
  }
}

const app = express();

// oxlint-disable-next-line oxc/no-async-endpoint-handlers -- Express 5 answers what it throws
app.get('/api/auth/users/me', async (request, response) => {
  const account = await signedIn(request.headers.cookie);
  if (account === undefined) return void response.sendStatus(401);
  response.json(account);
});

// oxlint-disable-next-line oxc/no-async-endpoint-handlers -- Express 5 answers what it throws
app.put('/api/auth/users/me', express.json(), async (request, response) => {
  const account = await signedIn(request.headers.cookie);
  if (account === undefined) return void response.sendStatus(401);
  const body: { name: string } = request.body;
  const renamed = await rename(account.id, account.version, body.name);
  if (renamed === undefined) return void response.sendStatus(412);
  response.json(renamed);
});

const port = await listen(app);
const path = '/api/auth/users/me';
announce({
  port,
  host: `localhost:${port}`,
  read: { method: 'GET', path, headers: {}, sendsName: false },
  write: { method: 'PUT', path, headers: { Origin: `http://localhost:${port}` }, sendsName: true },
  sessions,
});
