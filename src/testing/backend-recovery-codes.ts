import { describe, expect } from 'vitest';
import type { BackendTest } from './backend-stage.ts';
import { ada, codeOf, fieldsOf, grace, raceCodes, refusal } from './backend-stage.ts';

const purpose = 'deleteAccount';

/** Proofs by recovery codes, and `createRecoveryCodes`. */
export function describeRecoveryCodes(test: BackendTest): void {
  describe('a recovery code', () => {
    test('proves once, and is told of by mail', async (stage) => {
      const own = await stage.signIn(ada.email);
      const { recoveryCodes } = await stage.enableTwoFactor(own);
      const [recoveryCode = ''] = recoveryCodes;
      const before = await stage.countMails(ada.email);
      expect(await codeOf(own.stepUp({ purpose, recoveryCode }))).toBe('done');
      expect((await stage.read(own)).twoFactor.recoveryCodesLeft).toBe(9);
      const again = own.stepUp({ purpose, recoveryCode });
      expect(await fieldsOf(again)).toEqual(['/recoveryCode wrong_code']);
      expect(await stage.countMails(ada.email)).toBe(before + 1);
      expect(await codeOf(own.deleteAccount())).toBe('done');
    });

    test('works in lower case and without its hyphen', async (stage) => {
      const own = await stage.signIn(ada.email);
      const { recoveryCodes } = await stage.enableTwoFactor(own);
      const typed = (recoveryCodes[0] ?? '').toLowerCase().replace('-', ' ');
      expect(await codeOf(own.stepUp({ purpose, recoveryCode: typed }))).toBe('done');
    });

    test('that has not the form of one is malformed', async (stage) => {
      const own = await stage.signIn(ada.email);
      await stage.enableTwoFactor(own);
      const odd = own.stepUp({ purpose, recoveryCode: 'ABCDE-1234' });
      expect(await fieldsOf(odd)).toEqual(['/recoveryCode malformed']);
      expect((await stage.read(own)).twoFactor.recoveryCodesLeft).toBe(10);
    });

    test("is nobody else's", async (stage) => {
      const [own, other] = [await stage.signIn(ada.email), await stage.signIn(grace.email)];
      const { recoveryCodes } = await stage.enableTwoFactor(own);
      await stage.enableTwoFactor(other);
      const stolen = other.stepUp({ purpose, recoveryCode: recoveryCodes[0] ?? '' });
      expect(await fieldsOf(stolen)).toEqual(['/recoveryCode wrong_code']);
      expect((await stage.read(own)).twoFactor.recoveryCodesLeft).toBe(10);
    });

    test('of 16 that race with one exactly one proves', async (stage) => {
      const own = await stage.signIn(ada.email);
      const { recoveryCodes } = await stage.enableTwoFactor(own);
      const [recoveryCode = ''] = recoveryCodes;
      const { done } = await raceCodes(() => own.stepUp({ purpose, recoveryCode }));
      expect(done).toBe(1);
      expect((await stage.read(own)).twoFactor.recoveryCodesLeft).toBe(9);
    });

    test('is no way any more once all are used', async (stage) => {
      const own = await stage.signIn(ada.email);
      const { recoveryCodes } = await stage.enableTwoFactor(own);
      // The password was a try, too.
      await stage.advance(300);
      for (const recoveryCode of recoveryCodes) await own.stepUp({ purpose, recoveryCode });
      const error = await refusal(own.disableTwoFactor());
      expect(error.stepUp?.methods).toEqual([{ kind: 'totp' }]);
    });
  });

  describe('createRecoveryCodes', () => {
    test('makes ten new ones, ends the old ones, and tells it by mail', async (stage) => {
      const own = await stage.signIn(ada.email);
      const { recoveryCodes: old } = await stage.enableTwoFactor(own);
      const [first = '', second = ''] = old;
      await own.stepUp({ purpose: 'createRecoveryCodes', recoveryCode: first });
      const before = await stage.countMails(ada.email);
      const { account, recoveryCodes } = await own.createRecoveryCodes();
      expect(recoveryCodes).toHaveLength(10);
      expect(new Set([...old, ...recoveryCodes]).size).toBe(20);
      expect(account.twoFactor.recoveryCodesLeft).toBe(10);
      expect(await stage.countMails(ada.email)).toBe(before + 1);
      const stale = own.stepUp({ purpose, recoveryCode: second });
      expect(await fieldsOf(stale)).toEqual(['/recoveryCode wrong_code']);
      const [fresh = ''] = recoveryCodes;
      expect(await codeOf(own.stepUp({ purpose, recoveryCode: fresh }))).toBe('done');
    });

    test('of 16 that race with one proof exactly one wins', async (stage) => {
      const own = await stage.signIn(ada.email);
      const { recoveryCodes } = await stage.enableTwoFactor(own);
      const [recoveryCode = ''] = recoveryCodes;
      await own.stepUp({ purpose: 'createRecoveryCodes', recoveryCode });
      const counts = await raceCodes(() => own.createRecoveryCodes());
      expect(counts).toEqual({ done: 1, step_up_required: 15 });
    });

    test('makes none while the second factor is off', async ({ signIn }) => {
      const own = await signIn(ada.email);
      expect(await codeOf(own.createRecoveryCodes())).toBe('not_allowed');
    });
  });
}
