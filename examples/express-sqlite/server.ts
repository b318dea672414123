import { mkdirSync } from 'node:fs';
import express from 'express';
import { accountRouter, changePasswordRedirect } from 'selvedge/express';
import { mailWords } from 'selvedge/locales/mails';
import { createMailbox, createNodeAdapters, createPasskeyVerifier } from 'selvedge/node';
import { createSqliteStore } from 'selvedge/sql';

const port = Number(process.env['PORT'] ?? 3000);
const origin = process.env['ORIGIN'] ?? `http://localhost:${port}`;
const folder = process.env['DATA'] ?? 'data';
const page = process.env['PAGE'] ?? 'examples/express-sqlite/dist';
mkdirSync(folder, { recursive: true });
/** Keeps every mail, for the mailbox page; a real app passes `await createSmtpMailer(…)`. */
const mailer = createMailbox({ folder });

const { hostname } = new URL(origin);
const pages = {
  settings: '/',
  emailConfirmation: '/confirm-email',
  emailReport: '/not-me',
  passwordReset: '/reset-password',
  securityReport: '/secure-account',
};

const app = express();
const accounts = accountRouter({
  appName: 'Example',
  origin,
  pages,
  store: createSqliteStore({ file: `${folder}/accounts.db` }),
  ...(await createNodeAdapters({ folder })),
  passkeys: await createPasskeyVerifier({ rpName: 'Example', rpId: hostname, origins: [origin] }),
  mailer,
  mailWords,
});
app.use('/api/auth', accounts);
app.get('/.well-known/change-password', changePasswordRedirect(accounts));

// What a host adds: the mailbox of this example, and its pages under a strict policy; none of them below /.well-known,
// or password managers would not believe their redirect.
app.disable('x-powered-by');
app.get('/mailbox.json', async (_request, response) => {
  response.set('cache-control', 'no-store').json(await mailer.list());
});
app.use((_request, response, next) => {
  response.set({
    'content-security-policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' blob:; " +
      "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  next();
});
app.use(express.static(page, { index: false }));
app.get(/^\/(?!\.well-known)/, (_, answer) => answer.sendFile('index.html', { root: page }));

const server = app.listen(port, (error) => {
  if (!error) return console.log(`Selvedge example: ${origin}`);
  console.error(`The example cannot use port ${port}: ${error.message}. Name another in PORT.`);
  process.exit(1);
});
const end = () => void accounts.server.close().then(() => server.close(() => process.exit(0)));
process.once('SIGINT', end).once('SIGTERM', end);
