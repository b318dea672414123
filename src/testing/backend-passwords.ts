import { describe, expect } from 'vitest';
import type { HasFeature } from './backend-features.ts';
import type { BackendTest } from './backend-stage.ts';
import {
  accountOf,
  ada,
  codeOf,
  fieldsOf,
  grace,
  mary,
  raceCodes,
  refusal,
} from './backend-stage.ts';

const newPassword = 'another long sentence';

function describeFirstPassword(test: BackendTest): void {
  test('sets the first one, which from then on is the proof', async (stage) => {
    const own = await stage.signIn(mary.email);
    const { abilities, password } = await stage.read(own);
    expect([password.set, abilities.changePassword.allowed]).toEqual([false, true]);
    const error = await refusal(own.changePassword({ newPassword }));
    expect(error.stepUp).toEqual({ purpose: 'changePassword', methods: [{ kind: 'sign_in' }] });
    await own.stepUp({ purpose: 'changePassword' });
    const account = await accountOf(own.changePassword({ newPassword }));
    expect(account.password.set).toBe(true);
    expect(account.password.changedAt).not.toBeNull();
    const none = own.stepUp({ purpose: 'deleteAccount' });
    expect(await fieldsOf(none)).toEqual(['/password required']);
    const proof = { purpose: 'deleteAccount', password: newPassword } as const;
    expect(await codeOf(own.stepUp(proof))).toBe('done');
    expect(await stage.countMails(mary.email)).toBe(1);
  });

  test('has no old password to judge before the first', async ({ signIn }) => {
    const own = await signIn(mary.email);
    await own.stepUp({ purpose: 'changePassword' });
    const guess = own.changePassword({ newPassword, oldPassword: ada.password });
    expect(await fieldsOf(guess)).toEqual(['/oldPassword wrong_password']);
  });
}

function describeNoFirstPassword(test: BackendTest): void {
  test('is not for an account that has none, and the account says so beforehand', async ({
    signIn,
    read,
  }) => {
    const own = await signIn(mary.email);
    const { allowed, reason } = (await read(own)).abilities.changePassword;
    expect(allowed).toBe(false);
    const error = await refusal(own.changePassword({ newPassword }));
    expect([error.code, error.reason]).toEqual(['not_allowed', reason]);
  });
}

/** `changePassword`. */
export function describePasswordOperation(test: BackendTest, has: HasFeature): void {
  describe('changePassword', () => {
    test('the new one proves, the old one does not', async (stage) => {
      const own = await stage.signIn(ada.email);
      await stage.prove(own, 'changePassword');
      await own.changePassword({ newPassword });
      const prove = (password: string): Promise<string> =>
        codeOf(own.stepUp({ purpose: 'changePassword', password }));
      expect(await prove(ada.password)).toBe('validation_failed');
      expect(await prove(newPassword)).toBe('done');
    });

    test('answers when it was, and raises the version by one', async (stage) => {
      const own = await stage.signIn(ada.email);
      await stage.prove(own, 'changePassword');
      const before = await stage.read(own);
      await stage.advance(60);
      const account = await accountOf(own.changePassword({ newPassword }));
      expect(account.version).toBe(before.version + 1);
      expect(account.password.set).toBe(true);
      expect(account.password.changedAt).not.toBe(before.password.changedAt);
      expect(await stage.read(own)).toEqual(account);
    });

    test("ends all other sessions of the account, and nobody else's", async (stage) => {
      const [own, other] = [await stage.signIn(ada.email), await stage.signIn(ada.email)];
      const hers = await stage.signIn(grace.email);
      await stage.prove(own, 'changePassword');
      await own.changePassword({ newPassword });
      expect(await codeOf(own.getAccount())).toBe('done');
      expect(await codeOf(other.getAccount())).toBe('session_ended');
      expect(await codeOf(hers.getAccount())).toBe('done');
    });

    test('ends a pending change of address and every proof', async (stage) => {
      const own = await stage.signIn(ada.email);
      const token = await stage.requestLink(own, 'new@example.com');
      await stage.prove(own, 'deleteAccount');
      await stage.prove(own, 'changePassword');
      const account = await accountOf(own.changePassword({ newPassword }));
      expect(account.email.pending).toBeNull();
      expect(await codeOf(stage.anonymous.confirmEmailChange({ token }))).toBe('link_invalid');
      expect(await codeOf(own.deleteAccount())).toBe('step_up_required');
    });

    test('tells the account by mail', async (stage) => {
      const own = await stage.signIn(ada.email);
      await stage.prove(own, 'changePassword');
      await own.changePassword({ newPassword });
      expect(await stage.countMails(ada.email)).toBe(1);
      expect((await stage.mails())[0]?.text).not.toContain(newPassword);
    });

    test('refuses what the policy refuses, and says which rule', async (stage) => {
      const own = await stage.signIn(ada.email);
      await stage.prove(own, 'changePassword');
      const change = (password: string): Promise<string[]> =>
        fieldsOf(own.changePassword({ newPassword: password }));
      expect(await change('')).toEqual(['/newPassword required']);
      expect(await change('fourteen chars')).toEqual(['/newPassword password_too_short']);
      expect(await change('x'.repeat(257))).toEqual(['/newPassword password_too_long']);
      expect(await change('aaaaaaaaaaaaaaa')).toEqual(['/newPassword password_common']);
      expect(await change('ada@example.com')).toEqual(['/newPassword password_personal']);
      expect(await change(ada.password)).toEqual(['/newPassword password_same']);
      const longest = 'é'.repeat(128) + 'xyz '.repeat(32);
      expect(await codeOf(own.changePassword({ newPassword: longest }))).toBe('done');
    });

    test('compares after composing: another keyboard types the same password', async (stage) => {
      const own = await stage.signIn(ada.email);
      await stage.prove(own, 'changePassword');
      await own.changePassword({ newPassword: 'a caf\u00e9 far from here' });
      const decomposed = {
        purpose: 'deleteAccount',
        password: 'a cafe\u0301 far from here',
      } as const;
      expect(await codeOf(own.stepUp(decomposed))).toBe('done');
    });

    test('judges the old password where it is sent', async (stage) => {
      const own = await stage.signIn(ada.email);
      await stage.prove(own, 'changePassword');
      const wrong = own.changePassword({ newPassword, oldPassword: 'not the password' });
      expect(await fieldsOf(wrong)).toEqual(['/oldPassword wrong_password']);
      const right = own.changePassword({ newPassword, oldPassword: ada.password });
      expect(await codeOf(right)).toBe('done');
    });

    test('the right old password is no proof', async ({ signIn }) => {
      const own = await signIn(ada.email);
      const call = own.changePassword({ newPassword, oldPassword: ada.password });
      expect(await codeOf(call)).toBe('step_up_required');
    });

    if (has('firstPassword')) describeFirstPassword(test);
    else describeNoFirstPassword(test);

    test('of 16 that race with one proof exactly one wins', async (stage) => {
      const own = await stage.signIn(ada.email);
      await stage.prove(own, 'changePassword');
      const counts = await raceCodes((index) =>
        own.changePassword({ newPassword: `racing sentence ${index}` }),
      );
      expect(counts).toEqual({ done: 1, step_up_required: 15 });
    });
  });
}
