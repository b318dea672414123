import { describe, expect } from 'vitest';
import type { AccountRecord, Attempt, NewAccount } from '../server/ports/account-store.ts';
import { begin, everything, stillThere } from './store-begun.ts';
import { linkState } from './store-links.ts';
import type { StoreStage, StoreTest } from './store-stage.ts';

type Change = Partial<Parameters<StoreStage['store']['takePasswordReset']>[0]>;

function reset(
  stage: StoreStage,
  { id }: { id: string },
  change?: Change,
): ReturnType<StoreStage['store']['takePasswordReset']> {
  return stage.store.takePasswordReset(
    { id, passwordHash: '$hash$new', standsAlone: true, keepHistory: 0, ...change },
    stage.effects({ at: stage.at(100) }),
  );
}

const google = { provider: 'google', label: 'Google', name: null, owns: [] } as const;

/** An account with every way in: identity, passkey, authenticator app, recovery codes, and a known browser. */
async function furnished(stage: StoreStage, change: Partial<NewAccount>): Promise<AccountRecord> {
  const { store, at, id, effects } = stage;
  const identities = [{ ...google, connectedAt: at(0) }];
  const { id: accountId } = await stage.person('ada', { identities, ...change });
  const totp = { accountId, secretId: id('secret'), sessionId: 'session-of-set-up' };
  await store.putTotp({ ...totp, expiresAt: at(600) }, effects());
  await store.enableTotp({ ...totp, step: 1, codeDigests: ['code-1', 'code-2'] }, effects());
  const passkey = {
    id: id('passkey'),
    accountId,
    name: 'Key',
    createdAt: at(0),
    lastUsedAt: null,
    synced: false,
    credentialId: id('credential'),
    publicKey: 'key',
    signCount: 0,
    transports: ['internal'],
  };
  const device = { digest: 'browser', accountId, lastUsedAt: at(0) };
  await store.addPasskey({ passkey, most: 20 }, effects({ device }));
  return stage.read({ id: accountId });
}

function describeOutcome(test: StoreTest): void {
  describe('a password reset', () => {
    test('replaces the hash, ends all sessions, and verifies the address', async (stage) => {
      const ada = await stage.person('ada', { emailVerified: false });
      const link = await stage.link(ada, 'password_reset');
      const outcome = await reset(stage, link, { standsAlone: false });
      const expected = {
        ...ada,
        version: 2,
        emailVerified: true,
        passwordHash: '$hash$new',
        passwordChangedAt: stage.at(100),
        passwordStandsAlone: false,
        sessionsValidFrom: stage.at(100),
        sessionsKept: null,
      };
      expect(outcome).toEqual({ kind: 'done', account: expected });
      expect(await stage.read(ada, stage.at(100))).toEqual(expected);
      expect(await stage.dump()).not.toContain(String(ada.passwordHash));
    });

    test('sets the first password of an account that has none', async (stage) => {
      const ada = await stage.person('ada', { passwordHash: null });
      const outcome = await reset(stage, await stage.link(ada, 'password_reset'));
      expect(outcome).toMatchObject({ kind: 'done', account: { passwordHash: '$hash$new' } });
      expect(await stage.store.findPasswordHistory(ada.id, 9)).toEqual([]);
    });

    test('that is only asked for does not raise the version', async (stage) => {
      const ada = await stage.person('ada');
      await stage.link(ada, 'password_reset');
      expect(await stage.read(ada)).toEqual(ada);
    });

    test('puts the former hash into the history, of which so many stay', async (stage) => {
      const ada = await stage.person('ada', { passwordHash: '$hash$0' });
      for (const number of [1, 2, 3]) {
        const passwordHash = `$hash$${number}`;
        const link = await stage.link(ada, 'password_reset');
        await reset(stage, link, { passwordHash, keepHistory: 2 });
      }
      const history = await stage.store.findPasswordHistory(ada.id, 9);
      expect(history).toEqual(['$hash$2', '$hash$1']);
      expect(await stage.dump()).not.toContain('$hash$0');
    });
  });
}

function describeEndings(test: StoreTest): void {
  describe('with a password reset', () => {
    test('everything ends that the account has begun, and nothing of others', async (stage) => {
      const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
      const [own, hers] = [await begin(stage, ada), await begin(stage, eve)];
      const herLink = await stage.link(eve, 'password_reset');
      await reset(stage, await stage.link(ada, 'password_reset'));
      expect(await stillThere(stage, own, stage.at(101))).toEqual([]);
      expect(await stillThere(stage, hers, stage.at(101))).toEqual(everything);
      expect(await linkState(stage, herLink, 101)).toBe('live');
      expect((await stage.read(eve)).passwordHash).toBe(eve.passwordHash);
    });

    test('the reports that were mailed stay alive', async (stage) => {
      const ada = await stage.person('ada');
      const report = await stage.link(ada, 'security_report');
      await reset(stage, await stage.link(ada, 'password_reset'));
      expect(await linkState(stage, report, 101)).toBe('live');
    });

    test('wrong tries in a row are forgotten, those of others are not', async (stage) => {
      const { store, at } = stage;
      const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
      const tries = (account: { id: string }, key: string): Attempt => ({
        key: `${key}-${account.id}`,
        limits: [],
        inARow: 1,
        accountId: account.id,
      });
      const keys = [tries(ada, 'sign-in'), tries(ada, 'proof'), tries(eve, 'sign-in')];
      for (const attempt of keys) await store.takeAttempt(attempt, at(0));
      await reset(stage, await stage.link(ada, 'password_reset'));
      const kinds = [];
      for (const attempt of keys) kinds.push((await store.takeAttempt(attempt, at(101))).kind);
      expect(kinds).toEqual(['done', 'done', 'locked']);
    });

    test('of an account that was verified, its other ways in and its browsers stay', async (stage) => {
      const ada = await furnished(stage, {});
      expect(ada.passkeys).toHaveLength(1);
      const outcome = await reset(stage, await stage.link(ada, 'password_reset'));
      const { identities, passkeys, totpEnabledAt, recoveryCodesLeft } = ada;
      const ways = { identities, passkeys, totpEnabledAt, recoveryCodesLeft };
      expect(outcome).toMatchObject({ kind: 'done', account: ways });
      expect((await stage.store.findTotp(ada.id, stage.at(101)))?.state).toBe('on');
      expect(await stage.store.findDevice('browser', ada.id)).toBe(true);
    });

    test('of an account that was not, all goes that somebody else may have left there', async (stage) => {
      const { store, at } = stage;
      const ada = await furnished(stage, { emailVerified: false });
      const [codeDigest, credential] = ['code-1', (await store.findPasskeys(ada.id))[0]];
      const outcome = await reset(stage, await stage.link(ada, 'password_reset'));
      const none = { identities: [], passkeys: [], totpEnabledAt: null, recoveryCodesLeft: 0 };
      expect(outcome).toMatchObject({ kind: 'done', account: none });
      expect(await store.findPasskeys(ada.id)).toEqual([]);
      expect(await store.findPasskey(String(credential?.credentialId))).toBeNull();
      expect(await store.findTotp(ada.id, at(101))).toBeNull();
      expect(await store.findDevice('browser', ada.id)).toBe(false);
      const proofs = [{ kind: 'recovery_code', accountId: ada.id, digest: codeDigest } as const];
      const used = await store.recordEvent({ accountId: ada.id }, stage.effects({ proofs }));
      expect(used).toEqual({ kind: 'proof_refused' });
    });

    test('nothing goes of others whose address is not verified either', async (stage) => {
      const ada = await stage.person('grace', { emailVerified: false });
      const eve = await furnished(stage, { emailVerified: false });
      await reset(stage, await stage.link(ada, 'password_reset'));
      expect(await stage.read(eve)).toEqual(eve);
      expect(await stage.store.findDevice('browser', eve.id)).toBe(true);
    });

    test('that is refused, all stays', async (stage) => {
      const ada = await furnished(stage, { emailVerified: false });
      const link = await stage.link(ada, 'password_reset', { expiresAt: stage.at(100) });
      const before = await stage.dump();
      expect(await reset(stage, link)).toEqual({ kind: 'link_used' });
      await stage.expectUnchanged(before);
    });
  });
}

/** Links that choose a new password. */
export function describePasswordResets(test: StoreTest): void {
  describeOutcome(test);
  describeEndings(test);
}
