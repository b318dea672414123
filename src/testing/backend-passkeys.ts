import { describe, expect } from 'vitest';
import { noPasskey } from './backend-no-passkey.ts';
import type { BackendTest } from './backend-stage.ts';
import { ada, codeOf, fieldsOf, refusal } from './backend-stage.ts';

const unknownId = 'nobody-has-this-one';

/** `startPasskey`, `addPasskey`, `renamePasskey`, `removePasskey`, as far as they go without an authenticator. */
export function describePasskeyOperations(test: BackendTest): void {
  describe('startPasskey', () => {
    test('answers options for a browser, only with the proof of addPasskey', async (stage) => {
      const own = await stage.signIn(ada.email);
      expect((await stage.read(own)).abilities.managePasskeys).toMatchObject({ allowed: true });
      const error = await refusal(own.startPasskey());
      expect([error.code, error.stepUp?.purpose]).toEqual(['step_up_required', 'addPasskey']);
      await stage.prove(own, 'addPasskey');
      const { account, options } = await own.startPasskey();
      expect(account).toEqual(await stage.read(own));
      expect(options['challenge']).toEqual(expect.stringMatching(/^[\w-]{22,}$/));
      expect(options['user']).toMatchObject({ name: ada.email });
      expect(options['authenticatorSelection']).toMatchObject({ userVerification: 'required' });
    });

    test('asks something new each time, and uses no proof up', async (stage) => {
      const own = await stage.signIn(ada.email);
      await stage.prove(own, 'addPasskey');
      const asked = [await own.startPasskey(), await own.startPasskey()];
      const [first, second] = asked.map(({ options }) => options['challenge']);
      expect(second).not.toBe(first);
    });
  });

  describe('addPasskey', () => {
    test('refuses what no authenticator answered, and adds nothing', async (stage) => {
      const own = await stage.signIn(ada.email);
      await stage.prove(own, 'addPasskey');
      await own.startPasskey();
      const made = own.addPasskey({ name: 'Key', response: noPasskey });
      expect(await fieldsOf(made)).toEqual(['/response passkey_refused']);
      expect((await stage.read(own)).passkeys).toEqual([]);
      expect(await stage.countMails(ada.email)).toBe(0);
    });

    test('refuses a name that is too long', async (stage) => {
      const own = await stage.signIn(ada.email);
      await stage.prove(own, 'addPasskey');
      const long = own.addPasskey({ name: 'x'.repeat(65), response: noPasskey });
      expect(await fieldsOf(long)).toEqual(['/name too_long']);
    });
  });

  describe('renamePasskey', () => {
    test('finds no passkey that the account has not', async ({ signIn }) => {
      const own = await signIn(ada.email);
      expect(await codeOf(own.renamePasskey({ id: unknownId, name: 'Key' }))).toBe('not_found');
    });

    test('takes a name of 1 to 64 characters', async ({ signIn }) => {
      const own = await signIn(ada.email);
      const name = (text: string): Promise<string[]> =>
        fieldsOf(own.renamePasskey({ id: unknownId, name: text }));
      expect(await name(' ')).toEqual(['/name required']);
      expect(await name('x'.repeat(65))).toEqual(['/name too_long']);
    });
  });

  describe('removePasskey', () => {
    test('finds no passkey that the account has not, and tells nobody', async (stage) => {
      const own = await stage.signIn(ada.email);
      await stage.prove(own, 'removePasskey');
      expect(await codeOf(own.removePasskey({ id: unknownId }))).toBe('not_found');
      expect(await stage.countMails(ada.email)).toBe(0);
    });
  });

  describe('a passkey that nobody has', () => {
    test('is no proof', async (stage) => {
      const own = await stage.signIn(ada.email);
      const error = await refusal(own.stepUp({ purpose: 'deleteAccount', passkey: noPasskey }));
      expect(error.code).toBe('step_up_required');
      expect(await codeOf(own.deleteAccount())).toBe('step_up_required');
    });
  });
}
