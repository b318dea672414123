import { describe, expect } from 'vitest';
import type { AccountRecord } from '../server/ports/account-store.ts';
import { nowhere } from '../server/ports/session-store.ts';
import { leaveProofTraces } from './store-proof-traces.ts';
import type { StoreStage, StoreTest } from './store-stage.ts';
import { race } from './store-stage.ts';

/** An account that has left a trace in everything that the store keeps. */
async function fullAccount(stage: StoreStage): Promise<AccountRecord> {
  const { store, at } = stage;
  const ada = await stage.person('ada', {
    name: 'Ada Lovelace',
    username: 'countess',
    nickname: 'Enchantress',
    identities: [
      { provider: 'google', label: 'Google', name: 'ada.g', connectedAt: at(0), owns: ['name'] },
    ],
  });
  await stage.signIn(ada);
  await stage.grant(ada);
  const report = stage.newReport('ada@example.com');
  const taken = await stage.pend(ada, { address: 'ada.second@example.com', report });
  await store.takeEmailChange(
    { id: taken.id, keepOldUntil: at(604_800), report: stage.newReport('ada@example.com') },
    stage.effects({ deliveries: [stage.newMail(ada, { to: 'ada@example.com' })] }),
  );
  await stage.grant(ada);
  await stage.pend(ada, { address: 'ada.third@example.com' });
  const files = { large: `${ada.id}/large.webp`, small: `${ada.id}/small.webp` };
  await store.setAvatar({ accountId: ada.id, files }, stage.effects());
  const dead = stage.newMail(ada, { to: 'ada.second@example.com' });
  await store.updateProfile(
    { accountId: ada.id, values: { familyName: 'Lovelace' }, expectedVersion: null },
    stage.effects({ deliveries: [dead] }),
  );
  await store.failDelivery(dead.id, { retryAt: null, reason: 'no such box ada.second' });
  return stage.read(ada);
}

function remove(
  stage: StoreStage,
  account: { id: string },
  deliveries = [stage.newMail(null, { kind: 'account_deleted', to: 'farewell@example.com' })],
): ReturnType<StoreStage['store']['deleteAccount']> {
  return stage.store.deleteAccount(
    { accountId: account.id },
    stage.effects({ at: stage.at(10), deliveries }),
  );
}

/** Deletion, and what is left of an account. */
export function describeDeletion(test: StoreTest): void {
  describe('deletion', () => {
    test('the account is gone for every way of looking it up', async (stage) => {
      const ada = await stage.person('ada', { username: 'ada' });
      const session = await stage.signIn(ada);
      const grant = await stage.grant(ada);
      const change = await stage.pend(ada, { report: stage.newReport(ada.email) });
      expect(await remove(stage, ada)).toEqual({ kind: 'done' });
      const { store, at } = stage;
      expect(await store.findAccount(ada.id, at(11))).toBeNull();
      expect(await store.findAccountByEmail(ada.email, at(11))).toBeNull();
      expect(await store.findSession(session.tokenDigest, at(11))).toBeNull();
      expect(await store.findGrant(grant, at(11))).toBe(false);
      expect(await store.findEmailChange(change.tokenDigest, at(11))).toBeNull();
      expect(await store.findEmailReport(change.report?.tokenDigest ?? '', at(11))).toBeNull();
    });

    test('the address, the kept address, the username and the id are free', async (stage) => {
      const ada = await fullAccount(stage);
      await remove(stage, ada);
      const again = stage.newAccount('ada', { id: ada.id, username: 'countess' });
      expect(await stage.store.isEmailTaken('ada@example.com', null, stage.at(11))).toBe(false);
      const effects = stage.effects({ at: stage.at(11) });
      expect(await stage.store.createAccount(again, null, effects)).toMatchObject({ kind: 'done' });
    });

    test('what remains names the person nowhere, once its files are forgotten', async (stage) => {
      const ada = await fullAccount(stage);
      expect(await stage.dump()).toContain(ada.id);
      await remove(stage, ada);
      await stage.store.forgetFiles([ada.avatar?.large ?? '', ada.avatar?.small ?? '']);
      const left = await stage.dump();
      for (const trace of [
        ada.id,
        'ada@',
        'ada.',
        'Lovelace',
        'countess',
        'Enchantress',
        'Google',
      ]) {
        expect(left).not.toContain(trace);
      }
    });

    test('no proof, link, browser or log of it remains, and those of others do', async (stage) => {
      const ada = await stage.person('ada');
      const eve = await stage.person('eve');
      const [own, hers] = [await leaveProofTraces(stage, ada), await leaveProofTraces(stage, eve)];
      const before = await stage.dump();
      expect([...own, ...hers].filter((trace) => !before.includes(trace))).toEqual([]);
      await remove(stage, ada);
      const left = await stage.dump();
      expect(own.filter((trace) => left.includes(trace))).toEqual([]);
      expect(hers.filter((trace) => !left.includes(trace))).toEqual([]);
      expect(left).not.toContain(ada.id);
    });

    test('its wrong tries in a row are forgotten, so that nobody inherits them', async (stage) => {
      const ada = await stage.person('ada');
      const own = { key: 'own-key', limits: [], inARow: 1, accountId: ada.id };
      const nobodys = { ...own, key: 'key-of-nobody', accountId: null };
      for (const attempt of [own, nobodys]) await stage.store.takeAttempt(attempt, stage.at(0));
      await remove(stage, ada);
      const locked = { kind: 'locked' };
      expect(await stage.store.takeAttempt(nobodys, stage.at(11))).toEqual(locked);
      expect(await stage.store.takeAttempt(own, stage.at(11))).toEqual({ kind: 'done', inARow: 1 });
    });

    test('only the deliveries of the deletion remain, and their trace goes once they are done', async (stage) => {
      const ada = await fullAccount(stage);
      const notice = stage.newMail(null, { kind: 'account_deleted', to: ada.email });
      await remove(stage, ada, [notice]);
      const claim = { at: stage.at(11), leaseUntil: stage.at(99), most: 10 };
      const claimed = await stage.store.claimDeliveries(claim);
      expect(claimed.map(({ id, to }) => [id, to])).toEqual([[notice.id, ada.email]]);
      await stage.store.endDelivery(notice.id);
      expect(await stage.dump()).not.toContain(ada.email);
    });

    test('no audit entry remains, that of the deletion included', async (stage) => {
      const ada = await stage.person('ada');
      const audit = {
        id: stage.id('audit'),
        event: 'account_deleted',
        sessionId: null,
        details: {},
        from: nowhere,
      };
      await stage.store.deleteAccount({ accountId: ada.id }, stage.effects({ audit }));
      expect(await stage.dump()).not.toContain(audit.id);
    });

    test('its files become discarded', async (stage) => {
      const ada = await fullAccount(stage);
      await remove(stage, ada);
      const found = await stage.store.findDiscardedFiles(stage.at(10));
      expect(found.toSorted()).toEqual([ada.avatar?.large, ada.avatar?.small]);
    });

    test("everybody else's rows stay as they are", async (stage) => {
      const { store, at } = stage;
      const eve = await stage.person('eve', { name: 'Eve' });
      const session = await stage.signIn(eve);
      const grant = await stage.grant(eve);
      const change = await stage.pend(eve, { address: 'eve.new@example.com' });
      const before = await store.findSession(session.tokenDigest, at(11));
      const ada = await fullAccount(stage);
      await remove(stage, ada);
      expect(await store.findSession(session.tokenDigest, at(11))).toEqual(before);
      expect(await store.findGrant(grant, at(11))).toBe(true);
      expect((await store.findEmailChange(change.tokenDigest, at(11)))?.state).toBe('live');
    });

    test('a second one finds nothing', async (stage) => {
      const ada = await stage.person('ada');
      await remove(stage, ada);
      const before = await stage.dump();
      expect(await remove(stage, ada)).toEqual({ kind: 'gone' });
      await stage.expectUnchanged(before);
    });

    test('of 16 that race exactly one deletes', async (stage) => {
      const ada = await stage.person('ada');
      expect(await race(() => remove(stage, ada))).toEqual({ done: 1, gone: 15 });
    });

    test('a link that is followed too late says nothing about the account', async (stage) => {
      const ada = await stage.person('ada');
      const change = await stage.pend(ada, { report: stage.newReport(ada.email) });
      await remove(stage, ada);
      const before = await stage.dump();
      const late = stage.effects({ at: stage.at(11), deliveries: [stage.newMail(null)] });
      const confirmed = await stage.store.takeEmailChange(
        { id: change.id, keepOldUntil: stage.at(99), report: stage.newReport(ada.email) },
        late,
      );
      const reported = await stage.store.takeEmailReport({ id: change.report?.id ?? '' }, late);
      expect(['gone', 'link_used']).toContain(confirmed.kind);
      expect(['gone', 'link_used']).toContain(reported.kind);
      await stage.expectUnchanged(before);
    });
  });
}
