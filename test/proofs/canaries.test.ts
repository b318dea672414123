import { createSecrets, createSmtpMailer } from 'selvedge/node';
import { createPostgresStore, createSqliteStore } from 'selvedge/sql';
import { afterAll, describe, expect, test, vi } from 'vitest';
import type { AccountStore } from '../../src/server/ports/account-store.ts';
import { performers } from '../http/route-stage.ts';
import { dumpDatabase, makeFolder } from '../store/sql-database.ts';
import { findFreePort } from '../support/free-port.ts';
import { findPostgresBinaries } from '../support/postgres-binaries.ts';
import { makePostgresDatabase, queryPostgres } from '../support/postgres-database.ts';
import { findSecrets, key, walkWithCanaries } from './canary-walk.ts';
import { proofPostgres, stopProofPostgres } from './proof-server.ts';

afterAll(stopProofPostgres);

interface Place {
  store: AccountStore;
  dump(): Promise<string>;
  close(): Promise<void>;
}

async function openSqlite(): Promise<Place> {
  const { file, remove } = makeFolder();
  const store = createSqliteStore({ file });
  return {
    store,
    dump: async () => dumpDatabase(file),
    async close() {
      await store.close();
      remove();
    },
  };
}

async function openPostgres(): Promise<Place> {
  const { url, remove } = await makePostgresDatabase((await proofPostgres()).url);
  const store = await createPostgresStore({ connectionString: url });
  return {
    store,
    async dump() {
      const tables = await queryPostgres(
        url,
        `select tablename as name from pg_tables where schemaname = 'selvedge'`,
      );
      const rows = await Promise.all(
        tables.map(({ name }) =>
          queryPostgres(url, `select row_to_json(t)::text as line from selvedge.${String(name)} t`),
        ),
      );
      expect(tables.length).toBeGreaterThan(10);
      return JSON.stringify(rows);
    },
    async close() {
      await store.close();
      await remove();
    },
  };
}

/** Everything that is printed while something runs. */
async function printed(run: () => Promise<void>): Promise<string> {
  const lines: string[] = [];
  const spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) =>
    vi.spyOn(console, name).mockImplementation((...values: unknown[]) => {
      lines.push(values.map(String).join(' '));
    }),
  );
  try {
    await run();
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return lines.join('\n');
}

const secrets = createSecrets({ key });
const names = Object.keys(performers);

async function walk(open: () => Promise<Place>, name: string): Promise<void> {
  const place = await open();
  const console = await printed(async () => {
    const walked = await walkWithCanaries(name, { store: place.store as never, secrets });
    // Somebody was let in, and somebody was refused: there was something to leak.
    expect(walked.statuses.some((status) => status < 300)).toBe(true);
    expect(walked.statuses.some((status) => status >= 400)).toBe(true);
    const found = Object.entries({ ...walked.written, rows: await place.dump() }).flatMap(
      ([where, text]) => findSecrets(text, walked.secrets).map((secret) => [where, secret]),
    );
    expect(found).toEqual([]);
    for (const token of walked.tokens) {
      const to = walked.mails.filter(({ text }) => text.includes(token)).map((mail) => mail.to);
      expect(new Set(to).size).toBe(1);
    }
    // A mail carries its own link or code, and nothing else of it all.
    const others = walked.secrets.filter(
      (secret) => secret.length > 6 && !walked.tokens.includes(secret),
    );
    const mailed = walked.mails.map(({ subject, text, html }) => [subject, text, html].join('\n'));
    expect(findSecrets(mailed.join('\n'), others)).toEqual([]);
  });
  await place.close();
  expect(console).toBe('');
}

describe('every operation leaves no secret', () => {
  test.each(names)('in rows of SQLite, logs, errors, addresses and mails: %s', async (name) => {
    await walk(openSqlite, name);
  });

  test.skipIf(findPostgresBinaries() === undefined).each(names)(
    'in rows of PostgreSQL: %s',
    async (name) => {
      await walk(openPostgres, name);
    },
  );
});

test('a mail server that is not there is told of without its password', async () => {
  const mailer = await createSmtpMailer({
    host: '127.0.0.1',
    port: await findFreePort(),
    from: 'Acme <acme@example.com>',
    user: 'acme',
    password: 'smtp-canary-5521',
    protection: 'none',
  });
  const place = await openSqlite();
  const lines = await printed(async () => {
    const walked = await walkWithCanaries('signUp', {
      store: place.store as never,
      secrets,
      mailer,
    });
    expect(walked.written.problems).toContain('ECONNREFUSED');
    const all = [...Object.values(walked.written), await place.dump()].join('\n');
    expect(all).not.toContain('smtp-canary');
  });
  await place.close();
  expect(lines).not.toContain('smtp-canary');
});
