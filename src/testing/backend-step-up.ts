import { describe, expect } from 'vitest';
import type { AccountBackend } from '../contract/backend.ts';
import type { StepUpPurpose } from '../contract/step-up.ts';
import { stepUpPurposes } from '../contract/step-up.ts';
import type { BackendTest } from './backend-stage.ts';
import { ada, codeOf, fieldsOf, mary, raceCodes, refusal } from './backend-stage.ts';

const newEmail = 'new@example.com';
const newPassword = 'another long sentence';

const guarded: Readonly<Record<StepUpPurpose, (backend: AccountBackend) => Promise<unknown>>> = {
  requestEmailChange: (backend) => backend.requestEmailChange({ newEmail }),
  changePassword: (backend) => backend.changePassword({ newPassword }),
  deleteAccount: (backend) => backend.deleteAccount(),
};

/** A sign-in may have counted as a proof; after this long it counts no more. */
const proofsForgottenSeconds = 301;

function describePurpose(test: BackendTest, purpose: StepUpPurpose): void {
  const run = guarded[purpose];

  test(`${purpose} asks for a proof, names it, and then works once`, async (stage) => {
    const own = await stage.signIn(ada.email);
    const before = await stage.read(own);
    const error = await refusal(run(own));
    expect(error.code).toBe('step_up_required');
    expect(error.stepUp).toEqual({ purpose, methods: [{ kind: 'password' }] });
    expect(await stage.read(own)).toEqual(before);
    await stage.prove(own, purpose);
    expect(await codeOf(run(own))).toBe('done');
  });

  test(`${purpose} takes no proof for another purpose`, async (stage) => {
    const own = await stage.signIn(ada.email);
    for (const other of stepUpPurposes) if (other !== purpose) await stage.prove(own, other);
    expect(await codeOf(run(own))).toBe('step_up_required');
  });

  test(`${purpose} takes no proof of another session`, async (stage) => {
    const [own, other] = [await stage.signIn(ada.email), await stage.signIn(ada.email)];
    await stage.prove(other, purpose);
    expect(await codeOf(run(own))).toBe('step_up_required');
    expect(await codeOf(run(other))).toBe('done');
  });

  test(`${purpose} takes no proof that is older than five minutes`, async (stage) => {
    const own = await stage.signIn(ada.email);
    await stage.prove(own, purpose);
    await stage.advance(300);
    expect(await codeOf(run(own))).toBe('step_up_required');
    await stage.prove(own, purpose);
    await stage.advance(299);
    expect(await codeOf(run(own))).toBe('done');
  });
}

/** `stepUp`, and the operations that ask for it. */
export function describeStepUpOperation(test: BackendTest): void {
  describe('stepUp', () => {
    for (const purpose of stepUpPurposes) describePurpose(test, purpose);

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

    test('takes 10 tries in five minutes, from all sessions together', async (stage) => {
      const [own, other] = [await stage.signIn(ada.email), await stage.signIn(ada.email)];
      await stage.advance(proofsForgottenSeconds);
      const wrong = { purpose: 'deleteAccount', password: 'not the password' } as const;
      const right = { purpose: 'deleteAccount', password: ada.password } as const;
      for (let tries = 0; tries < 10; tries++) {
        await stage.advance(10);
        expect(await codeOf((tries % 2 ? own : other).stepUp(wrong))).toBe('validation_failed');
      }
      const error = await refusal(own.stepUp(right));
      expect([error.code, error.retryAfterSeconds]).toEqual(['rate_limited', 210]);
      await stage.advance(209);
      expect(await codeOf(other.stepUp(right))).toBe('rate_limited');
      await stage.advance(1);
      expect(await codeOf(other.stepUp(right))).toBe('done');
    });

    test('of 16 wrong passwords at once at most 10 are looked at', async (stage) => {
      const own = await stage.signIn(ada.email);
      await stage.advance(proofsForgottenSeconds);
      const counts = await raceCodes(() =>
        own.stepUp({ purpose: 'deleteAccount', password: 'not the password' }),
      );
      expect(counts).toEqual({ validation_failed: 10, rate_limited: 6 });
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
}
