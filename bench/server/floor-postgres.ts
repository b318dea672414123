import { randomUUID } from 'node:crypto';

import express from 'express';
import pg from 'pg';

import { fillFloor, sessionToken } from './floor-data.ts';
import { announceAccounts, atEnd, listen } from './measured.ts';
import { hashToken } from './people.ts';
import { fillPostgres, startDurablePostgres } from './postgres.ts';

// The least that an Express server can do for the two requests, through bare `pg`: prepared statements on a pool, no
// validation, no cross-site check, no limits. What an account has is read with it, as any server has to.

const { url } = await startDurablePostgres();
const sessions = await fillPostgres(url, 'public', fillFloor);
const pool = new pg.Pool({ connectionString: url, max: 10 });
atEnd(() => pool.end());

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
): Promise<{ id: string; version: number } | undefined> {
  const token = sessionToken(cookies);
  if (token === undefined) return undefined;
  const values = [hashToken(token), new Date().toISOString()];
  return (await pool.query({ ...readAccount, values })).rows[0];
}

async function rename(id: string, version: number, name: string): Promise<unknown> {
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

announceAccounts(await listen(app), sessions);
