import { join } from 'node:path';

import express from 'express';
import { accountRouter } from 'selvedge/express';
import {
  createFileAvatarStorage,
  createImageProcessor,
  createPasswordHasher,
  createSecrets,
} from 'selvedge/node';

import { databaseFolder } from './database.ts';
import { announceAccounts, atEnd, listen } from './measured.ts';
import { mintToken, password } from './people.ts';
import { openFilled } from './selvedge-data.ts';

const folder = await databaseFolder();
const hasher = createPasswordHasher();
const { store, sessions } = await openFilled(folder, await hasher.hash(password));
atEnd(() => store.close());

// The router needs to know its origin, so the port comes first.
const app = express();
const port = await listen(app);
app.use(
  '/api/auth',
  accountRouter({
    appName: 'bench',
    origin: `http://localhost:${port}`,
    pages: {
      settings: '/',
      emailConfirmation: '/confirm',
      emailReport: '/report',
      passwordReset: '/reset',
      securityReport: '/security',
    },
    store,
    secrets: createSecrets({ key: mintToken() }),
    hasher,
    images: await createImageProcessor(),
    avatars: createFileAvatarStorage({ folder: join(folder, 'avatars') }),
    mailer: null,
  }),
);

announceAccounts(port, sessions);
