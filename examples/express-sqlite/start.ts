import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Builds the host's page, then starts the server: what `npm start` runs. */
const page = fileURLToPath(new URL('page', import.meta.url));
const dist = fileURLToPath(new URL('dist', import.meta.url));

await build({
  configFile: fileURLToPath(new URL('vite.config.ts', import.meta.url)),
  root: page,
  logLevel: 'warn',
  build: { outDir: dist, emptyOutDir: true },
});
process.env['PAGE'] ??= dist;
process.env['DATA'] ??= fileURLToPath(new URL('data', import.meta.url));
await import('./server.ts');
console.log(
  'Mails are on /mailbox, everything is kept in examples/express-sqlite/data. Ctrl+C ends it.',
);
