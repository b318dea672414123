import { describe, expect } from 'vitest';
import type { AuditEntry } from '../server/ports/account-store.ts';
import { nowhere } from '../server/ports/session-store.ts';
import type { StoreStage, StoreTest } from './store-stage.ts';
import { race } from './store-stage.ts';

function signedOut(stage: StoreStage): AuditEntry {
  return {
    id: stage.id('audit'),
    event: 'signed_out',
    sessionId: null,
    details: {},
    from: nowhere,
  };
}

/** Sessions of ours. */
export function describeSessions(test: StoreTest): void {
  describe('a session', () => {
    test('is found by its digest, with its account as it is now', async (stage) => {
      const ada = await stage.person('ada');
      const session = await stage.signIn(ada, { methods: ['password', 'otp'] });
      await stage.signIn(await stage.person('eve'));
      const pending = await stage.pend(ada);
      const found = await stage.store.findSession(session.tokenDigest, stage.at(1));
      expect(found).toEqual({ session, account: await stage.read(ada, stage.at(1)) });
      expect(found?.account.pendingEmail?.id).toBe(pending.id);
    });

    test('comes with every identity of its account', async (stage) => {
      const identity = (provider: string): object => ({
        provider,
        label: provider,
        name: null,
        connectedAt: stage.at(0),
        owns: ['name'],
      });
      const ada = await stage.person('ada', {
        identities: [identity('google'), identity('github')] as never,
      });
      const session = await stage.signIn(ada);
      const found = await stage.store.findSession(session.tokenDigest, stage.at(1));
      const providers = found?.account.identities.map(({ provider }) => provider);
      expect(providers?.toSorted()).toEqual(['github', 'google']);
    });

    test('is looked up by the digest alone', async (stage) => {
      const session = await stage.signIn(await stage.person('ada'));
      expect(await stage.store.findSession('another-digest', stage.at(1))).toBeNull();
      expect(await stage.store.findSession(session.id, stage.at(1))).toBeNull();
    });

    test('ends at its absolute end, however lately it was used', async (stage) => {
      const session = await stage.signIn(await stage.person('ada'));
      await stage.store.touchSession(session.id, stage.at(3599));
      const find = (seconds: number): ReturnType<StoreStage['store']['findSession']> =>
        stage.store.findSession(session.tokenDigest, stage.at(seconds));
      expect((await find(3599.999))?.session.expiresAt).toBe(stage.at(3600));
      expect(await find(3600)).toBeNull();
    });

    test('remembers when it was last used', async (stage) => {
      const session = await stage.signIn(await stage.person('ada'));
      await stage.store.touchSession(session.id, stage.at(900));
      const found = await stage.store.findSession(session.tokenDigest, stage.at(901));
      expect(found?.session).toEqual({ ...session, lastActiveAt: stage.at(900) });
      expect(found?.account.version).toBe(1);
    });

    test('that is not there can be touched without an error', async (stage) => {
      const before = await stage.dump();
      await stage.store.touchSession('no-session', stage.at(900));
      await stage.expectUnchanged(before);
    });

    test('is ended and recorded; others of the account go on', async (stage) => {
      const { store, at } = stage;
      const ada = await stage.person('ada');
      const [session, other] = [await stage.signIn(ada), await stage.signIn(ada)];
      const audit = signedOut(stage);
      expect(await store.endSession(session.tokenDigest, audit, at(10))).toBe(true);
      expect(await store.findSession(session.tokenDigest, at(11))).toBeNull();
      expect(await store.findSession(other.tokenDigest, at(11))).not.toBeNull();
      expect(await stage.dump()).toContain(audit.id);
      expect(await stage.dump()).not.toContain(session.tokenDigest);
    });

    test('that is not there is no error, and nothing is recorded', async (stage) => {
      const session = await stage.signIn(await stage.person('ada'));
      await stage.store.endSession(session.tokenDigest, signedOut(stage), stage.at(10));
      const before = await stage.dump();
      const { store, at } = stage;
      expect(await store.endSession(session.tokenDigest, signedOut(stage), at(10))).toBe(false);
      expect(await store.endSession('no-digest', signedOut(stage), at(10))).toBe(false);
      await stage.expectUnchanged(before);
    });

    test('of 16 that race to end it exactly one finds it', async (stage) => {
      const { tokenDigest } = await stage.signIn(await stage.person('ada'));
      const counts = await race(async () => ({
        kind: String(await stage.store.endSession(tokenDigest, signedOut(stage), stage.at(10))),
      }));
      expect(counts).toEqual({ true: 1, false: 15 });
    });

    test('does not raise the version', async (stage) => {
      const ada = await stage.person('ada');
      const session = await stage.signIn(ada);
      await stage.store.endSession(session.tokenDigest, signedOut(stage), stage.at(10));
      expect(await stage.read(ada)).toEqual(ada);
    });

    test('for an account that is not there is not started', async (stage) => {
      const session = stage.newSession({ id: 'nobody' });
      const before = await stage.dump();
      expect(await stage.store.putSession(session, stage.effects())).toEqual({ kind: 'gone' });
      await stage.expectUnchanged(before);
    });

    test('shares no object with the store', async (stage) => {
      const session = await stage.signIn(await stage.person('ada'));
      const digest = session.tokenDigest;
      const expected = structuredClone(session);
      session.expiresAt = stage.at(-1);
      const found = await stage.store.findSession(digest, stage.at(1));
      expect(found?.session).toEqual(expected);
      if (found !== null) found.session.expiresAt = stage.at(-1);
      expect((await stage.store.findSession(digest, stage.at(1)))?.session).toEqual(expected);
    });
  });
}
