import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

import express from 'express';

import { databaseFolder, openDurable } from './database.ts';
import { announce, listen } from './measured.ts';
import {
  accountCount,
  hashToken,
  mintToken,
  person,
  sessionCount,
  sessionExpiresAt,
} from './people.ts';

// The least that an Express server can do for the two requests: no validation, no cross-site check, no limits.

const database = openDurable(join(await databaseFolder(), 'floor.sqlite'));
database.exec(`
  CREATE TABLE user (
    id TEXT PRIMARY KEY, email TEXT NOT NULL UNIQUE, email_verified INTEGER NOT NULL, name TEXT, username TEXT UNIQUE,
    given_name TEXT, family_name TEXT, nickname TEXT, language TEXT, version INTEGER NOT NULL,
    created_at TEXT NOT NULL, updated_at TEXT NOT NULL
  ) STRICT;
  CREATE TABLE session (
    token_hash TEXT PRIMARY KEY, user_id TEXT NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    created_at TEXT NOT NULL, expires_at TEXT NOT NULL
  ) STRICT;
  CREATE TABLE audit (
    id TEXT PRIMARY KEY, user_id TEXT NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    action TEXT NOT NULL, at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX audit_user ON audit (user_id);
`);

const insertUser = database.prepare(
  `INSERT INTO user (id, email, email_verified, name, username, version, created_at, updated_at)
   VALUES (?, ?, 1, ?, ?, 1, ?, ?)`,
);
const insertSession = database.prepare('INSERT INTO session VALUES (?, ?, ?, ?)');
const now = new Date().toISOString();
const sessions: { cookie: string; expectRead: string; expectWrite: string }[] = [];
database.exec('BEGIN IMMEDIATE');
for (let number = 0; number < accountCount; number += 1) {
  const { email, name, username } = person(number);
  const id = randomUUID();
  insertUser.run(id, email, name, username, now, now);
  if (number >= sessionCount) continue;
  const token = mintToken();
  insertSession.run(hashToken(token), id, now, sessionExpiresAt().toISOString());
  sessions.push({ cookie: `selvedge-session=${token}`, expectRead: email, expectWrite: email });
}
database.exec('COMMIT');

const readSession = database.prepare(
  'SELECT user_id FROM session WHERE token_hash = ? AND expires_at > ?',
);
const readUser = database.prepare('SELECT * FROM user WHERE id = ?');
const readVersion = database.prepare('SELECT version FROM user WHERE id = ?');
const updateUser = database.prepare(
  `UPDATE user SET name = ?, version = version + 1, updated_at = ? WHERE id = ? AND version = ? RETURNING *`,
);
const insertAudit = database.prepare('INSERT INTO audit VALUES (?, ?, ?, ?)');
const begin = database.prepare('BEGIN IMMEDIATE');
const commit = database.prepare('COMMIT');
const rollback = database.prepare('ROLLBACK');

function signedIn(cookies: string | undefined): string | undefined {
  for (const pair of (cookies ?? '').split('; ')) {
    const equals = pair.indexOf('=');
    if (pair.slice(0, equals) !== 'selvedge-session') continue;
    const session = readSession.get(hashToken(pair.slice(equals + 1)), new Date().toISOString());
    return session?.['user_id'] as string | undefined;
  }
  return undefined;
}

const app = express();

app.get('/api/auth/users/me', (request, response) => {
  const id = signedIn(request.headers.cookie);
  if (id === undefined) return void response.sendStatus(401);
  response.json(readUser.get(id));
});

app.put('/api/auth/users/me', express.json(), (request, response) => {
  const id = signedIn(request.headers.cookie);
  if (id === undefined) return void response.sendStatus(401);
  const body: { name: string } = request.body;
  const at = new Date().toISOString();
  begin.run();
  const version = readVersion.get(id)?.['version'] as number;
  const user = updateUser.get(body.name, at, id, version);
  if (user === undefined) {
    rollback.run();
    return void response.sendStatus(412);
  }
  insertAudit.run(randomUUID(), id, 'profile_updated', at);
  commit.run();
  response.json(user);
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
