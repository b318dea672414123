import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

import express from 'express';
import { accountRouter } from 'selvedge/express';
import { createSqliteStore } from 'selvedge/sql';

import { databaseFolder } from './database.ts';
import { announce, listen } from './measured.ts';
import {
  accountCount,
  hashToken,
  mintToken,
  person,
  sessionCount,
  sessionExpiresAt,
} from './people.ts';

const path = join(await databaseFolder(), 'selvedge.sqlite');
const store = createSqliteStore({ path });

const at = new Date().toISOString();
const sessions: { cookie: string; expectRead: string; expectWrite: string }[] = [];
for (let number = 0; number < accountCount; number += 1) {
  const { email, name, username } = person(number);
  const id = randomUUID();
  const token = mintToken();
  const session = {
    id: randomUUID(),
    tokenDigest: hashToken(token),
    accountId: id,
    authenticatedAt: at,
    methods: ['password'],
    lastActiveAt: at,
    expiresAt: sessionExpiresAt().toISOString(),
  };
  const account = {
    id,
    email,
    emailCanonical: email,
    emailVerified: true,
    name,
    username,
    givenName: null,
    familyName: null,
    nickname: null,
    language: null,
    passwordHash: null,
    passwordChangedAt: null,
    createdAt: at,
    identities: [],
  };
  await store.createAccount(account, number < sessionCount ? session : null, {
    at,
    grant: null,
    attempts: [],
    deliveries: [],
    audit: { id: randomUUID(), event: 'signed_up', sessionId: null, details: {} },
  });
  if (number >= sessionCount) continue;
  sessions.push({ cookie: `selvedge_session=${token}`, expectRead: email, expectWrite: email });
}

const app = express();
app.use('/api/auth', accountRouter({ store, appName: 'bench' }));

const port = await listen(app);
announce({
  port,
  host: `localhost:${port}`,
  read: { method: 'GET', path: '/api/auth/users/me', headers: {}, sendsName: false },
  write: {
    method: 'PUT',
    path: '/api/auth/users/me',
    headers: { Origin: `http://localhost:${port}` },
    sendsName: true,
  },
  sessions,
});
