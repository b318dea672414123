import { createHash, createHmac } from 'node:crypto';
import { createMemoryStore } from '../../src/memory/memory-store.ts';
import { completeSettings } from '../../src/server/operations/default-settings.ts';
import { createDispatcher } from '../../src/server/operations/deliver-mail.ts';
import type { DispatcherOptions } from '../../src/server/operations/deliver-mail.ts';
import type { DispatchProblem } from '../../src/server/operations/deliver-problem.ts';
import type { ClaimedDelivery, Delivery } from '../../src/server/ports/account-store.ts';
import type { LinkKind } from '../../src/server/ports/link-store.ts';
import type { Mail, Mailer } from '../../src/server/ports/mailer.ts';
import type { Secrets } from '../../src/server/ports/secrets.ts';
import { nowhere } from '../../src/server/ports/session-store.ts';
import type { Settings } from '../../src/server/ports/settings.ts';

export const settings: Settings = completeSettings({
  appName: 'Acme',
  pages: {
    emailConfirmation: 'https://acme.example/account/confirm-email',
    emailReport: 'https://acme.example/account/report-email',
    passwordReset: 'https://acme.example/account/new-password',
    securityReport: 'https://acme.example/account/report',
    settings: 'https://acme.example/account',
  },
});

let minted = 0;
const base64url = (text: string): string => createHash('sha256').update(text).digest('base64url');

const keyed = (text: string): string =>
  createHmac('sha256', 'key of the test').update(text).digest('base64url');

export const secrets: Secrets = {
  mintId: () => `id-${minted++}`,
  mintSecret: () => base64url(`secret-${minted++}`),
  deriveToken: keyed,
  derive: (...parts) => keyed(parts.join('\n')),
  digest: base64url,
};

export const noon = '2026-11-20T12:00:00.000Z';

/** When what a mail brings ends; everything else after a week. */
const ends: Readonly<Record<string, string>> = {
  email_change_link: '2026-11-20T13:00:00.000Z',
  email_verification: '2026-11-21T12:00:00.000Z',
  password_reset_link: '2026-11-20T13:00:00.000Z',
  step_up_code: '2026-11-20T12:10:00.000Z',
};

/** A delivery as a dispatcher claims it. */
export function claimed(kind: string, change: Partial<ClaimedDelivery> = {}): ClaimedDelivery {
  return {
    id: `delivery-${kind}`,
    accountId: 'ada',
    kind,
    to: 'ada@example.com',
    language: 'en',
    params: {
      name: 'Ada Lovelace',
      linkId: 'link-1',
      codeId: 'code-1',
      browser: 'Firefox',
      system: 'macOS',
      place: 'Vienna, Austria',
      reset: 'yes',
      changeId: 'change-1',
      reportId: 'report-1',
      oldEmail: 'a•••@example.com',
      newEmail: 'l•••@lovelace.example',
      expiresAt: ends[kind] ?? '2026-11-27T12:00:00.000Z',
    },
    tries: 0,
    createdAt: noon,
    ...change,
  };
}

/** A mail that carries such a link. */
const mailOf: Readonly<Record<LinkKind, string>> = {
  verification: 'email_verification',
  password_reset: 'password_reset_link',
  security_report: 'new_sign_in',
};

/** A mailbox behind a mail server that can be told to misbehave. */
export function createMailbox() {
  const mails: Mail[] = [];
  const tried: Mail[] = [];
  const mailbox = {
    mails,
    /** Every mail that was handed over, taken or not. */
    tried,
    /** What the server does before it takes a mail; throws to refuse. */
    before: async (_mail: Mail): Promise<void> => {},
    async send(mail: Mail) {
      tried.push(mail);
      await mailbox.before(mail);
      mails.push(mail);
    },
  } satisfies Mailer & Record<string, unknown>;
  return mailbox;
}

/** One store, a clock that the test moves, a mailbox, and as many dispatchers as it likes. */
export async function createMailWorld() {
  const store = createMemoryStore();
  let now = Date.parse(noon);
  const at = (): string => new Date(now).toISOString();
  const later = (seconds: number): string => new Date(now + seconds * 1000).toISOString();
  const files = new Map<string, Uint8Array>();
  const avatars = {
    put: async (key: string, bytes: Uint8Array) => void files.set(key, bytes),
    find: async (key: string) => files.get(key) ?? null,
    remove: async (key: string) => void files.delete(key),
  };
  const ports = { store, secrets, settings, avatars, clock: { now: () => now } };
  const mailbox = createMailbox();
  const problems: DispatchProblem[] = [];
  const effects = (deliveries: readonly Delivery[]) => ({
    at: at(),
    grant: null,
    attempts: [],
    deliveries,
    audit: { id: secrets.mintId(), event: 'tested', sessionId: null, details: {}, from: nowhere },
  });
  const account = (id: string) => ({
    id,
    email: `${id}@example.com`,
    emailCanonical: `${id}@example.com`,
    emailVerified: true,
    name: null,
    username: null,
    givenName: null,
    familyName: null,
    nickname: null,
    language: null,
    passwordHash: null,
    passwordChangedAt: null,
    passwordStandsAlone: true,
    createdAt: at(),
    identities: [],
  });
  await store.createAccount(account('ada'), null, effects([]));

  return {
    store,
    files,
    mailbox,
    problems,
    ports,
    later,
    wait(seconds: number) {
      now += seconds * 1000;
    },
    dispatcher(options: Partial<DispatcherOptions> = {}) {
      return createDispatcher({
        ports,
        mailer: mailbox,
        onError: (problem) => problems.push(problem),
        ...options,
      });
    },
    /** Queues mails without links, or calls, with an unrelated write. */
    async queue(count: number, change: Partial<Delivery> = {}) {
      const deliveries = Array.from({ length: count }, () => ({
        id: secrets.mintId(),
        accountId: 'ada',
        kind: 'email_change_taken',
        to: 'ada@example.com',
        language: 'en',
        params: {},
        ...change,
      }));
      await store.createAccount(account(secrets.mintId()), null, effects(deliveries));
      return deliveries.map((one) => one.id);
    },
    /** Asks for a change of Ada's address, which queues the link and the notice. */
    async askForChange(id: string) {
      const expiresAt = later(3600);
      const reportId = `report-of-${id}`;
      const reportExpiresAt = later(604_800);
      const common = { accountId: 'ada', language: 'en' };
      await store.putEmailChange(
        {
          accountId: 'ada',
          id,
          address: 'new@example.com',
          addressCanonical: 'new@example.com',
          tokenDigest: secrets.digest(secrets.deriveToken(id)),
          expiresAt,
          report: {
            id: reportId,
            tokenDigest: secrets.digest(secrets.deriveToken(reportId)),
            address: 'ada@example.com',
            addressCanonical: 'ada@example.com',
            expiresAt: reportExpiresAt,
          },
        },
        effects([
          {
            ...common,
            id: `link-${id}`,
            kind: 'email_change_link',
            to: 'new@example.com',
            params: { changeId: id, oldEmail: 'a•••@example.com', expiresAt },
          },
          {
            ...common,
            id: `notice-${id}`,
            kind: 'email_change_requested',
            to: 'ada@example.com',
            params: { reportId, newEmail: 'n•••@example.com', expiresAt: reportExpiresAt },
          },
        ]),
      );
    },
    /** Queues a mail with a link to the account itself. */
    async askForLink(kind: LinkKind, id: string, seconds: number) {
      const address = 'ada@example.com';
      const link = {
        id,
        kind,
        accountId: 'ada',
        tokenDigest: secrets.digest(secrets.deriveToken(id)),
        address,
        addressCanonical: address,
        expiresAt: later(seconds),
      };
      const mail = {
        id: `mail-${id}`,
        accountId: 'ada',
        kind: mailOf[kind],
        to: address,
        language: 'en',
        params: { linkId: id, expiresAt: link.expiresAt },
      };
      await store.putLinks({ accountId: 'ada' }, { ...effects([mail]), links: [link] });
    },
    /** What the outbox holds, as its rows. */
    outbox(): { id: string; dueAt: string | null; failure: string | null; tries: number }[] {
      const rows = JSON.parse(store.dump()).deliveries as [string, never][];
      return rows.map(([, row]) => row);
    },
    async reportChange(id: string) {
      await store.takeEmailReport({ id: `report-of-${id}` }, effects([]));
    },
  };
}
