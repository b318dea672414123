import { describe, expect } from 'vitest';
import type { BackendTest } from './backend-stage.ts';
import { accountOf, ada, codeOf, fieldsOf, mary, raceCodes, refusal } from './backend-stage.ts';
import { totpCode, wrongTotpCode } from './totp-code.ts';

/** Source: RFC 6238; each code stands for this long. */
const period = 30;

function describeSetUp(test: BackendTest): void {
  describe('setUpTotp and enableTotp', () => {
    test('a set-up answers a secret, and switches nothing on', async (stage) => {
      const own = await stage.signIn(ada.email);
      await stage.prove(own, 'setUpTotp');
      const { account, setUp } = await own.setUpTotp();
      expect(setUp.secret).toMatch(/^[A-Z2-7]{32}$/);
      expect(setUp.uri).toMatch(/^otpauth:\/\/totp\//);
      expect(new URL(setUp.uri).searchParams.get('secret')).toBe(setUp.secret);
      expect(Date.parse(setUp.expiresAt)).toBeGreaterThan(stage.now());
      expect(account.twoFactor).toEqual({ totpEnabledAt: null, recoveryCodesLeft: 0 });
      await stage.prove(own, 'deleteAccount');
      expect(await stage.countMails(ada.email)).toBe(0);
    });

    test('the first code switches it on, answers ten recovery codes, and tells it by mail', async (stage) => {
      const own = await stage.signIn(ada.email);
      const secret = await stage.setUpTotp(own);
      const before = await stage.read(own);
      const code = await totpCode(secret, stage.now());
      const typed = ` ${code.slice(0, 3)} ${code.slice(3)} `;
      const { account, recoveryCodes } = await own.enableTotp({ code: typed });
      expect(new Set(recoveryCodes).size).toBe(10);
      const shape = /^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/;
      expect(recoveryCodes.filter((shown) => !shape.test(shown))).toEqual([]);
      expect(account.twoFactor.totpEnabledAt).not.toBeNull();
      expect(account.twoFactor.recoveryCodesLeft).toBe(10);
      expect(account.version).toBeGreaterThan(before.version);
      expect(await stage.read(own)).toEqual(account);
      expect(await stage.countMails(ada.email)).toBe(1);
    });

    test('a wrong code switches nothing on, and the set-up waits on', async (stage) => {
      const own = await stage.signIn(ada.email);
      const secret = await stage.setUpTotp(own);
      const wrong = await wrongTotpCode(secret, stage.now());
      expect(await fieldsOf(own.enableTotp({ code: wrong }))).toEqual(['/code wrong_code']);
      expect(await fieldsOf(own.enableTotp({ code: '12345' }))).toEqual(['/code malformed']);
      expect(await fieldsOf(own.enableTotp({ code: '' }))).toEqual(['/code required']);
      expect((await stage.read(own)).twoFactor.totpEnabledAt).toBeNull();
      const code = await totpCode(secret, stage.now());
      expect(await codeOf(own.enableTotp({ code }))).toBe('done');
    });

    test('takes 10 tries in five minutes', async (stage) => {
      const own = await stage.signIn(ada.email);
      const secret = await stage.setUpTotp(own);
      const wrong = await wrongTotpCode(secret, stage.now());
      const counts = await raceCodes(() => own.enableTotp({ code: wrong }));
      expect(counts).toEqual({ validation_failed: 10, rate_limited: 6 });
      await stage.advance(300);
      const code = await totpCode(secret, stage.now());
      expect(await codeOf(own.enableTotp({ code }))).toBe('done');
    });

    test('a code finds no set-up where none waits, in another session, or after ten minutes', async (stage) => {
      const [own, other] = [await stage.signIn(ada.email), await stage.signIn(ada.email)];
      expect(await codeOf(own.enableTotp({ code: '123456' }))).toBe('not_found');
      const secret = await stage.setUpTotp(own);
      const code = await totpCode(secret, stage.now());
      expect(await codeOf(other.enableTotp({ code }))).toBe('not_found');
      await stage.advance(600);
      const late = await totpCode(secret, stage.now());
      expect(await codeOf(own.enableTotp({ code: late }))).toBe('not_found');
      expect((await stage.read(own)).twoFactor.totpEnabledAt).toBeNull();
    });

    test('a new set-up takes the place of the older', async (stage) => {
      const own = await stage.signIn(ada.email);
      const older = await stage.setUpTotp(own);
      const newer = await stage.setUpTotp(own);
      expect(newer).not.toBe(older);
      const [stale, fresh] = [
        await totpCode(older, stage.now()),
        await totpCode(newer, stage.now()),
      ];
      expect(await fieldsOf(own.enableTotp({ code: stale }))).toEqual(['/code wrong_code']);
      expect(await codeOf(own.enableTotp({ code: fresh }))).toBe('done');
    });

    test('of 16 that race with one code exactly one switches it on', async (stage) => {
      const own = await stage.signIn(ada.email);
      const code = await totpCode(await stage.setUpTotp(own), stage.now());
      const { done } = await raceCodes(() => own.enableTotp({ code }));
      expect(done).toBe(1);
      expect((await stage.read(own)).twoFactor.recoveryCodesLeft).toBe(10);
      expect(await stage.countMails(ada.email)).toBe(1);
    });

    test('what is on is not set up again', async (stage) => {
      const own = await stage.signIn(ada.email);
      await stage.enableTwoFactor(own);
      expect(await codeOf(own.setUpTotp())).toBe('not_allowed');
    });

    test('is not for an account without a password', async ({ signIn, read }) => {
      const own = await signIn(mary.email);
      const ability = (await read(own)).abilities.manageTwoFactor;
      expect(ability).toMatchObject({ allowed: false, reason: 'no_password' });
      const error = await refusal(own.setUpTotp());
      expect([error.code, error.reason]).toEqual(['not_allowed', 'no_password']);
    });
  });
}

function describeProofs(test: BackendTest): void {
  describe('a second factor that is on', () => {
    test('is asked for instead of the password, which alone proves nothing', async (stage) => {
      const own = await stage.signIn(ada.email);
      await stage.enableTwoFactor(own);
      const methods = [{ kind: 'totp' }, { kind: 'recovery_code' }];
      const alone = await refusal(own.stepUp({ purpose: 'deleteAccount', password: ada.password }));
      expect(alone.code).toBe('step_up_required');
      expect(alone.stepUp).toEqual({ purpose: 'deleteAccount', methods });
      const none = own.stepUp({ purpose: 'deleteAccount' });
      expect(await fieldsOf(none)).toEqual(['/totpCode required']);
      const error = await refusal(own.deleteAccount());
      expect(error.stepUp).toEqual({ purpose: 'deleteAccount', methods });
    });

    test('proves by a code of the app, each once, also the one that switched it on', async (stage) => {
      const own = await stage.signIn(ada.email);
      const { code } = await stage.enableTwoFactor(own);
      const prove = (totpCodeNow: string): Promise<unknown> =>
        own.stepUp({ purpose: 'deleteAccount', totpCode: totpCodeNow });
      expect(await fieldsOf(prove(await code()))).toEqual(['/totpCode wrong_code']);
      await stage.advance(period);
      const first = await code();
      expect(await codeOf(prove(first))).toBe('done');
      expect(await fieldsOf(prove(first))).toEqual(['/totpCode wrong_code']);
      await stage.advance(period);
      expect(await fieldsOf(prove(first))).toEqual(['/totpCode wrong_code']);
      expect(await codeOf(prove(await code()))).toBe('done');
      expect(await codeOf(own.deleteAccount())).toBe('done');
    });

    test('takes no code that is older than its neighbour', async (stage) => {
      const own = await stage.signIn(ada.email);
      const { code } = await stage.enableTwoFactor(own);
      await stage.advance(period);
      const old = await code();
      await stage.advance(2 * period);
      const late = own.stepUp({ purpose: 'deleteAccount', totpCode: old });
      expect(await fieldsOf(late)).toEqual(['/totpCode wrong_code']);
    });

    test('of 16 that race with one code exactly one proves', async (stage) => {
      const own = await stage.signIn(ada.email);
      const { code } = await stage.enableTwoFactor(own);
      await stage.advance(period);
      const shown = await code();
      const { done } = await raceCodes(() =>
        own.stepUp({ purpose: 'deleteAccount', totpCode: shown }),
      );
      expect(done).toBe(1);
    });

    test('has its tries counted with all others', async (stage) => {
      const own = await stage.signIn(ada.email);
      const { code, recoveryCodes } = await stage.enableTwoFactor(own);
      const purpose = 'deleteAccount';
      const used = await code();
      await stage.advance(300);
      for (let tries = 0; tries < 10; tries++) {
        expect(await codeOf(own.stepUp({ purpose, totpCode: used }))).toBe('validation_failed');
      }
      const recoveryCode = recoveryCodes[0] ?? '';
      expect(await codeOf(own.stepUp({ purpose, recoveryCode }))).toBe('rate_limited');
    });
  });
}

function describeDisabling(test: BackendTest): void {
  describe('disableTwoFactor', () => {
    test('makes the password the proof again, ends the recovery codes, and tells it by mail', async (stage) => {
      const own = await stage.signIn(ada.email);
      const { code, recoveryCodes } = await stage.enableTwoFactor(own);
      await stage.advance(period);
      await own.stepUp({ purpose: 'disableTwoFactor', totpCode: await code() });
      const account = await accountOf(own.disableTwoFactor());
      expect(account.twoFactor).toEqual({ totpEnabledAt: null, recoveryCodesLeft: 0 });
      expect(await stage.read(own)).toEqual(account);
      expect(await stage.countMails(ada.email)).toBe(2);
      const recoveryCode = recoveryCodes[0] ?? '';
      const purpose = 'deleteAccount';
      expect(await codeOf(own.stepUp({ purpose, recoveryCode }))).toBe('step_up_required');
      await stage.advance(period);
      expect(await codeOf(own.stepUp({ purpose, totpCode: await code() }))).toBe(
        'step_up_required',
      );
      expect(await codeOf(own.stepUp({ purpose, password: ada.password }))).toBe('done');
    });

    test('is refused where the password is too short to stand alone', async (stage) => {
      const own = await stage.signIn(ada.email);
      const alone = (await stage.read(own)).password.policy.minLength;
      const { code } = await stage.enableTwoFactor(own);
      const { minLength } = (await stage.read(own)).password.policy;
      expect(minLength).toBeLessThan(alone);
      await stage.advance(period);
      await own.stepUp({ purpose: 'changePassword', totpCode: await code() });
      await own.changePassword({ newPassword: 'zebra 4 quilts'.slice(0, alone - 1) });
      await stage.advance(period);
      await own.stepUp({ purpose: 'disableTwoFactor', totpCode: await code() });
      const error = await refusal(own.disableTwoFactor());
      expect([error.code, error.reason]).toEqual(['not_allowed', 'password_too_short']);
      expect((await stage.read(own)).twoFactor.totpEnabledAt).not.toBeNull();
    });
  });
}

/** `setUpTotp`, `enableTotp`, `disableTwoFactor`, and proofs with the second factor on. */
export function describeTwoFactorOperations(test: BackendTest): void {
  describeSetUp(test);
  describeProofs(test);
  describeDisabling(test);
}
