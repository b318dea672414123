import { test as vitestTest, expect } from 'vitest';
import { canonicalEmail } from '../contract/email-address.ts';
import type {
  AccountRecord,
  AccountStore,
  Delivery,
  Effects,
  GrantRecord,
  GrantUse,
  Instant,
  NewAccount,
  NewEmailReport,
  SessionRecord,
} from '../server/ports/account-store.ts';
import type { LinkKind, NewLink } from '../server/ports/link-store.ts';
import { nowhere } from '../server/ports/session-store.ts';

/** A store that a test may fill, and what the test needs beside it. */
export interface OpenedStore {
  /** Empty, and used by nobody else. */
  store: AccountStore;
  /**
   * Everything that is stored, read past the store and as text: every row of every table, ordered, so that two dumps
   * are equal as long as nothing was written in between.
   */
  dump: () => Promise<string>;
  /** Closes the store and removes what it was kept in. */
  close(): Promise<void>;
}

/** What goes into `putEmailChange`. */
export type NewEmailChange = Parameters<AccountStore['putEmailChange']>[0];

/** What every test of the suite stands on: an empty store, and makers of rows with ids that occur nowhere else. */
export interface StoreStage {
  store: AccountStore;
  dump: () => Promise<string>;
  /** Seconds after noon of the day on which all tests happen. */
  at: (seconds: number) => Instant;
  /** A new id; never a part of another one. */
  id: (prefix: string) => string;
  /** Effects that do nothing but leave an audit entry at second 0. */
  effects(change?: Partial<Effects>): Effects;
  newAccount(name: string, change?: Partial<NewAccount>): NewAccount;
  /** Makes an account with the address `<name>@example.com`. */
  person(name: string, change?: Partial<NewAccount>): Promise<AccountRecord>;
  newSession(account: { id: string }, change?: Partial<SessionRecord>): SessionRecord;
  /** Starts a session that ends after an hour. */
  signIn(account: { id: string }, change?: Partial<SessionRecord>): Promise<SessionRecord>;
  newGrant(account: { id: string }, change?: Partial<GrantRecord>): GrantRecord;
  /** Puts a grant for five minutes; answers what uses it up. */
  grant(account: { id: string }, change?: Partial<GrantRecord>): Promise<GrantUse>;
  newChange(account: { id: string }, change?: Partial<NewEmailChange>): NewEmailChange;
  /** Puts a pending change that can be confirmed for an hour. */
  pend(
    account: { id: string },
    change?: Partial<NewEmailChange>,
    effects?: Partial<Effects>,
  ): Promise<NewEmailChange & { tokenDigest: string }>;
  /** A link to the account's present address that works for an hour. */
  newLink(
    account: { id: string; email: string },
    kind: LinkKind,
    change?: Partial<NewLink>,
  ): NewLink;
  /** Puts such a link. */
  link(
    account: { id: string; email: string },
    kind: LinkKind,
    change?: Partial<NewLink>,
    effects?: Partial<Effects>,
  ): Promise<NewLink>;
  /** A "this wasn't me" link that works for seven days. */
  newReport(address: string, change?: Partial<NewEmailReport>): NewEmailReport;
  newMail(account: { id: string } | null, change?: Partial<Delivery>): Delivery;
  /** The account now; fails when it is gone. */
  read(account: { id: string }, at?: Instant): Promise<AccountRecord>;
  /** Fails when anything stored has changed since `before` was dumped. */
  expectUnchanged(before: string): Promise<void>;
}

/** Declares one test on a stage of its own. */
export type StoreTest = (name: string, body: (stage: StoreStage) => Promise<void>) => void;

const noon = Date.parse('2026-11-20T12:00:00.000Z');

function at(seconds: number): Instant {
  return new Date(noon + seconds * 1000).toISOString();
}

function createStage({ store, dump }: OpenedStore): StoreStage {
  let last = 0;
  const id = (prefix: string): string => `${prefix}-${String(++last).padStart(5, '0')}`;

  const effects: StoreStage['effects'] = (change) => ({
    at: at(0),
    grant: null,
    attempts: [],
    deliveries: [],
    audit: { id: id('audit'), event: 'tested', sessionId: null, details: {}, from: nowhere },
    ...change,
  });

  const newAccount: StoreStage['newAccount'] = (name, change) => {
    const email = change?.email ?? `${name}@example.com`;
    return {
      id: id(name),
      email,
      emailCanonical: canonicalEmail(email),
      emailVerified: true,
      name: null,
      username: null,
      givenName: null,
      familyName: null,
      nickname: null,
      language: null,
      passwordHash: `$hash$of$${name}`,
      passwordChangedAt: null,
      passwordStandsAlone: true,
      createdAt: at(0),
      identities: [],
      ...change,
    };
  };

  const newSession: StoreStage['newSession'] = (account, change) => ({
    id: id('session'),
    tokenDigest: id('session-digest'),
    accountId: account.id,
    authenticatedAt: at(0),
    methods: ['password'],
    from: nowhere,
    lastActiveAt: at(0),
    expiresAt: at(3600),
    ...change,
  });

  const newGrant: StoreStage['newGrant'] = (account, change) => ({
    digest: id('grant-digest'),
    accountId: account.id,
    sessionId: 'session-of-grants',
    purpose: 'changePassword',
    expiresAt: at(300),
    ...change,
  });

  const newChange: StoreStage['newChange'] = (account, change) => {
    const address = change?.address ?? 'new@example.com';
    return {
      accountId: account.id,
      id: id('change'),
      address,
      addressCanonical: canonicalEmail(address),
      tokenDigest: id('change-digest'),
      expiresAt: at(3600),
      report: null,
      ...change,
    };
  };

  const newLink: StoreStage['newLink'] = (account, kind, change) => {
    const address = change?.address ?? account.email;
    return {
      id: id('link'),
      kind,
      accountId: account.id,
      tokenDigest: id('link-digest'),
      address,
      addressCanonical: canonicalEmail(address),
      expiresAt: at(3600),
      ...change,
    };
  };

  return {
    store,
    dump,
    at,
    id,
    effects,
    newAccount,
    newSession,
    newGrant,
    newChange,
    newLink,
    async person(name, change) {
      const made = await store.createAccount(newAccount(name, change), null, effects());
      if (made.kind !== 'done') throw new Error(`createAccount answered ${made.kind}`);
      return made.account;
    },
    async signIn(account, change) {
      const session = newSession(account, change);
      expect(await store.putSession(session, effects())).toEqual({ kind: 'done' });
      return session;
    },
    async grant(account, change) {
      const { expiresAt, ...grant } = newGrant(account, change);
      expect(await store.putGrant({ ...grant, expiresAt }, effects())).toEqual({ kind: 'done' });
      return { ...grant, consume: true };
    },
    async pend(account, change, more) {
      const made = newChange(account, change);
      expect(await store.putEmailChange(made, effects(more))).toMatchObject({ kind: 'done' });
      return { ...made, tokenDigest: made.tokenDigest ?? '' };
    },
    async link(account, kind, change, more) {
      const link = newLink(account, kind, change);
      const outcome = await store.putLinks(
        { accountId: account.id },
        effects({ links: [link], ...more }),
      );
      expect(outcome).toMatchObject({ kind: 'done' });
      return link;
    },
    newReport: (address, change) => ({
      id: id('report'),
      tokenDigest: id('report-digest'),
      address,
      addressCanonical: canonicalEmail(address),
      expiresAt: at(604_800),
      ...change,
    }),
    newMail: (account, change) => ({
      id: id('mail'),
      accountId: account?.id ?? null,
      kind: 'password_changed',
      to: 'somebody@example.com',
      language: 'en',
      params: { name: 'Somebody' },
      ...change,
    }),
    async read(account, when = at(0)) {
      const found = await store.findAccount(account.id, when);
      if (found === null) throw new Error(`the account ${account.id} is gone`);
      return found;
    },
    async expectUnchanged(before) {
      expect(await dump()).toBe(before);
    },
  };
}

/** Makes `test` open a store for each test, and close it whatever comes of the test. */
export function testOnStore(open: () => Promise<OpenedStore>): StoreTest {
  return (name, body) => {
    // oxlint-disable-next-line vitest/valid-title, vitest/expect-expect -- both come with the body
    vitestTest(name, async () => {
      const opened = await open();
      try {
        await body(createStage(opened));
      } finally {
        await opened.close();
      }
    });
  };
}

/** Runs the same 16 times at once; answers how often each kind of outcome came. */
export async function race(
  run: (index: number) => Promise<{ kind: string }>,
): Promise<Record<string, number>> {
  const outcomes = await Promise.all(Array.from({ length: 16 }, (_, index) => run(index)));
  const counts: Record<string, number> = {};
  for (const { kind } of outcomes) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
