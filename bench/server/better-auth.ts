import { join } from 'node:path';

import { betterAuth } from 'better-auth';
import { makeSignature } from 'better-auth/crypto';
import { getMigrations } from 'better-auth/db/migration';
import { toNodeHandler } from 'better-auth/node';
import express from 'express';

import { accountCount, sessionCount } from './contender-args.ts';
import { checkDurability, databaseFolder, openDurable } from './database.ts';
import { announce, listen } from './measured.ts';
import { type KnownSession, mintToken, person } from './people.ts';

// better-auth as its own guide mounts it in Express, with its cookie cache, rate limit and telemetry off.

const app = express();
const port = await listen(app);
const secret = mintToken();
const database = openDurable(join(await databaseFolder(), 'better-auth.sqlite'));
const options = {
  appName: 'bench',
  baseURL: `http://localhost:${port}`,
  secret,
  database,
  emailAndPassword: { enabled: true },
  rateLimit: { enabled: false },
  session: { cookieCache: { enabled: false } },
  logger: { disabled: true },
  telemetry: { enabled: false },
};
const { runMigrations } = await getMigrations(options);
await runMigrations();
const auth = betterAuth(options);
app.all('/api/auth/{*any}', toNodeHandler(auth));

const { authCookies, internalAdapter } = await auth.$context;
const sessions: KnownSession[] = [];
database.exec('PRAGMA synchronous = OFF');
for (let number = 0; number < accountCount; number += 1) {
  const { email, name } = person(number);
  const user = await internalAdapter.createUser({ email, name, emailVerified: true });
  if (number >= sessionCount) continue;
  const { token } = await internalAdapter.createSession(user.id);
  const signed = encodeURIComponent(`${token}.${await makeSignature(token, secret)}`);
  sessions.push({
    cookie: `${authCookies.sessionToken.name}=${signed}`,
    expectRead: email,
    expectWrite: '"status":true',
  });
}
database.exec('PRAGMA synchronous = FULL');
checkDurability(database);

announce({
  port,
  host: `localhost:${port}`,
  read: { method: 'GET', path: '/api/auth/get-session', headers: {}, sendsName: false },
  write: {
    method: 'POST',
    path: '/api/auth/update-user',
    headers: { Origin: `http://localhost:${port}` },
    sendsName: true,
  },
  sessions,
});
