import { describe, expect } from 'vitest';
import type { NewEmailReport } from '../server/ports/account-store.ts';
import { begin, everything, stillThere } from './store-begun.ts';
import type { StoreStage, StoreTest } from './store-stage.ts';
import { race } from './store-stage.ts';

function take(
  stage: StoreStage,
  report: { id: string },
  seconds = 100,
): ReturnType<StoreStage['store']['takeEmailReport']> {
  return stage.store.takeEmailReport({ id: report.id }, stage.effects({ at: stage.at(seconds) }));
}

async function stateOf(
  stage: StoreStage,
  report: NewEmailReport,
  seconds = 100,
): Promise<string | undefined> {
  return (await stage.store.findEmailReport(report.tokenDigest, stage.at(seconds)))?.state;
}

/** Changes the address with both notices, as the rules do; answers their links. */
async function move(
  stage: StoreStage,
  account: { id: string },
  step: { from: string; to: string; seconds: number },
): Promise<{ atRequest: NewEmailReport; atChange: NewEmailReport }> {
  const [atRequest, atChange] = [stage.newReport(step.from), stage.newReport(step.from)];
  const { id } = await stage.pend(
    account,
    { address: step.to, report: atRequest },
    { at: stage.at(step.seconds) },
  );
  const outcome = await stage.store.takeEmailChange(
    { id, keepOldUntil: stage.at(604_800), report: atChange },
    stage.effects({ at: stage.at(step.seconds + 1) }),
  );
  expect(outcome).toMatchObject({ kind: 'done', account: { email: step.to } });
  return { atRequest, atChange };
}

const [old, taken, farther] = ['ada@example.com', 'thief@example.com', 'farther@example.com'];

/** "This wasn't me". */
export function describeEmailReports(test: StoreTest): void {
  describe('a report', () => {
    test('of a pending change ends it, and leaves the address alone', async (stage) => {
      const ada = await stage.person('ada');
      const report = stage.newReport(old);
      const change = await stage.pend(ada, { report });
      const outcome = await take(stage, report);
      const expected = { ...ada, version: 3, sessionsValidFrom: stage.at(100) };
      expect(outcome).toEqual({ kind: 'done', restored: false, account: expected });
      const found = await stage.store.findEmailChange(change.tokenDigest, stage.at(100));
      expect(found?.state).toBe('dead');
      expect(await stateOf(stage, report)).toBe('used');
    });

    test('of a completed change puts the old address back, verified, and frees the other', async (stage) => {
      const ada = await stage.person('ada');
      const { atChange } = await move(stage, ada, { from: old, to: taken, seconds: 10 });
      const outcome = await take(stage, atChange);
      const account = { ...ada, version: 4, sessionsValidFrom: stage.at(100) };
      expect(outcome).toEqual({ kind: 'done', restored: true, account });
      const { store, at } = stage;
      expect((await store.findAccountByEmail(old, at(101)))?.id).toBe(ada.id);
      expect(await store.findAccountByEmail(taken, at(101))).toBeNull();
      expect(await store.isEmailTaken(taken, null, at(101))).toBe(false);
    });

    test('puts an address back unverified that nobody had verified', async (stage) => {
      const ada = await stage.person('ada', { emailVerified: false });
      const { atChange } = await move(stage, ada, { from: old, to: taken, seconds: 10 });
      expect((await stage.read(ada)).emailVerified).toBe(true);
      const outcome = await take(stage, atChange);
      expect(outcome).toMatchObject({ restored: true, account: { emailVerified: false } });
    });

    test('puts an address back verified that was left twice', async (stage) => {
      const ada = await stage.person('ada', { emailVerified: false });
      await move(stage, ada, { from: old, to: taken, seconds: 10 });
      await move(stage, ada, { from: taken, to: old, seconds: 20 });
      const { atChange } = await move(stage, ada, { from: old, to: farther, seconds: 30 });
      const outcome = await take(stage, atChange);
      expect(outcome).toMatchObject({
        restored: true,
        account: { email: old, emailVerified: true },
      });
    });

    test('of the request works also after the change', async (stage) => {
      const ada = await stage.person('ada');
      const { atRequest } = await move(stage, ada, { from: old, to: taken, seconds: 10 });
      expect(await take(stage, atRequest)).toMatchObject({ kind: 'done', restored: true });
      expect((await stage.read(ada)).email).toBe(old);
    });

    test('ends all sessions, all grants and the pending change of the account, and no others', async (stage) => {
      const { store, at } = stage;
      const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
      const { atChange } = await move(stage, ada, { from: old, to: taken, seconds: 10 });
      const [session, hers] = [await stage.signIn(ada), await stage.signIn(eve)];
      const [grant, herGrant] = [await stage.grant(ada), await stage.grant(eve)];
      const pending = await stage.pend(ada, { address: farther }, { at: at(20) });
      const outcome = await take(stage, atChange);
      expect(outcome).toMatchObject({
        account: { pendingEmail: null, sessionsValidFrom: at(100), sessionsKept: null },
      });
      expect(await store.findSession(session.tokenDigest, at(101))).toBeNull();
      expect(await store.findSession(hers.tokenDigest, at(101))).not.toBeNull();
      expect(await store.findGrant(grant, at(101))).toBe(false);
      expect(await store.findGrant(herGrant, at(101))).toBe(true);
      expect((await store.findEmailChange(pending.tokenDigest, at(101)))?.state).toBe('dead');
    });

    test("ends challenges and a waiting set-up, and forgets known browsers, which may be a thief's", async (stage) => {
      const { store, at } = stage;
      const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
      const [own, hers] = [await begin(stage, ada), await begin(stage, eve)];
      for (const { id: accountId } of [ada, eve]) {
        const device = { digest: 'browser', accountId, lastUsedAt: at(0) };
        await store.recordEvent({ accountId }, stage.effects({ device }));
      }
      const report = stage.newReport(old);
      const change = stage.newChange(ada, { address: farther, report });
      await store.putEmailChange(change, stage.effects());
      await take(stage, report);
      expect(await stillThere(stage, own, at(101))).toEqual([]);
      expect(await store.findDevice('browser', ada.id)).toBe(false);
      expect(await stillThere(stage, hers, at(101))).toEqual(everything);
      expect(await store.findDevice('browser', eve.id)).toBe(true);
    });

    test('works once', async (stage) => {
      const ada = await stage.person('ada');
      const { atChange } = await move(stage, ada, { from: old, to: taken, seconds: 10 });
      await take(stage, atChange);
      const before = await stage.dump();
      expect(await take(stage, atChange)).toEqual({ kind: 'link_used' });
      await stage.expectUnchanged(before);
    });

    test('of 16 that race for one link exactly one wins', async (stage) => {
      const ada = await stage.person('ada');
      const { atChange } = await move(stage, ada, { from: old, to: taken, seconds: 10 });
      expect(await race(() => take(stage, atChange))).toEqual({ done: 1, link_used: 15 });
      expect((await stage.read(ada)).version).toBe(4);
    });

    test('works until the instant at which it expires', async (stage) => {
      const ada = await stage.person('ada');
      const report = stage.newReport(old, { expiresAt: stage.at(50) });
      await stage.pend(ada, { report });
      expect(await stateOf(stage, report, 49.999)).toBe('live');
      expect(await stateOf(stage, report, 50)).toBe('expired');
      const before = await stage.dump();
      expect(await take(stage, report, 50)).toEqual({ kind: 'link_used' });
      await stage.expectUnchanged(before);
    });

    test('that was never put is used', async (stage) => {
      expect(await stage.store.findEmailReport('another-digest', stage.at(1))).toBeNull();
      expect(await take(stage, { id: 'never-put' })).toEqual({ kind: 'link_used' });
    });

    test('kills the other links for the same address', async (stage) => {
      const ada = await stage.person('ada');
      const { atRequest, atChange } = await move(stage, ada, { from: old, to: taken, seconds: 10 });
      await take(stage, atChange);
      expect(await stateOf(stage, atRequest)).toBe('dead');
      expect(await take(stage, atRequest)).toEqual({ kind: 'link_used' });
    });

    test('kills younger links, so that a thief cannot put the stolen address back', async (stage) => {
      const ada = await stage.person('ada');
      const own = await move(stage, ada, { from: old, to: taken, seconds: 10 });
      const thiefs = await move(stage, ada, { from: taken, to: farther, seconds: 20 });
      const outcome = await take(stage, own.atChange);
      expect(outcome).toMatchObject({ restored: true, account: { email: old } });
      expect(await stateOf(stage, thiefs.atRequest)).toBe('dead');
      expect(await stateOf(stage, thiefs.atChange)).toBe('dead');
      expect(await take(stage, thiefs.atChange, 101)).toEqual({ kind: 'link_used' });
      expect((await stage.read(ada)).email).toBe(old);
    });

    test('leaves older links for other addresses alive', async (stage) => {
      const ada = await stage.person('ada');
      const older = await move(stage, ada, { from: old, to: taken, seconds: 10 });
      const younger = await move(stage, ada, { from: taken, to: farther, seconds: 20 });
      const outcome = await take(stage, younger.atChange);
      expect(outcome).toMatchObject({ restored: true, account: { email: taken } });
      expect(await stateOf(stage, older.atChange)).toBe('live');
      expect(await take(stage, older.atChange, 101)).toMatchObject({ restored: true });
      expect((await stage.read(ada)).email).toBe(old);
    });

    test('of the way back frees the address that was left twice, for somebody else to ask for', async (stage) => {
      const { store, at } = stage;
      const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
      await move(stage, ada, { from: old, to: taken, seconds: 10 });
      const back = await move(stage, ada, { from: taken, to: old, seconds: 20 });
      expect(await store.isEmailTaken(taken, eve.id, at(99))).toBe(true);
      const outcome = await take(stage, back.atChange);
      expect(outcome).toMatchObject({ restored: true, account: { email: taken } });
      expect(await store.isEmailTaken(taken, eve.id, at(101))).toBe(true);
      expect(await store.isEmailTaken(old, eve.id, at(101))).toBe(false);
      await move(stage, eve, { from: eve.email, to: old, seconds: 110 });
      expect((await store.findAccountByEmail(old, at(120)))?.id).toBe(eve.id);
    });

    test("leaves other accounts' links alive", async (stage) => {
      const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
      const hers = stage.newReport(eve.email);
      const own = stage.newReport(old);
      await stage.pend(ada, { report: own });
      await stage.pend(eve, { report: hers, address: farther }, { at: stage.at(20) });
      await take(stage, own);
      expect(await stateOf(stage, hers)).toBe('live');
    });

    test('does not put back an address that is not kept any more, and still ends all sessions', async (stage) => {
      const ada = await stage.person('ada');
      const report = stage.newReport(old);
      const { id } = await stage.pend(ada, { address: taken });
      await stage.store.takeEmailChange(
        { id, keepOldUntil: stage.at(100), report },
        stage.effects(),
      );
      const session = await stage.signIn(ada);
      const eve = await stage.store.createAccount(
        stage.newAccount('eve', { email: old }),
        null,
        stage.effects({ at: stage.at(100) }),
      );
      expect(eve).toMatchObject({ kind: 'done' });
      expect(await take(stage, report)).toMatchObject({
        kind: 'done',
        restored: false,
        account: { email: taken },
      });
      expect(await stage.store.findSession(session.tokenDigest, stage.at(101))).toBeNull();
    });
  });
}
