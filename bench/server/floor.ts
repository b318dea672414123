import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

import express from 'express';

import { databaseFolder, fillSqlite, openDurable } from './database.ts';
import { fillFloor, sessionToken } from './floor-data.ts';
import { announceAccounts, listen } from './measured.ts';
import { hashToken } from './people.ts';

// The least that an Express server can do for the two requests: no validation, no cross-site check, no limits.

const file = join(await databaseFolder(), 'floor.sqlite');
const sessions = await fillSqlite(file, fillFloor);
const database = openDurable(file);

const readSession = database.prepare(
  'SELECT account_id FROM session WHERE token_hash = ? AND expires_at > ?',
);
const readAccount = database.prepare('SELECT * FROM account WHERE id = ?');
const readVersion = database.prepare('SELECT version FROM account WHERE id = ?');
const updateAccount = database.prepare(
  `UPDATE account SET name = ?, version = version + 1, updated_at = ? WHERE id = ? AND version = ? RETURNING *`,
);
const insertAudit = database.prepare('INSERT INTO audit VALUES (?, ?, ?, ?)');
const begin = database.prepare('BEGIN IMMEDIATE');
const commit = database.prepare('COMMIT');
const rollback = database.prepare('ROLLBACK');

function signedIn(cookies: string | undefined): string | undefined {
  const token = sessionToken(cookies);
  if (token === undefined) return undefined;
  const session = readSession.get(hashToken(token), new Date().toISOString());
  return session?.['account_id'] as string | undefined;
}

const app = express();

app.get('/api/auth/users/me', (request, response) => {
  const id = signedIn(request.headers.cookie);
  if (id === undefined) return void response.sendStatus(401);
  response.json(readAccount.get(id));
});

app.put('/api/auth/users/me', express.json(), (request, response) => {
  const id = signedIn(request.headers.cookie);
  if (id === undefined) return void response.sendStatus(401);
  const body: { name: string } = request.body;
  const at = new Date().toISOString();
  begin.run();
  const version = readVersion.get(id)?.['version'] as number;
  const account = updateAccount.get(body.name, at, id, version);
  if (account === undefined) {
    rollback.run();
    return void response.sendStatus(412);
  }
  insertAudit.run(randomUUID(), id, 'profile_updated', at);
  commit.run();
  response.json(account);
});

announceAccounts(await listen(app), sessions);
