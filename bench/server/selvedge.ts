import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

import express from 'express';
import { accountRouter } from 'selvedge/express';
import {
  createFileAvatarStorage,
  createImageProcessor,
  createPasswordHasher,
  createSecrets,
} from 'selvedge/node';
import { createSqliteStore } from 'selvedge/sql';

import { databaseFolder } from './database.ts';
import { announce, listen } from './measured.ts';
import { accountCount, mintToken, person, sessionCount, sessionExpiresAt } from './people.ts';

const folder = await databaseFolder();
const store = createSqliteStore({ file: join(folder, 'selvedge.sqlite') });
const secrets = createSecrets({ key: mintToken() });

const nowhere = { browser: null, system: null, place: null };
const at = new Date().toISOString();
const sessions: { cookie: string; expectRead: string; expectWrite: string }[] = [];
for (let number = 0; number < accountCount; number += 1) {
  const { email, name, username } = person(number);
  const id = randomUUID();
  const token = mintToken();
  const session = {
    id: randomUUID(),
    tokenDigest: secrets.digest(token),
    accountId: id,
    authenticatedAt: at,
    methods: ['password'],
    from: nowhere,
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
    passwordStandsAlone: true,
    createdAt: at,
    identities: [],
  };
  await store.createAccount(account, number < sessionCount ? session : null, {
    at,
    grant: null,
    attempts: [],
    deliveries: [],
    audit: { id: randomUUID(), event: 'signed_up', sessionId: null, details: {}, from: nowhere },
  });
  if (number >= sessionCount) continue;
  sessions.push({ cookie: `selvedge-session=${token}`, expectRead: email, expectWrite: email });
}

// The router needs to know its origin, so the port comes first.
const app = express();
const port = await listen(app);
const origin = `http://localhost:${port}`;
app.use(
  '/api/auth',
  accountRouter({
    appName: 'bench',
    origin,
    pages: {
      settings: '/',
      emailConfirmation: '/confirm',
      emailReport: '/report',
      passwordReset: '/reset',
      securityReport: '/security',
    },
    store,
    secrets,
    hasher: createPasswordHasher(),
    images: await createImageProcessor(),
    avatars: createFileAvatarStorage({ folder: join(folder, 'avatars') }),
    mailer: null,
  }),
);

const path = '/api/auth/users/me';
announce({
  port,
  host: `localhost:${port}`,
  read: { method: 'GET', path, headers: {}, sendsName: false },
  write: { method: 'PUT', path, headers: { Origin: origin }, sendsName: true },
  sessions,
});
