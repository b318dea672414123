// The package's server on Express, in a process of its own: what the proofs race, kill and restart. It is told everything
// by the environment, and moves its clock when its parent says so.
import express from 'express';
import { accountRouter } from 'selvedge/express';
import {
  createFileAvatarStorage,
  createImageProcessor,
  createPasswordHasher,
  createSecrets,
  createSmtpMailer,
} from 'selvedge/node';
import type { Mail, Mailer } from 'selvedge/server';
import { createPostgresStore, createSqliteStore } from 'selvedge/sql';

const given = JSON.parse(process.env['PROOF'] ?? '{}') as {
  port: number;
  key: string;
  folder: string;
  sqlite?: string;
  postgres?: string;
  smtpPort?: number;
};

let ahead = 0;
process.on('message', (seconds: number) => {
  ahead += seconds * 1000;
  process.send?.({ advanced: seconds });
});

/** Hands every mail to the parent: there it is in a list, as in a mailbox. */
const handOver: Mailer = {
  send: (mail: Mail) =>
    new Promise((resolve, reject) => {
      process.send?.({ mail }, (error: Error | null) => (error ? reject(error) : resolve()));
    }),
};

const origin = `http://localhost:${given.port}`;
const plenty = [{ count: 1_000_000, seconds: 60 }];
const accounts = accountRouter({
  appName: 'Proofs',
  origin,
  pages: {
    settings: '/',
    emailConfirmation: '/confirm',
    emailReport: '/not-me',
    passwordReset: '/reset',
    securityReport: '/secure',
  },
  store:
    given.postgres === undefined
      ? createSqliteStore({ file: given.sqlite ?? '' })
      : await createPostgresStore({ connectionString: given.postgres }),
  // The cost of a password is not what is proved here.
  hasher: createPasswordHasher({ memoryKiB: 64, passes: 1, waiting: 10_000 }),
  images: await createImageProcessor(),
  avatars: createFileAvatarStorage({ folder: `${given.folder}/avatars` }),
  secrets: createSecrets({ key: given.key }),
  mailer:
    given.smtpPort === undefined
      ? handOver
      : await createSmtpMailer({
          host: '127.0.0.1',
          port: given.smtpPort,
          from: 'Proofs <proofs@example.com>',
          protection: 'none',
        }),
  clock: { now: () => Date.now() + ahead },
  limits: { proofs: plenty, mails: plenty, addresses: plenty, signUps: plenty },
});

const app = express();
app.disable('x-powered-by');
app.use('/api/auth', accounts);
const server = app.listen(given.port, () => process.send?.({ ready: process.pid }));
process.once('SIGTERM', () => {
  // Not ready from now on; whoever distributes the requests has half a second to notice, and is served meanwhile.
  const closed = accounts.server.close();
  setTimeout(() => server.close(() => void closed.then(() => process.exit(0))), 500);
});
