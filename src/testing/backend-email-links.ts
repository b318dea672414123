import { describe, expect } from 'vitest';
import type { BackendTest } from './backend-stage.ts';
import { ada, codeOf, fieldsOf, grace, raceCodes } from './backend-stage.ts';

const newEmail = 'new@example.com';

/** `confirmEmailChange`. */
export function describeEmailLinks(test: BackendTest): void {
  describe('confirmEmailChange', () => {
    test('needs no session, makes the address verified, and tells nothing of the account', async (stage) => {
      const own = await stage.signIn(ada.email);
      const token = await stage.requestLink(own, newEmail);
      const answer = await stage.anonymous.confirmEmailChange({ token });
      expect(answer).toEqual({ done: true, maskedEmail: 'n•••@example.com' });
      const { email, version } = await stage.read(own);
      expect(email).toEqual({
        address: newEmail,
        verified: true,
        pending: null,
        verification: null,
      });
      expect(version).toBe(3);
    });

    test('starts no session', async (stage) => {
      const token = await stage.requestLink(await stage.signIn(ada.email), newEmail);
      await stage.anonymous.confirmEmailChange({ token });
      expect(await codeOf(stage.anonymous.getAccount())).toBe('not_signed_in');
    });

    test("works in somebody else's session, and changes nothing there", async (stage) => {
      const [own, other] = [await stage.signIn(ada.email), await stage.signIn(grace.email)];
      const before = await stage.read(other);
      const token = await stage.requestLink(own, newEmail);
      expect(await other.confirmEmailChange({ token })).not.toHaveProperty('account');
      expect(await stage.read(other)).toEqual(before);
      expect((await stage.read(own)).email.address).toBe(newEmail);
    });

    test('tells the old address, with a link', async (stage) => {
      const token = await stage.requestLink(await stage.signIn(ada.email), newEmail);
      await stage.anonymous.confirmEmailChange({ token });
      expect(await stage.countMails(ada.email)).toBe(2);
      expect(await stage.linkTo(ada.email)).not.toBe(token);
    });

    test('works once', async (stage) => {
      const token = await stage.requestLink(await stage.signIn(ada.email), newEmail);
      await stage.anonymous.confirmEmailChange({ token });
      expect(await codeOf(stage.anonymous.confirmEmailChange({ token }))).toBe('link_used');
    });

    test('of 16 that race for one link exactly one wins', async (stage) => {
      const own = await stage.signIn(ada.email);
      const token = await stage.requestLink(own, newEmail);
      const counts = await raceCodes(() => stage.anonymous.confirmEmailChange({ token }));
      expect(counts).toEqual({ done: 1, link_used: 15 });
      expect((await stage.read(own)).version).toBe(3);
    });

    test('refuses a link that has run out', async (stage) => {
      const own = await stage.signIn(ada.email);
      const token = await stage.requestLink(own, newEmail);
      await stage.advance(3600);
      expect(await codeOf(stage.anonymous.confirmEmailChange({ token }))).toBe('link_expired');
      expect((await stage.read(own)).email.address).toBe(ada.email);
    });

    test('refuses what is no link of ours', async (stage) => {
      const token = await stage.requestLink(await stage.signIn(ada.email), newEmail);
      const { anonymous } = stage;
      const confirm = (text: string): Promise<string> =>
        codeOf(anonymous.confirmEmailChange({ token: text }));
      expect(await confirm('x'.repeat(43))).toBe('link_invalid');
      expect(await confirm(token.slice(0, -1))).toBe('link_invalid');
      expect(await confirm(await stage.linkTo(ada.email))).toBe('link_invalid');
      const none = anonymous.confirmEmailChange({ token: '' });
      expect(await fieldsOf(none)).toEqual(['/token required']);
    });

    test('refuses an address that somebody has got meanwhile', async (stage) => {
      const [own, other] = [await stage.signIn(ada.email), await stage.signIn(grace.email)];
      const mine = await stage.requestLink(own, newEmail);
      await stage.advance(60);
      const theirs = await stage.requestLink(other, newEmail);
      expect(await codeOf(stage.anonymous.confirmEmailChange({ token: theirs }))).toBe('done');
      expect(await codeOf(stage.anonymous.confirmEmailChange({ token: mine }))).toBe('email_taken');
      expect((await stage.read(own)).email).toMatchObject({ address: ada.email, pending: null });
    });

    test('of two accounts that race for one address exactly one gets it', async (stage) => {
      const [own, other] = [await stage.signIn(ada.email), await stage.signIn(grace.email)];
      const mine = await stage.requestLink(own, newEmail);
      await stage.advance(60);
      const theirs = await stage.requestLink(other, newEmail);
      const codes = await Promise.all(
        [mine, theirs].map((token) => codeOf(stage.anonymous.confirmEmailChange({ token }))),
      );
      expect(codes.toSorted()).toEqual(['done', 'email_taken']);
      const addresses = [(await stage.read(own)).email, (await stage.read(other)).email];
      expect(addresses.filter(({ address }) => address === newEmail)).toHaveLength(1);
    });

    test('keeps the old address for its owner: nobody else gets a link for it', async (stage) => {
      const token = await stage.requestLink(await stage.signIn(ada.email), newEmail);
      await stage.anonymous.confirmEmailChange({ token });
      const countLinks = async (): Promise<number> =>
        (await stage.mails()).filter(({ to, text }) => to === ada.email && text.includes('#token='))
          .length;
      const before = await countLinks();
      const other = await stage.signIn(grace.email);
      await stage.prove(other, 'requestEmailChange');
      await other.requestEmailChange({ newEmail: ada.email });
      expect(await countLinks()).toBe(before);
      expect(await stage.countMails(ada.email)).toBe(3);
    });

    test('leaves sessions alone, and ends proofs that were not used', async (stage) => {
      const [own, other] = [await stage.signIn(ada.email), await stage.signIn(ada.email)];
      const token = await stage.requestLink(own, newEmail);
      await stage.prove(other, 'deleteAccount');
      await stage.anonymous.confirmEmailChange({ token });
      expect((await stage.read(other)).email.address).toBe(newEmail);
      expect(await codeOf(other.deleteAccount())).toBe('step_up_required');
    });
  });
}
