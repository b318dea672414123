import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

// Builds the host's page, then starts the server: what `npm start` runs.

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

async function isFree(port: number): Promise<boolean> {
  const probe = createServer().listen(port);
  return once(probe, 'listening').then(
    () => new Promise((resolve) => probe.close(() => resolve(true))),
    () => false,
  );
}

/** `PORT`, which is then meant; otherwise 3000, or the next one that nobody uses. */
async function choosePort(): Promise<number> {
  const wanted = process.env['PORT'];
  for (let port = Number(wanted ?? 3000); ; port++) {
    if (await isFree(port)) return port;
    if (wanted !== undefined || port === 3020) {
      console.error(`Port ${port} is taken by another program. Name a free one in PORT.`);
      process.exit(1);
    }
    console.log(`Port ${port} is taken by another program; trying ${port + 1}.`);
  }
}

process.env['PORT'] = String(await choosePort());
process.env['PAGE'] ??= path('dist');
process.env['DATA'] ??= path('data');
await build({
  configFile: path('vite.config.ts'),
  root: path('page'),
  logLevel: 'warn',
  build: { outDir: process.env['PAGE'], emptyOutDir: true },
});
console.log(
  `Mails show on /mailbox. Everything is kept in ${process.env['DATA']}. Ctrl+C ends it.`,
);
await import('./server.ts');
