import { describe, expect } from 'vitest';
import { begin, everything, stillThere } from './store-begun.ts';
import type { StoreStage, StoreTest } from './store-stage.ts';

function report(
  stage: StoreStage,
  { id }: { id: string },
): ReturnType<StoreStage['store']['takeSecurityReport']> {
  return stage.store.takeSecurityReport({ id }, stage.effects({ at: stage.at(100) }));
}

/** "This wasn't me" in the notice of a security event. */
export function describeSecurityReports(test: StoreTest): void {
  describe('a security report', () => {
    test('ends everything that the account has begun, and nothing of others', async (stage) => {
      const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
      const [own, hers] = [await begin(stage, ada), await begin(stage, eve)];
      const more = await stage.signIn(ada);
      const link = await stage.link(ada, 'security_report');
      const { version } = await stage.read(ada);
      const sessions = { sessionsValidFrom: stage.at(100), sessionsKept: null };
      const account = { ...ada, version: version + 1, ...sessions };
      expect(await report(stage, link)).toEqual({ kind: 'done', account });
      expect(await stillThere(stage, own, stage.at(101))).toEqual([]);
      expect(await stage.store.findSession(more.tokenDigest, stage.at(101))).toBeNull();
      expect(await stillThere(stage, hers, stage.at(101))).toEqual(everything);
    });

    test('leaves the password, the second factor and the links that were mailed alone', async (stage) => {
      const { store, at } = stage;
      const ada = await stage.person('ada');
      const session = await stage.signIn(ada);
      const [accountId, sessionId] = [ada.id, session.id];
      const totp = { accountId, secretId: stage.id('secret'), sessionId };
      await store.putTotp({ ...totp, expiresAt: at(600) }, stage.effects());
      await store.enableTotp({ ...totp, step: 1, codeDigests: ['code'] }, stage.effects());
      const reset = await stage.link(ada, 'password_reset');
      const link = await stage.link(ada, 'security_report');
      await report(stage, link);
      const after = await stage.read(ada, at(101));
      expect(after).toMatchObject({ passwordHash: ada.passwordHash, recoveryCodesLeft: 1 });
      expect((await store.findTotp(ada.id, at(101)))?.state).toBe('on');
      expect((await store.findLink(reset.tokenDigest, at(101)))?.state).toBe('live');
    });

    test("forgets the browsers of the account, one of which may be a thief's", async (stage) => {
      const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
      for (const { id: accountId } of [ada, eve]) {
        const device = { digest: 'browser', accountId, lastUsedAt: stage.at(0) };
        await stage.store.recordEvent({ accountId }, stage.effects({ device }));
      }
      await report(stage, await stage.link(ada, 'security_report'));
      expect(await stage.store.findDevice('browser', ada.id)).toBe(false);
      expect(await stage.store.findDevice('browser', eve.id)).toBe(true);
    });

    test('works whatever the address is now', async (stage) => {
      const ada = await stage.person('ada');
      const link = await stage.link(ada, 'security_report', { address: 'former@example.com' });
      expect(await report(stage, link)).toMatchObject({ kind: 'done' });
    });
  });
}
