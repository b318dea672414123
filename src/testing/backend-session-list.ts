import { describe, expect } from 'vitest';
import type { FullBackend } from '../contract/backend.ts';
import type { BackendTest } from './backend-stage.ts';
import { ada, codeOf, grace, raceCodes } from './backend-stage.ts';

/** The id of the session that a backend uses. */
async function idOf(backend: FullBackend): Promise<string> {
  const { sessions } = await backend.listSessions();
  return sessions.find(({ current }) => current)?.id ?? '';
}

/** `listSessions`, `endSession` and `endOtherSessions`. */
export function describeSessionOperations(test: BackendTest): void {
  describe('listSessions', () => {
    test("answers the account's own, the current one first, and what a page may know of each", async (stage) => {
      const own = await stage.signIn(ada.email);
      await stage.signIn(grace.email);
      await stage.advance(60);
      const other = await stage.signIn(ada.email);
      const { account, sessions } = await own.listSessions();
      expect(account).toEqual(await stage.read(own));
      expect(sessions.map(({ current }) => current)).toEqual([true, false]);
      expect(sessions[1]?.id).toBe(await idOf(other));
      for (const session of sessions) {
        expect(Object.keys(session).toSorted()).toEqual([
          'current',
          'from',
          'id',
          'lastActiveAt',
          'signedInAt',
        ]);
        expect(Object.keys(session.from).toSorted()).toEqual(['browser', 'place', 'system']);
      }
      const [first, second] = sessions.map(({ signedInAt }) => Date.parse(signedInAt));
      expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(60_000);
    });

    test('has the others by their last use', async (stage) => {
      const older = await stage.signIn(ada.email);
      await stage.advance(600);
      const newer = await stage.signIn(ada.email);
      await stage.advance(600);
      const own = await stage.signIn(ada.email);
      const others = async (): Promise<string[]> =>
        (await own.listSessions()).sessions.slice(1).map(({ id }) => id);
      const [oldId, newId] = [await idOf(older), await idOf(newer)];
      await stage.advance(600);
      await newer.getAccount();
      expect(await others()).toEqual([newId, oldId]);
      await stage.advance(600);
      await older.getAccount();
      expect(await others()).toEqual([oldId, newId]);
    });
  });

  describe('endSession', () => {
    test('ends that one, and no other', async (stage) => {
      const [own, other, third] = [
        await stage.signIn(ada.email),
        await stage.signIn(ada.email),
        await stage.signIn(ada.email),
      ];
      const id = await idOf(other);
      const { sessions } = await own.endSession({ id });
      expect(sessions).toHaveLength(2);
      expect(sessions.map((session) => session.id)).not.toContain(id);
      expect(await codeOf(other.getAccount())).toBe('session_ended');
      expect(await codeOf(third.getAccount())).toBe('done');
      expect(await codeOf(own.endSession({ id }))).toBe('done');
    });

    test('does not end the one that asks', async ({ signIn }) => {
      const own = await signIn(ada.email);
      expect(await codeOf(own.endSession({ id: await idOf(own) }))).toBe('not_allowed');
      expect(await codeOf(own.getAccount())).toBe('done');
    });

    test("leaves everybody else's alone, and tells nothing of them", async (stage) => {
      const [own, other] = [await stage.signIn(ada.email), await stage.signIn(grace.email)];
      const theirs = await own.endSession({ id: await idOf(other) });
      const unknown = await own.endSession({ id: 'nobody-has-this-one' });
      expect(theirs).toEqual(unknown);
      expect(await codeOf(other.getAccount())).toBe('done');
    });
  });

  describe('endOtherSessions', () => {
    test("ends all but the one that asks, and nobody else's", async (stage) => {
      const [own, other, third] = [
        await stage.signIn(ada.email),
        await stage.signIn(ada.email),
        await stage.signIn(ada.email),
      ];
      const hers = await stage.signIn(grace.email);
      const { sessions } = await own.endOtherSessions();
      expect(sessions.map(({ current }) => current)).toEqual([true]);
      const codes = [await codeOf(other.getAccount()), await codeOf(third.getAccount())];
      expect(codes).toEqual(['session_ended', 'session_ended']);
      expect(await codeOf(own.getAccount())).toBe('done');
      expect(await codeOf(hers.getAccount())).toBe('done');
    });

    test('ends a pending change of address, and every proof', async (stage) => {
      const own = await stage.signIn(ada.email);
      const token = await stage.requestLink(own, 'new@example.com');
      await stage.prove(own, 'deleteAccount');
      const { account } = await own.endOtherSessions();
      expect(account.email.pending).toBeNull();
      expect(await codeOf(stage.anonymous.confirmEmailChange({ token }))).toBe('link_invalid');
      expect(await codeOf(own.deleteAccount())).toBe('step_up_required');
    });

    test('of 16 at once all are done', async (stage) => {
      const [own, other] = [await stage.signIn(ada.email), await stage.signIn(ada.email)];
      expect(await raceCodes(() => own.endOtherSessions())).toEqual({ done: 16 });
      expect(await codeOf(other.getAccount())).toBe('session_ended');
    });
  });
}
