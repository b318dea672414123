import { describe, expect } from 'vitest';
import type { AccountRecord, Effects } from '../server/ports/account-store.ts';
import { linkWrites } from './store-link-writes.ts';
import { describeProofEffects } from './store-proof-effects.ts';
import { newChallenge, newPasskey } from './store-proof-makers.ts';
import { proofWrites } from './store-proof-writes.ts';
import type { StoreStage, StoreTest } from './store-stage.ts';
import { race } from './store-stage.ts';

type Write = (effects: Effects) => Promise<{ kind: string }>;
/** One write of the store, to be called with effects of the test's choice. */
export interface WriteCase {
  name: string;
  /** Readies an account for the write; what it answers can be called once. */
  ready: (stage: StoreStage, account: AccountRecord) => Promise<Write>;
  /** Whether the account has a higher version afterwards. */
  raises: boolean;
}

const cases: readonly WriteCase[] = [
  {
    name: 'updateProfile',
    raises: true,
    ready: async ({ store }, { id: accountId }) => {
      const change = { accountId, values: { name: 'Written' }, expectedVersion: null };
      return (effects) => store.updateProfile(change, effects);
    },
  },
  {
    name: 'changePassword',
    raises: true,
    ready: async ({ store }, { id: accountId, passwordHash: previousHash }) => {
      const made = { passwordHash: '$new', standsAlone: true, keepHistory: 0 };
      const change = { accountId, previousHash, ...made, end: { keep: null } };
      return (effects) => store.changePassword(change, effects);
    },
  },
  {
    name: 'setAvatar',
    raises: true,
    ready: async ({ store }, { id: accountId }) => {
      const change = { accountId, files: { large: 'a/large.webp', small: 'a/small.webp' } };
      return (effects) => store.setAvatar(change, effects);
    },
  },
  {
    name: 'putEmailChange',
    raises: true,
    ready: async (stage, account) => {
      const report = stage.newReport(account.email);
      const change = stage.newChange(account, { report });
      return (effects) => stage.store.putEmailChange(change, effects);
    },
  },
  {
    name: 'cancelEmailChange',
    raises: true,
    ready: async (stage, account) => {
      await stage.pend(account);
      return (effects) => stage.store.cancelEmailChange({ accountId: account.id }, effects);
    },
  },
  {
    name: 'takeEmailChange',
    raises: true,
    ready: async (stage, account) => {
      const { id } = await stage.pend(account);
      const change = { id, keepOldUntil: stage.at(999), report: stage.newReport(account.email) };
      return (effects) => stage.store.takeEmailChange(change, effects);
    },
  },
  {
    name: 'changeEmailNow',
    raises: true,
    ready: async ({ store }, { id: accountId }) => {
      const [address, addressCanonical] = ['now@example.com', 'now@example.com'];
      return (effects) => store.changeEmailNow({ accountId, address, addressCanonical }, effects);
    },
  },
  {
    name: 'takeEmailReport',
    raises: true,
    ready: async (stage, account) => {
      const report = stage.newReport(account.email);
      await stage.pend(account, { report });
      return (effects) => stage.store.takeEmailReport({ id: report.id }, effects);
    },
  },
  {
    name: 'putGrant',
    raises: false,
    ready: async (stage, account) => {
      const grant = stage.newGrant(account);
      return (effects) => stage.store.putGrant(grant, effects);
    },
  },
  {
    name: 'putSession',
    raises: false,
    ready: async (stage, account) => {
      const session = stage.newSession(account);
      return (effects) => stage.store.putSession(session, effects);
    },
  },
  {
    name: 'deleteAccount',
    raises: false,
    ready: async (stage, account) => (effects) =>
      stage.store.deleteAccount({ accountId: account.id }, effects),
  },
];

const attempt = { key: 'some-key', limits: [{ count: 1, seconds: 60 }] };

function describeWrite(test: StoreTest, one: WriteCase): void {
  const { name, ready, raises } = one;
  // oxlint-disable-next-line vitest/valid-title -- one block for each write
  describe(name, () => {
    test('counts its tries, queues its deliveries, records itself, and uses its grant', async (stage) => {
      const ada = await stage.person('ada');
      const write = await ready(stage, ada);
      const { version } = await stage.read(ada);
      const grant = await stage.grant(ada);
      const mails = [stage.newMail(null), stage.newMail(null)];
      const audit = {
        id: stage.id('audit'),
        event: 'written_by_test',
        sessionId: 'session-of-audit',
        details: { fields: 'name and more' },
        from: { browser: 'Netscape', system: 'BeOS', place: 'Atlantis' },
      };
      const at = stage.at(10);
      const effects = { at, grant, attempts: [attempt], deliveries: mails, audit };
      expect(await write(effects)).toMatchObject({ kind: 'done' });

      expect(await stage.store.findGrant(grant, stage.at(11))).toBe(false);
      const room = await stage.store.findAttemptRoom(attempt, stage.at(11));
      expect(room).toEqual({ kind: 'rate_limited', retryAfterSeconds: 59 });
      const left = await stage.dump();
      for (const { id } of mails) expect(left).toContain(id);
      const from = Object.values(audit.from);
      const recorded = [audit.id, audit.event, audit.sessionId, audit.details.fields, ...from];
      const found = recorded.filter((text) => left.includes(text));
      expect(found).toEqual(name === 'deleteAccount' ? [] : recorded);
      const after = await stage.store.findAccount(ada.id, at);
      const expected = version + (raises ? 1 : 0);
      expect(after?.version).toBe(name === 'deleteAccount' ? undefined : expected);
    });

    test('with a grant that does not work, changes nothing', async (stage) => {
      const ada = await stage.person('ada');
      const write = await ready(stage, ada);
      const unused = await stage.grant(ada);
      const before = await stage.dump();
      const outcome = await write(
        stage.effects({
          grant: { ...unused, purpose: 'something else' },
          attempts: [attempt],
          deliveries: [stage.newMail(ada)],
        }),
      );
      expect(outcome).toEqual({ kind: 'grant_refused' });
      await stage.expectUnchanged(before);
    });

    test('with no room in one limit, changes nothing, its grant and the other limit included', async (stage) => {
      const ada = await stage.person('ada');
      const write = await ready(stage, ada);
      const grant = await stage.grant(ada);
      await stage.store.takeAttempt(attempt, stage.at(0));
      const before = await stage.dump();
      const other = { key: 'other-key', limits: [{ count: 5, seconds: 60 }] };
      const outcome = await write(
        stage.effects({
          at: stage.at(20),
          grant,
          attempts: [other, attempt],
          deliveries: [stage.newMail(ada)],
        }),
      );
      expect(outcome).toEqual({ kind: 'rate_limited', retryAfterSeconds: 40 });
      await stage.expectUnchanged(before);
      expect(await write(stage.effects({ grant }))).toMatchObject({ kind: 'done' });
    });

    test('asks for the grant before it looks at the limits', async (stage) => {
      const ada = await stage.person('ada');
      const write = await ready(stage, ada);
      await stage.store.takeAttempt(attempt, stage.at(0));
      const used = { ...(await stage.grant(ada)), digest: 'another-digest' };
      const outcome = await write(stage.effects({ grant: used, attempts: [attempt] }));
      expect(outcome).toEqual({ kind: 'grant_refused' });
    });

    test('of 16 that race with one grant at most one happens', async (stage) => {
      const ada = await stage.person('ada');
      const write = await ready(stage, ada);
      const grant = await stage.grant(ada);
      const counts = await race(() => write(stage.effects({ grant })));
      expect(counts['done']).toBe(1);
      expect(counts['grant_refused']).toBe(15);
    });

    describeProofEffects(test, one);
  });
}

function describeRefusals(test: StoreTest): void {
  test('a write on an account that is not there changes nothing', async (stage) => {
    const { store } = stage;
    const nobody = { id: 'nobody', email: 'nobody@example.com', passwordHash: null };
    const accountId = nobody.id;
    const before = await stage.dump();
    const effects = (): Effects =>
      stage.effects({ attempts: [attempt], deliveries: [stage.newMail(null)] });
    const end = { keep: null };
    const password = { passwordHash: 'x', standsAlone: true, keepHistory: 1, end };
    const waiting = { secretId: 'secret', sessionId: 'session' };
    const outcomes = await Promise.all([
      store.updateProfile({ accountId, values: {}, expectedVersion: null }, effects()),
      store.updateProfile({ accountId, values: {}, expectedVersion: 1 }, effects()),
      store.changePassword({ accountId, previousHash: null, ...password }, effects()),
      store.setAvatar({ accountId, files: null }, effects()),
      store.putEmailChange(stage.newChange(nobody), effects()),
      store.cancelEmailChange({ accountId }, effects()),
      store.changeEmailNow({ accountId, address: 'x@y.zz', addressCanonical: 'x@y.zz' }, effects()),
      store.putTotp({ accountId, ...waiting, expiresAt: stage.at(600) }, effects()),
      store.enableTotp({ accountId, ...waiting, step: 1, codeDigests: ['code'] }, effects()),
      store.disableTwoFactor({ accountId }, effects()),
      store.putRecoveryCodes({ accountId, codeDigests: ['code'] }, effects()),
      store.putChallenge(newChallenge(stage, nobody), effects()),
      store.addPasskey({ passkey: newPasskey(stage, nobody), most: 20 }, effects()),
      store.renamePasskey({ accountId, id: 'passkey', name: 'Renamed' }, effects()),
      store.removePasskey({ accountId, id: 'passkey' }, effects()),
      store.putLinks({ accountId }, effects()),
      store.endSessionById({ accountId, id: 'session' }, effects()),
      store.endOtherSessions({ accountId, keep: 'session' }, effects()),
      store.recordEvent({ accountId }, effects()),
      store.deleteAccount({ accountId }, effects()),
    ]);
    for (const outcome of outcomes) expect(outcome).toEqual({ kind: 'gone' });
    await stage.expectUnchanged(before);
  });

  test("a write's own refusal uses no grant, counts no try, queues nothing and records nothing", async (stage) => {
    const { store, at } = stage;
    const eve = await stage.person('eve', { username: 'taken' });
    const ada = await stage.person('ada');
    const { id: dead } = await stage.pend(ada, { report: stage.newReport(ada.email) });
    await store.cancelEmailChange({ accountId: ada.id }, stage.effects());
    const grant = await stage.grant(ada);
    const before = await stage.dump();
    const effects = (): Effects =>
      stage.effects({ at: at(1), grant, attempts: [attempt], deliveries: [stage.newMail(ada)] });
    const accountId = ada.id;
    const username = { username: 'taken' };
    const password = { passwordHash: 'x', standsAlone: true, keepHistory: 1 };
    const wrong = { ...password, previousHash: 'not this', end: { keep: null } };
    const taken = { address: eve.email, addressCanonical: eve.email };
    const kinds = [
      await store.updateProfile({ accountId, values: {}, expectedVersion: 99 }, effects()),
      await store.updateProfile({ accountId, values: username, expectedVersion: null }, effects()),
      await store.changePassword({ accountId, ...wrong }, effects()),
      await store.changeEmailNow({ accountId, ...taken }, effects()),
      await store.takeEmailChange({ id: dead, keepOldUntil: at(99), report: null }, effects()),
      await store.takeVerification({ id: 'never-put' }, effects()),
      await store.takeSecurityReport({ id: 'never-put' }, effects()),
      await store.endSessionById({ accountId, id: 'no-session' }, effects()),
    ].map(({ kind }) => kind);
    const expected = ['version_conflict', 'username_taken', 'stale', 'email_taken'];
    expected.push('link_used', 'link_used', 'link_used', 'not_found');
    expect(kinds).toEqual(expected);
    await stage.expectUnchanged(before);
    expect(await store.findGrant(grant, at(1))).toBe(true);
  });
}

/** What happens together with a write, or not at all. */
export function describeEffects(test: StoreTest): void {
  describe('the effects of a write', () => {
    for (const one of [...cases, ...proofWrites, ...linkWrites]) describeWrite(test, one);
    describeRefusals(test);
  });
}
