import { describe, expect } from 'vitest';
import type { StepUpPurpose } from '../contract/step-up.ts';
import type { BackendTest } from './backend-stage.ts';
import { ada, codeOf, fieldsOf, mary, raceCodes, refusal } from './backend-stage.ts';

const newEmail = 'new@example.com';
const newPassword = 'another long sentence';

/** `stepUp` and `startStepUp`. */
export function describeStepUpOperation(test: BackendTest): void {
  describe('stepUp', () => {
    test('answers the account as it is', async ({ signIn, read }) => {
      const own = await signIn(ada.email);
      const answer = await own.stepUp({ purpose: 'deleteAccount', password: ada.password });
      expect(answer).toEqual({ account: await read(own) });
    });

    test('a proof is used up by the operation that it allows', async (stage) => {
      const own = await stage.signIn(ada.email);
      await stage.prove(own, 'requestEmailChange');
      await own.requestEmailChange({ newEmail });
      const second = own.requestEmailChange({ newEmail: 'second@example.com' });
      expect(await codeOf(second)).toBe('step_up_required');
    });

    test('an operation that is refused uses no proof up', async (stage) => {
      const own = await stage.signIn(ada.email);
      await stage.prove(own, 'changePassword');
      const tooShort = own.changePassword({ newPassword: 'short' });
      expect(await fieldsOf(tooShort)).toEqual(['/newPassword password_too_short']);
      const same = own.changePassword({ newPassword: ada.password });
      expect(await fieldsOf(same)).toEqual(['/newPassword password_same']);
      const wrong = own.changePassword({ newPassword, oldPassword: 'not the password' });
      expect(await fieldsOf(wrong)).toEqual(['/oldPassword wrong_password']);
      expect(await codeOf(own.changePassword({ newPassword }))).toBe('done');
    });

    test('of 16 calls that race with one proof exactly one wins', async (stage) => {
      const own = await stage.signIn(ada.email);
      await stage.prove(own, 'requestEmailChange');
      const counts = await raceCodes((index) =>
        own.requestEmailChange({ newEmail: `racer${index}@example.com` }),
      );
      expect(counts).toEqual({ done: 1, step_up_required: 15 });
    });

    test('a wrong password proves nothing, and signs nobody out', async (stage) => {
      const own = await stage.signIn(ada.email);
      const wrong = own.stepUp({ purpose: 'deleteAccount', password: 'not the password' });
      expect(await fieldsOf(wrong)).toEqual(['/password wrong_password']);
      const none = own.stepUp({ purpose: 'deleteAccount' });
      expect(await fieldsOf(none)).toEqual(['/password required']);
      expect(await codeOf(own.deleteAccount())).toBe('step_up_required');
    });

    test('a purpose that is none is refused', async ({ signIn }) => {
      const own = await signIn(ada.email);
      const purpose = 'updateProfile' as StepUpPurpose;
      const odd = own.stepUp({ purpose, password: ada.password });
      expect(await fieldsOf(odd)).toEqual(['/purpose malformed']);
    });

    test('takes one proof at a time', async ({ signIn }) => {
      const own = await signIn(ada.email);
      const two = own.stepUp({
        purpose: 'deleteAccount',
        password: ada.password,
        totpCode: '123456',
      });
      expect(await fieldsOf(two)).toEqual(['/totpCode unknown_key']);
      expect(await codeOf(own.deleteAccount())).toBe('step_up_required');
    });

    test('takes no proof that the account has not', async ({ signIn }) => {
      const own = await signIn(ada.email);
      const purpose = 'deleteAccount';
      const recoveryCode = 'ABCDE-12345';
      for (const proof of [{ totpCode: '123456' }, { recoveryCode }, { emailCode: '123456' }]) {
        const error = await refusal(own.stepUp({ purpose, ...proof }));
        expect(error.code).toBe('step_up_required');
        expect(error.stepUp).toEqual({ purpose, methods: [{ kind: 'password' }] });
      }
    });

    test('without a password a sign-in of the last five minutes is the proof', async (stage) => {
      const own = await stage.signIn(mary.email);
      const error = await refusal(own.deleteAccount());
      expect(error.stepUp).toEqual({ purpose: 'deleteAccount', methods: [{ kind: 'sign_in' }] });
      await stage.advance(300);
      expect(await codeOf(own.stepUp({ purpose: 'deleteAccount' }))).toBe('done');
      expect(await codeOf(own.deleteAccount())).toBe('done');
    });

    test('without a password an older sign-in proves nothing', async (stage) => {
      const own = await stage.signIn(mary.email);
      await stage.advance(301);
      const error = await refusal(own.stepUp({ purpose: 'deleteAccount' }));
      expect(error.code).toBe('step_up_required');
      expect(error.stepUp?.methods).toEqual([{ kind: 'sign_in' }]);
      const again = await stage.signIn(mary.email);
      expect(await codeOf(again.stepUp({ purpose: 'deleteAccount' }))).toBe('done');
    });
  });

  describe('startStepUp', () => {
    test('begins nothing that the account has not: a passkey, or a mailed code by default', async (stage) => {
      for (const { email } of [ada, mary]) {
        const own = await stage.signIn(email);
        for (const method of ['passkey', 'email_code'] as const) {
          const call = own.startStepUp({ purpose: 'deleteAccount', method });
          expect(await codeOf(call)).toBe('not_allowed');
        }
      }
      expect(await stage.mails()).toEqual([]);
    });
  });
}
