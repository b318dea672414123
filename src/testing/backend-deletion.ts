import { describe, expect } from 'vitest';
import { examplePicture } from './backend-pictures.ts';
import type { BackendTest } from './backend-stage.ts';
import { ada, codeOf, grace, raceCodes } from './backend-stage.ts';

/** `deleteAccount`. */
export function describeDeletionOperation(test: BackendTest): void {
  describe('deleteAccount', () => {
    test('tells nothing of the account, and every session of it is over', async (stage) => {
      const [own, other] = [await stage.signIn(ada.email), await stage.signIn(ada.email)];
      await own.setAvatar({ image: examplePicture('red') });
      await stage.prove(own, 'deleteAccount');
      expect(await own.deleteAccount()).toEqual({ done: true });
      expect(await codeOf(own.getAccount())).toBe('not_signed_in');
      expect(await codeOf(other.getAccount())).toBe('session_ended');
    });

    test('tells the last address by mail', async (stage) => {
      const own = await stage.signIn(ada.email);
      await stage.prove(own, 'deleteAccount');
      await own.deleteAccount();
      expect(await stage.countMails(ada.email)).toBe(1);
    });

    test('ends every link', async (stage) => {
      const own = await stage.signIn(ada.email);
      const token = await stage.requestLink(own, 'new@example.com');
      const report = await stage.linkTo(ada.email);
      await stage.prove(own, 'deleteAccount');
      await own.deleteAccount();
      const { anonymous } = stage;
      expect(await codeOf(anonymous.confirmEmailChange({ token }))).toBe('link_invalid');
      expect(await codeOf(anonymous.reportEmailChange({ token: report }))).toBe('link_invalid');
    });

    test('frees the address and the username for others, whose accounts stay as they are', async (stage) => {
      const [own, other] = [await stage.signIn(ada.email), await stage.signIn(grace.email)];
      const before = await stage.read(other);
      await stage.prove(own, 'deleteAccount');
      await own.deleteAccount();
      expect(await stage.read(other)).toEqual(before);
      await other.updateProfile({ username: ada.username });
      const token = await stage.requestLink(other, ada.email);
      expect(await codeOf(stage.anonymous.confirmEmailChange({ token }))).toBe('done');
    });

    test('of 16 that race with one proof exactly one deletes', async (stage) => {
      const own = await stage.signIn(ada.email);
      await stage.prove(own, 'deleteAccount');
      const counts = await raceCodes(() => own.deleteAccount());
      const { done, ...others } = counts;
      expect(done).toBe(1);
      const codes = new Set(['not_signed_in', 'session_ended', 'step_up_required']);
      expect(Object.keys(others).filter((code) => !codes.has(code))).toEqual([]);
    });
  });
}
