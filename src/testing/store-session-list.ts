import { describe, expect } from 'vitest';
import { begin, everything, stillThere } from './store-begun.ts';
import type { StoreStage, StoreTest } from './store-stage.ts';
import { race } from './store-stage.ts';

function end(
  stage: StoreStage,
  account: { id: string },
  id: string,
): ReturnType<StoreStage['store']['endSessionById']> {
  const effects = stage.effects({ at: stage.at(10) });
  return stage.store.endSessionById({ accountId: account.id, id }, effects);
}

function endOthers(
  stage: StoreStage,
  account: { id: string },
  keep: string,
): ReturnType<StoreStage['store']['endOtherSessions']> {
  const effects = stage.effects({ at: stage.at(10) });
  return stage.store.endOtherSessions({ accountId: account.id, keep }, effects);
}

function describeList(test: StoreTest): void {
  describe('the list of sessions', () => {
    test("has an account's own, the last used first, with where they are from", async (stage) => {
      const { store, at } = stage;
      const ada = await stage.person('ada');
      const from = { browser: 'Firefox', system: 'macOS', place: 'Vienna, Austria' };
      const first = await stage.signIn(ada, { from, methods: ['password', 'totp'] });
      const second = await stage.signIn(ada, { lastActiveAt: at(10) });
      const third = await stage.signIn(ada, { lastActiveAt: at(5) });
      await stage.signIn(await stage.person('eve'));
      const long = at(-9999);
      expect(await store.findSessions(ada.id, at(20), long)).toEqual([second, third, first]);
      await store.touchSession(first.id, at(15));
      const touched = { ...first, lastActiveAt: at(15) };
      expect(await store.findSessions(ada.id, at(20), long)).toEqual([touched, second, third]);
      expect(await store.findSessions('nobody', at(20), long)).toEqual([]);
    });

    test('tells from where a session is wherever it is read', async (stage) => {
      const ada = await stage.person('ada');
      const from = { browser: 'Safari', system: null, place: null };
      const { tokenDigest } = await stage.signIn(ada, { from });
      const account = stage.newAccount('eve');
      const first = stage.newSession(account, { from: { ...from, system: 'iOS' } });
      await stage.store.createAccount(account, first, stage.effects());
      const found = await stage.store.findSession(tokenDigest, stage.at(1));
      expect(found?.session.from).toEqual(from);
      const hers = await stage.store.findSession(first.tokenDigest, stage.at(1));
      expect(hers?.session).toEqual(first);
    });

    test('leaves out what has run out, or was not used for too long', async (stage) => {
      const { store, at } = stage;
      const ada = await stage.person('ada');
      const session = await stage.signIn(ada, { lastActiveAt: at(100), expiresAt: at(3600) });
      const list = (now: number, since: number): Promise<unknown> =>
        store.findSessions(ada.id, at(now), at(since));
      expect(await list(3599.999, 99.999)).toEqual([session]);
      expect(await list(3600, 99.999)).toEqual([]);
      expect(await list(3599.999, 100)).toEqual([]);
    });
  });
}

function describeOne(test: StoreTest): void {
  describe('one session', () => {
    test('is ended by its id and recorded; the version stays, and all else goes on', async (stage) => {
      const { store, at } = stage;
      const ada = await stage.person('ada');
      const other = await begin(stage, ada);
      const { id, tokenDigest } = await stage.signIn(ada);
      const account = await stage.read(ada);
      const audit = { ...stage.effects().audit, event: 'session_ended' };
      const change = { accountId: ada.id, id };
      const outcome = await store.endSessionById(change, stage.effects({ at: at(10), audit }));
      expect(outcome).toEqual({ kind: 'done', account });
      expect(await store.findSession(tokenDigest, at(11))).toBeNull();
      expect(await stillThere(stage, other, at(11))).toEqual(everything);
      const [entry] = await store.findAudit(ada.id, null, 1);
      expect(entry).toEqual({ ...audit, at: at(10) });
    });

    test('of somebody else, or none, is not found, and nothing is recorded', async (stage) => {
      const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
      const hers = await stage.signIn(eve);
      const before = await stage.dump();
      expect(await end(stage, ada, hers.id)).toEqual({ kind: 'not_found' });
      expect(await end(stage, ada, 'no-session')).toEqual({ kind: 'not_found' });
      expect(await end(stage, ada, hers.tokenDigest)).toEqual({ kind: 'not_found' });
      expect(await end(stage, { id: 'nobody' }, hers.id)).toEqual({ kind: 'gone' });
      await stage.expectUnchanged(before);
    });

    test('of 16 that race to end it exactly one does', async (stage) => {
      const ada = await stage.person('ada');
      const { id } = await stage.signIn(ada);
      expect(await race(() => end(stage, ada, id))).toEqual({ done: 1, not_found: 15 });
    });
  });
}

function describeOthers(test: StoreTest): void {
  describe('all other sessions', () => {
    test('end with everything that was begun, and the one that asked goes on', async (stage) => {
      const { store, at } = stage;
      const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
      const [own, hers] = [await begin(stage, ada), await begin(stage, eve)];
      const kept = await stage.signIn(ada);
      const { version } = await stage.read(ada);
      const sessions = { sessionsValidFrom: at(10), sessionsKept: kept.id };
      const expected = { ...ada, version: version + 1, ...sessions };
      expect(await endOthers(stage, ada, kept.id)).toEqual({ kind: 'done', account: expected });
      expect(await stillThere(stage, own, at(11))).toEqual([]);
      expect((await store.findSession(kept.tokenDigest, at(11)))?.session).toEqual(kept);
      expect(await stillThere(stage, hers, at(11))).toEqual(everything);
    });

    test('take the grants and the challenges of the one that goes on along', async (stage) => {
      const ada = await stage.person('ada');
      const begun = await begin(stage, ada);
      await endOthers(stage, ada, begun.session.id);
      expect(await stillThere(stage, begun, stage.at(11))).toEqual(['session']);
    });

    test('that are not there are no error, and an app that is on stays on', async (stage) => {
      const { store, at } = stage;
      const ada = await stage.person('ada');
      const [accountId, sessionId] = [ada.id, (await stage.signIn(ada)).id];
      const totp = { accountId, secretId: stage.id('secret'), sessionId };
      await store.putTotp({ ...totp, expiresAt: at(600) }, stage.effects());
      await store.enableTotp({ ...totp, step: 1, codeDigests: ['code'] }, stage.effects());
      const outcome = await endOthers(stage, ada, sessionId);
      expect(outcome).toMatchObject({ kind: 'done', account: { recoveryCodesLeft: 1 } });
      expect((await store.findTotp(ada.id, at(11)))?.state).toBe('on');
      expect(await endOthers(stage, ada, sessionId)).toMatchObject({ kind: 'done' });
    });

    test("a host's session that goes on need not be one of ours", async (stage) => {
      const ada = await stage.person('ada');
      await endOthers(stage, ada, 'session-of-the-host');
      expect((await stage.read(ada)).sessionsKept).toBe('session-of-the-host');
    });
  });
}

/** Sessions as the person sees them. */
export function describeSessionList(test: StoreTest): void {
  describeList(test);
  describeOne(test);
  describeOthers(test);
}
