import type { RequestRecord } from 'selvedge/server';
import { createSqliteStore } from 'selvedge/sql';
import { expect } from 'vitest';
import { Browser, type Reply, send, type Sending, serve, type Served } from '../../http/served.ts';
import { makeFolder, query, tableNames } from '../../store/sql-database.ts';

/** A page of the server itself; a program sends nothing. */
const ownPage = { 'sec-fetch-site': 'same-origin' };

/** What the accounts looked like when the attack began. */
type Row = Record<string, unknown>;

/** A server on a real database with two people on it, which remembers everything that it answered. */
export interface AttackWorld {
  served: Served;
  /** The one who is attacked, or attacks. */
  ada: Browser;
  /** The other one: nothing of her may ever reach anybody else, nor change. */
  grace: Browser;
  /** Somebody without a session. */
  stranger: Browser;
  /** A further browser, whose answers are remembered as a stranger's. */
  browser(): Browser;
  /** Exactly this request; its answer is remembered. */
  send(method: string, path: string, sending?: Sending): Promise<Reply>;
  /** With the session of a browser. */
  as(browser: Browser, headers?: Record<string, string>): { headers: Record<string, string> };
  /** The token of the newest mail to an address whose link goes to this page. */
  tokenTo(address: string, page: string): Promise<string>;
  rows(table: string): Row[];
  /** Must appear in no row and no log. */
  secrets: Set<string>;
  /** Throws when an invariant is broken. */
  checkInvariants(): Promise<void>;
  close(): Promise<void>;
}

/** Who they are. The names are found nowhere else. */
export const people = {
  ada: { email: 'ada-3f1c@example.com', name: 'Ada Vexillum' },
  grace: { email: 'grace-77be@example.com', name: 'Grace Quincunx' },
} as const;

/** The password of both, which is a secret itself. */
export const password = 'a quiet lighthouse keeper';

const one = (rows: readonly Row[], key: string): Map<unknown, Row> =>
  new Map(rows.map((row) => [row[key], row]));

/** Opens a world; the options are those of the server. */
export async function openAttackWorld(
  overrides: Parameters<typeof serve>[0] = {},
): Promise<AttackWorld> {
  const { file, remove } = makeFolder();
  const store = createSqliteStore({ file });
  const log: RequestRecord[] = [];
  const served = await serve({
    origin: 'https://app.example',
    store,
    logger: { log: (record) => void log.push(record) },
    limits: { proofs: [], addresses: [], signUps: [], mails: [] },
    onError: () => {},
    ...overrides,
  });
  const { port } = served;
  const replies: { own: boolean; sent: string; reply: Reply }[] = [];
  const secrets = new Set<string>([password]);

  /** Whether the answers are Grace's own to see. */
  function open(own: boolean): Browser {
    const browser = new Browser(port, served.base, ownPage);
    const call = browser.call.bind(browser);
    browser.call = async (...args) => {
      const reply = await call(...args);
      replies.push({ own, sent: JSON.stringify(args), reply });
      for (const value of browser.cookies.values()) secrets.add(value);
      return reply;
    };
    return browser;
  }

  const ada = open(false);
  const grace = open(true);
  await ada.signUp(people.ada.email);
  await grace.signUp(people.grace.email);
  await ada.call('PUT', '/users/me', { name: people.ada.name });
  await grace.call('PUT', '/users/me', { name: people.grace.name });
  const graceId = (await grace.account()).id;
  const before = one(query(file, 'SELECT * FROM accounts'), 'id');

  function checkAccounts(): void {
    const owned = query(file, 'SELECT * FROM email_addresses WHERE kept_until IS NULL');
    const used = [
      ...query(file, `SELECT account_id, address FROM email_changes WHERE ending = 'used'`),
      ...query(
        file,
        `SELECT account_id, address FROM links WHERE ending = 'used' AND kind <> 'security_report'`,
      ),
    ].map((row) => `${String(row['account_id'])} ${String(row['address'])}`);
    const accounts = query(file, 'SELECT * FROM accounts');
    // I1: each has exactly one address, which is nobody else's.
    expect(owned.map((row) => row['account_id']).sort()).toEqual(
      accounts.map((row) => row['id']).sort(),
    );
    for (const account of accounts) {
      const was = before.get(account['id']);
      const key = `${String(account['id'])} ${String(account['email'])}`;
      // I2: an address comes, and counts as shown to be theirs, by a link that went there.
      if (was !== undefined && was['email'] !== account['email']) expect(used).toContain(key);
      if (account['email_verified'] === 1 && was?.['email_verified'] !== 1) {
        expect(used).toContain(key);
      }
      // I12, I14.
      if (was === undefined) continue;
      expect(account['created_at']).toBe(was['created_at']);
      expect(account['version']).toBeGreaterThanOrEqual(Number(was['version']));
    }
    // The other one is as she was.
    const { version: _, ...graceNow } = accounts.find(({ id }) => id === graceId) ?? {};
    const { version: __, ...graceThen } = before.get(graceId) ?? {};
    expect(graceNow).toEqual(graceThen);
  }

  function checkLinks(): void {
    // I4.
    const many = (sql: string): Row[] => query(file, `${sql} HAVING count(*) > 1`);
    expect(
      many('SELECT account_id FROM email_changes WHERE ended_at IS NULL GROUP BY account_id'),
    ).toEqual([]);
    expect(
      many(
        `SELECT account_id FROM links WHERE ended_at IS NULL AND kind <> 'security_report' GROUP BY account_id, kind`,
      ),
    ).toEqual([]);
  }

  function checkSecrets(): void {
    // I9.
    const stored = tableNames(file)
      .map((table) => JSON.stringify(query(file, `SELECT * FROM ${table}`)))
      .join('\n');
    const logged = JSON.stringify(log);
    const refused = replies
      .filter(({ reply }) => reply.status >= 400)
      .map(({ reply }) => reply.text)
      .join('\n');
    for (const secret of secrets) {
      if (secret.length < 16) continue;
      expect(stored.includes(secret), 'a secret in a row').toBe(false);
      expect(logged.includes(secret), 'a secret in the log').toBe(false);
      expect(refused.includes(secret), 'a secret in a refusal').toBe(false);
    }
  }

  function checkReplies(): void {
    for (const { own, sent, reply } of replies) {
      expect(reply.status).toBeLessThan(500);
      if (own) continue;
      // I10: nothing of hers but what the attacker brought along.
      for (const hers of [people.grace.name, people.grace.email, graceId]) {
        if (!sent.includes(hers)) {
          expect(reply.text.includes(hers), `${hers} in an answer`).toBe(false);
        }
      }
    }
  }

  return {
    served,
    ada,
    grace,
    stranger: open(false),
    browser: () => open(false),
    secrets,
    async send(method, path, sending) {
      const reply = await send(port, method, path, sending);
      replies.push({ own: false, sent: JSON.stringify([path, sending]), reply });
      return reply;
    },
    as: (browser, headers = {}) => ({
      headers: { ...ownPage, ...browser.cookieHeader(), ...headers },
    }),
    async tokenTo(address, page) {
      await served.server.deliverDue();
      const links = new RegExp(`${page}#token=([\\w-]+)`);
      const mail = served.mails.findLast((one) => one.to === address && links.test(one.text));
      const token = links.exec(mail?.text ?? '')?.[1] ?? '';
      if (token !== '') secrets.add(token);
      return token;
    },
    rows: (table) => query(file, `SELECT * FROM ${table}`),
    async checkInvariants() {
      checkAccounts();
      checkLinks();
      checkSecrets();
      checkReplies();
      // Each tells of herself, and everybody is still served.
      expect((await grace.account()).id).toBe(graceId);
    },
    async close() {
      await served.close();
      await store.close();
      remove();
    },
  };
}
