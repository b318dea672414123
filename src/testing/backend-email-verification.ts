import { describe, expect } from 'vitest';
import type { BackendTest } from './backend-stage.ts';
import { accountOf, ada, codeOf, olga, raceCodes, refusal } from './backend-stage.ts';

const people = [ada, olga];

function seconds(from: string | undefined, to: string | undefined): number {
  return (Date.parse(to ?? '') - Date.parse(from ?? '')) / 1000;
}

/** `resendVerification`, and its link. */
export function describeVerificationOperations(test: BackendTest): void {
  describe('resendVerification', () => {
    test(
      'mails a link, and shows until when it works',
      async (stage) => {
        const own = await stage.signIn(olga.email);
        const ability = (await stage.read(own)).abilities.verifyEmail;
        expect(ability).toEqual({ allowed: true, reason: null, stepUp: false });
        const { email } = await accountOf(own.resendVerification());
        const { requestedAt, expiresAt, resendAt } = email.verification ?? {};
        expect(email.verified).toBe(false);
        expect([seconds(requestedAt, expiresAt), seconds(requestedAt, resendAt)]).toEqual([
          86_400, 60,
        ]);
        expect((await stage.read(own)).email).toEqual(email);
        expect((await stage.mails()).map(({ to }) => to)).toEqual([olga.email]);
        await stage.linkTo(olga.email);
      },
      { people },
    );

    test(
      'takes one mail a minute, and says when the next may go',
      async (stage) => {
        const own = await stage.signIn(olga.email);
        await own.resendVerification();
        expect(await stage.countMails(olga.email)).toBe(1);
        await stage.advance(20);
        const error = await refusal(own.resendVerification());
        expect([error.code, error.retryAfterSeconds]).toEqual(['rate_limited', 40]);
        await stage.advance(40);
        expect(await codeOf(own.resendVerification())).toBe('done');
        expect(await stage.countMails(olga.email)).toBe(2);
      },
      { people },
    );

    test('is not for an address that is verified', async ({ signIn, read }) => {
      const own = await signIn(ada.email);
      const ability = (await read(own)).abilities.verifyEmail;
      expect(ability).toMatchObject({ allowed: false, reason: 'already_done' });
      const error = await refusal(own.resendVerification());
      expect([error.code, error.reason]).toEqual(['not_allowed', 'already_done']);
    });

    test(
      'is not offered where mail is off',
      async ({ signIn, read }) => {
        const own = await signIn(olga.email);
        const ability = (await read(own)).abilities.verifyEmail;
        expect(ability).toMatchObject({ allowed: false, reason: 'not_offered' });
        const error = await refusal(own.resendVerification());
        expect([error.code, error.reason]).toEqual(['not_allowed', 'not_offered']);
      },
      { people, mail: false },
    );
  });

  describe('the link of a verification', () => {
    test(
      'makes the address verified, without a session, and ends none',
      async (stage) => {
        const own = await stage.signIn(olga.email);
        await own.resendVerification();
        const token = await stage.linkTo(olga.email);
        const answer = await stage.anonymous.confirmEmailChange({ token });
        expect(answer).toEqual({ done: true, maskedEmail: 'o•••@example.com' });
        expect((await stage.read(own)).email).toEqual({
          address: olga.email,
          verified: true,
          pending: null,
          verification: null,
        });
        expect(await codeOf(stage.anonymous.confirmEmailChange({ token }))).toBe('link_used');
        expect(await codeOf(own.resendVerification())).toBe('not_allowed');
      },
      { people },
    );

    test(
      'of 16 that race for it exactly one wins',
      async (stage) => {
        await (await stage.signIn(olga.email)).resendVerification();
        const token = await stage.linkTo(olga.email);
        const counts = await raceCodes(() => stage.anonymous.confirmEmailChange({ token }));
        expect(counts).toEqual({ done: 1, link_used: 15 });
      },
      { people },
    );

    test(
      'stops working with a newer one, and after a day',
      async (stage) => {
        const own = await stage.signIn(olga.email);
        const { anonymous } = stage;
        await own.resendVerification();
        const older = await stage.linkTo(olga.email);
        await stage.advance(60);
        await own.resendVerification();
        const newer = await stage.linkTo(olga.email);
        expect(await codeOf(anonymous.confirmEmailChange({ token: older }))).toBe('link_invalid');
        await stage.advance(86_400);
        expect(await codeOf(anonymous.confirmEmailChange({ token: newer }))).toBe('link_expired');
        expect((await stage.read(own)).email).toMatchObject({
          verified: false,
          verification: null,
        });
      },
      { people },
    );

    test(
      'of an address that was left verifies nothing',
      async (stage) => {
        const own = await stage.signIn(olga.email);
        await own.resendVerification();
        const token = await stage.linkTo(olga.email);
        const change = await stage.requestLink(own, 'new@example.com');
        await stage.anonymous.confirmEmailChange({ token: change });
        const code = await codeOf(stage.anonymous.confirmEmailChange({ token }));
        expect(['link_invalid', 'link_used']).toContain(code);
        expect((await stage.read(own)).email.address).toBe('new@example.com');
      },
      { people },
    );
  });
}
