import { describe, expect } from 'vitest';
import type { FullBackend } from '../contract/backend.ts';
import type { HasFeature } from './backend-features.ts';
import type { BackendStage, BackendTest } from './backend-stage.ts';
import { ada, codeOf, fieldsOf, grace, raceCodes } from './backend-stage.ts';

const newPassword = 'another long sentence';

/** Something happens that a notice tells of; answers the token of its link. */
async function happen(stage: BackendStage, own: FullBackend): Promise<string> {
  await stage.prove(own, 'changePassword');
  await own.changePassword({ newPassword });
  return stage.linkTo(ada.email);
}

/** What is told of by a notice, each with what leads to it. */
const events: Readonly<
  Record<string, (stage: BackendStage, own: FullBackend) => Promise<unknown>>
> = {
  'the second factor was switched on': (stage, own) => stage.enableTwoFactor(own),
  'a recovery code was used': async (stage, own) => {
    const { recoveryCodes } = await stage.enableTwoFactor(own);
    return own.stepUp({ purpose: 'disableTwoFactor', recoveryCode: recoveryCodes[0] ?? '' });
  },
  'recovery codes were made': async (stage, own) => {
    const { recoveryCodes } = await stage.enableTwoFactor(own);
    await own.stepUp({ purpose: 'createRecoveryCodes', recoveryCode: recoveryCodes[0] ?? '' });
    return own.createRecoveryCodes();
  },
  'the second factor was switched off': async (stage, own) => {
    const { recoveryCodes } = await stage.enableTwoFactor(own);
    await own.stepUp({ purpose: 'disableTwoFactor', recoveryCode: recoveryCodes[0] ?? '' });
    return own.disableTwoFactor();
  },
};

function describeNotices(test: BackendTest): void {
  for (const [name, run] of Object.entries(events)) {
    test(`works from the notice that ${name}`, async (stage) => {
      const own = await stage.signIn(ada.email);
      await run(stage, own);
      const token = await stage.linkTo(ada.email);
      expect(await codeOf(stage.anonymous.reportSecurityEvent({ token }))).toBe('done');
      expect(await codeOf(own.getAccount())).toBe('session_ended');
    });
  }
}

/** `reportSecurityEvent`. */
export function describeSecurityReports(test: BackendTest, has: HasFeature): void {
  describe('reportSecurityEvent', () => {
    test("ends every session of the account and its pending change, and nobody else's", async (stage) => {
      const own = await stage.signIn(ada.email);
      const hers = await stage.signIn(grace.email);
      const token = await happen(stage, own);
      const other = await stage.signIn(ada.email);
      await own.stepUp({ purpose: 'requestEmailChange', password: newPassword });
      await own.requestEmailChange({ newEmail: 'thief@example.com' });
      const change = await stage.linkTo('thief@example.com');
      const answer = await stage.anonymous.reportSecurityEvent({ token });
      // The address is named where a link to a new password goes there.
      const mailed = has('passwordReset') ? { maskedEmail: 'a•••@example.com' } : {};
      expect(answer).toEqual({ done: true, ...mailed });
      const codes = [await codeOf(own.getAccount()), await codeOf(other.getAccount())];
      expect(codes).toEqual(['session_ended', 'session_ended']);
      const confirm = stage.anonymous.confirmEmailChange({ token: change });
      expect(await codeOf(confirm)).toBe('link_invalid');
      expect(await codeOf(hers.getAccount())).toBe('done');
    });

    test('works once', async (stage) => {
      const token = await happen(stage, await stage.signIn(ada.email));
      await stage.anonymous.reportSecurityEvent({ token });
      const own = await stage.signIn(ada.email);
      expect(await codeOf(stage.anonymous.reportSecurityEvent({ token }))).toBe('link_used');
      expect(await codeOf(own.getAccount())).toBe('done');
    });

    test('of 16 that race for one link exactly one wins', async (stage) => {
      const token = await happen(stage, await stage.signIn(ada.email));
      const counts = await raceCodes(() => stage.anonymous.reportSecurityEvent({ token }));
      expect(counts).toEqual({ done: 1, link_used: 15 });
    });

    test('refuses a link that has run out, after seven days', async (stage) => {
      const own = await stage.signIn(ada.email);
      const token = await happen(stage, own);
      await stage.advance(604_800);
      expect(await codeOf(stage.anonymous.reportSecurityEvent({ token }))).toBe('link_expired');
      expect(await codeOf(own.getAccount())).toBe('done');
    });

    test('refuses what is no link of this kind', async (stage) => {
      const own = await stage.signIn(ada.email);
      const token = await stage.requestLink(own, 'new@example.com');
      const report = (text: string): Promise<unknown> =>
        stage.anonymous.reportSecurityEvent({ token: text });
      expect(await codeOf(report(token))).toBe('link_invalid');
      expect(await codeOf(report(await stage.linkTo(ada.email)))).toBe('link_invalid');
      expect(await codeOf(report('x'.repeat(43)))).toBe('link_invalid');
      expect(await fieldsOf(report(''))).toEqual(['/token required']);
      expect(await codeOf(own.getAccount())).toBe('done');
    });

    if (has('passwordReset')) {
      test('mails a link to choose a new password, which works', async (stage) => {
        const token = await happen(stage, await stage.signIn(ada.email));
        const before = await stage.countMails(ada.email);
        await stage.anonymous.reportSecurityEvent({ token });
        expect(await stage.countMails(ada.email)).toBe(before + 1);
        const chosen = 'a third long sentence';
        const reset = await stage.linkTo(ada.email);
        await stage.anonymous.resetPassword({ token: reset, newPassword: chosen });
        const own = await stage.signIn(ada.email);
        const proof = { purpose: 'deleteAccount', password: chosen } as const;
        expect(await codeOf(own.stepUp(proof))).toBe('done');
      });
    }

    if (has('twoFactor')) describeNotices(test);
  });
}
