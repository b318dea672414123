import { describe, expect } from 'vitest';
import type { BackendTest } from './backend-stage.ts';
import { ada, codeOf, fieldsOf, grace, raceCodes } from './backend-stage.ts';

const newEmail = 'thief@example.com';

/** `reportEmailChange`. */
export function describeEmailReportOperation(test: BackendTest): void {
  describe('reportEmailChange', () => {
    test('of a pending change gives it up, ends every session, and tells nothing of the account', async (stage) => {
      const [own, other] = [await stage.signIn(ada.email), await stage.signIn(ada.email)];
      const token = await stage.requestLink(own, newEmail);
      const report = await stage.linkTo(ada.email);
      const answer = await stage.anonymous.reportEmailChange({ token: report });
      expect(answer).toEqual({ done: true, maskedEmail: 'a•••@example.com' });
      expect([await codeOf(own.getAccount()), await codeOf(other.getAccount())]).toEqual([
        'session_ended',
        'session_ended',
      ]);
      expect(await codeOf(stage.anonymous.confirmEmailChange({ token }))).toBe('link_invalid');
      const again = await stage.signIn(ada.email);
      expect((await stage.read(again)).email).toEqual({
        address: ada.email,
        verified: true,
        pending: null,
        verification: null,
      });
    });

    test('of a completed change puts the old address back, verified, and ends every session', async (stage) => {
      const own = await stage.signIn(ada.email);
      const token = await stage.requestLink(own, newEmail);
      await stage.anonymous.confirmEmailChange({ token });
      const report = await stage.linkTo(ada.email);
      await stage.advance(604_799);
      expect(await codeOf(stage.anonymous.reportEmailChange({ token: report }))).toBe('done');
      expect(await codeOf(own.getAccount())).toBe('session_ended');
      const { email } = await stage.read(await stage.signIn(ada.email));
      expect(email).toEqual({
        address: ada.email,
        verified: true,
        pending: null,
        verification: null,
      });
    });

    test('of the request works also after the change', async (stage) => {
      const own = await stage.signIn(ada.email);
      const token = await stage.requestLink(own, newEmail);
      const report = await stage.linkTo(ada.email);
      await stage.anonymous.confirmEmailChange({ token });
      const later = await stage.linkTo(ada.email);
      expect(await codeOf(stage.anonymous.reportEmailChange({ token: report }))).toBe('done');
      const { email } = await stage.read(await stage.signIn(ada.email));
      expect(email.address).toBe(ada.email);
      const dead = stage.anonymous.reportEmailChange({ token: later });
      expect(await codeOf(dead)).toBe('link_invalid');
    });

    test('gives the other address no way back', async (stage) => {
      const own = await stage.signIn(ada.email);
      const { anonymous } = stage;
      await anonymous.confirmEmailChange({ token: await stage.requestLink(own, newEmail) });
      const mine = await stage.linkTo(ada.email);
      const farther = 'farther@example.com';
      await anonymous.confirmEmailChange({ token: await stage.requestLink(own, farther) });
      const thiefs = await stage.linkTo(newEmail);
      expect(await codeOf(anonymous.reportEmailChange({ token: mine }))).toBe('done');
      expect(await codeOf(anonymous.reportEmailChange({ token: thiefs }))).toBe('link_invalid');
      const { email } = await stage.read(await stage.signIn(ada.email));
      expect(email.address).toBe(ada.email);
    });

    test('works once', async (stage) => {
      await stage.requestLink(await stage.signIn(ada.email), newEmail);
      const report = { token: await stage.linkTo(ada.email) };
      await stage.anonymous.reportEmailChange(report);
      const again = await stage.signIn(ada.email);
      expect(await codeOf(stage.anonymous.reportEmailChange(report))).toBe('link_used');
      expect(await codeOf(again.getAccount())).toBe('done');
    });

    test('of 16 that race for one link exactly one wins', async (stage) => {
      await stage.requestLink(await stage.signIn(ada.email), newEmail);
      const token = await stage.linkTo(ada.email);
      const counts = await raceCodes(() => stage.anonymous.reportEmailChange({ token }));
      expect(counts).toEqual({ done: 1, link_used: 15 });
    });

    test('refuses a link that has run out', async (stage) => {
      const own = await stage.signIn(ada.email);
      await stage.requestLink(own, newEmail);
      const token = await stage.linkTo(ada.email);
      await stage.advance(604_800);
      expect(await codeOf(stage.anonymous.reportEmailChange({ token }))).toBe('link_expired');
      expect(await codeOf(own.getAccount())).toBe('done');
    });

    test('refuses what is no link of ours', async (stage) => {
      const token = await stage.requestLink(await stage.signIn(ada.email), newEmail);
      const { anonymous } = stage;
      expect(await codeOf(anonymous.reportEmailChange({ token }))).toBe('link_invalid');
      const odd = anonymous.reportEmailChange({ token: 'x'.repeat(43) });
      expect(await codeOf(odd)).toBe('link_invalid');
      expect(await fieldsOf(anonymous.reportEmailChange({ token: '' }))).toEqual([
        '/token required',
      ]);
    });

    test("leaves everybody else's sessions alone", async (stage) => {
      const other = await stage.signIn(grace.email);
      await stage.requestLink(await stage.signIn(ada.email), newEmail);
      const before = await stage.read(other);
      await other.reportEmailChange({ token: await stage.linkTo(ada.email) });
      expect(await stage.read(other)).toEqual(before);
    });
  });
}
