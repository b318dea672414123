import { describe, expect } from 'vitest';
import type { BackendTest } from './backend-stage.ts';
import { accountOf, ada, codeOf, fieldsOf, grace, refusal } from './backend-stage.ts';

const newEmail = 'new@example.com';

function seconds(from: string | undefined, to: string | undefined): number {
  return (Date.parse(to ?? '') - Date.parse(from ?? '')) / 1000;
}

/** `requestEmailChange`, `resendEmailChange` and `cancelEmailChange`. */
export function describeEmailOperations(test: BackendTest): void {
  describe('requestEmailChange', () => {
    test('leaves the address alone, and shows the new one as pending', async (stage) => {
      const own = await stage.signIn(ada.email);
      await stage.prove(own, 'requestEmailChange');
      const account = await accountOf(own.requestEmailChange({ newEmail: ' New@EXAMPLE.com ' }));
      const { address, verified, pending } = account.email;
      expect([address, verified, pending?.address]).toEqual([ada.email, true, 'New@example.com']);
      expect(seconds(pending?.requestedAt, pending?.expiresAt)).toBe(3600);
      expect(seconds(pending?.requestedAt, pending?.resendAt)).toBe(60);
      expect(account.version).toBe(2);
      expect(await stage.read(own)).toEqual(account);
    });

    test('mails the new address a link, and the present one a notice with another', async (stage) => {
      const own = await stage.signIn(ada.email);
      const link = await stage.requestLink(own, newEmail);
      expect(await stage.linkTo(ada.email)).not.toBe(link);
      expect([await stage.countMails(newEmail), await stage.countMails(ada.email)]).toEqual([1, 1]);
    });

    test('refuses what is no address, and the present one', async (stage) => {
      const own = await stage.signIn(ada.email);
      await stage.prove(own, 'requestEmailChange');
      const ask = (address: string): Promise<string[]> =>
        fieldsOf(own.requestEmailChange({ newEmail: address }));
      expect(await ask('')).toEqual(['/newEmail required']);
      expect(await ask('nobody')).toEqual(['/newEmail malformed']);
      expect(await ask('a@example.com, b@example.com')).toEqual(['/newEmail malformed']);
      expect(await ask(ada.email)).toEqual(['/newEmail email_same']);
      expect(await ask('ADA@Example.com')).toEqual(['/newEmail email_same']);
      expect((await stage.read(own)).email.pending).toBeNull();
    });

    test("answers somebody's address as any other, and mails no link there", async (stage) => {
      const own = await stage.signIn(ada.email);
      await stage.prove(own, 'requestEmailChange');
      const account = await accountOf(own.requestEmailChange({ newEmail: grace.email }));
      expect(account.email).toMatchObject({
        address: ada.email,
        pending: { address: grace.email },
      });
      const mails = (await stage.mails()).filter(({ to }) => to === grace.email);
      expect(mails).toHaveLength(1);
      expect(mails[0]?.text).not.toContain('#token=');
      expect(await stage.countMails(ada.email)).toBe(1);
    });

    test('takes one mail a minute to an address, and says when the next may go', async (stage) => {
      const own = await stage.signIn(ada.email);
      await stage.requestLink(own, newEmail);
      await stage.advance(20);
      await stage.prove(own, 'requestEmailChange');
      const error = await refusal(own.requestEmailChange({ newEmail }));
      expect([error.code, error.retryAfterSeconds]).toEqual(['rate_limited', 40]);
      const another = own.requestEmailChange({ newEmail: 'another@example.com' });
      expect(await codeOf(another)).toBe('done');
    });

    test('counts the mails to an address from all accounts together', async (stage) => {
      await stage.requestLink(await stage.signIn(ada.email), newEmail);
      const other = await stage.signIn(grace.email);
      await stage.prove(other, 'requestEmailChange');
      expect(await codeOf(other.requestEmailChange({ newEmail }))).toBe('rate_limited');
    });

    test('replaces an older request, whose link stops working', async (stage) => {
      const own = await stage.signIn(ada.email);
      const older = await stage.requestLink(own, 'older@example.com');
      await stage.requestLink(own, newEmail);
      expect((await stage.read(own)).email.pending?.address).toBe(newEmail);
      const late = stage.anonymous.confirmEmailChange({ token: older });
      expect(await codeOf(late)).toBe('link_invalid');
    });

    test('shows no pending address any more once its link has run out', async (stage) => {
      const own = await stage.signIn(ada.email);
      await stage.requestLink(own, newEmail);
      await stage.advance(3599);
      expect((await stage.read(own)).email.pending?.address).toBe(newEmail);
      await stage.advance(1);
      expect((await stage.read(own)).email.pending).toBeNull();
    });

    test(
      'changes at once, unverified, where mail is off',
      async (stage) => {
        const own = await stage.signIn(ada.email);
        await stage.prove(own, 'requestEmailChange');
        const account = await accountOf(own.requestEmailChange({ newEmail }));
        expect(account.email).toEqual({
          address: newEmail,
          verified: false,
          pending: null,
          verification: null,
        });
        expect(await stage.mails()).toEqual([]);
      },
      { mail: false },
    );

    test(
      "refuses somebody's address where mail is off",
      async (stage) => {
        const own = await stage.signIn(ada.email);
        await stage.prove(own, 'requestEmailChange');
        const error = await refusal(own.requestEmailChange({ newEmail: 'Grace@example.com' }));
        expect(error.code).toBe('email_taken');
        expect(error.errors).toEqual([{ pointer: '/newEmail', code: 'taken', params: {} }]);
        expect((await stage.read(own)).email.address).toBe(ada.email);
        expect(await codeOf(own.requestEmailChange({ newEmail }))).toBe('done');
      },
      { mail: false },
    );
  });

  describe('resendEmailChange', () => {
    test('mails a new link without a proof, and older ones stop working', async (stage) => {
      const own = await stage.signIn(ada.email);
      const older = await stage.requestLink(own, newEmail);
      await stage.advance(60);
      const account = await accountOf(own.resendEmailChange());
      expect(account.email.pending?.address).toBe(newEmail);
      const newer = await stage.linkTo(newEmail);
      expect(await stage.countMails(ada.email)).toBe(1);
      const { anonymous } = stage;
      expect(await codeOf(anonymous.confirmEmailChange({ token: older }))).toBe('link_invalid');
      expect(await codeOf(anonymous.confirmEmailChange({ token: newer }))).toBe('done');
    });

    test('takes one mail a minute, and says when the next may go', async (stage) => {
      const own = await stage.signIn(ada.email);
      const link = await stage.requestLink(own, newEmail);
      await stage.advance(59);
      const error = await refusal(own.resendEmailChange());
      expect([error.code, error.retryAfterSeconds]).toEqual(['rate_limited', 1]);
      expect(await codeOf(stage.anonymous.confirmEmailChange({ token: link }))).toBe('done');
    });

    test('takes ten mails an hour', async (stage) => {
      const own = await stage.signIn(ada.email);
      await stage.requestLink(own, newEmail);
      for (let resent = 1; resent < 10; resent++) {
        await stage.advance(60);
        expect(await codeOf(own.resendEmailChange())).toBe('done');
      }
      await stage.advance(60);
      const error = await refusal(own.resendEmailChange());
      expect([error.code, error.retryAfterSeconds]).toEqual(['rate_limited', 3000]);
    });

    test('finds nothing where nothing is pending', async ({ signIn }) => {
      expect(await codeOf((await signIn(ada.email)).resendEmailChange())).toBe('not_found');
    });
  });

  describe('cancelEmailChange', () => {
    test('gives the pending address up without a proof, and its link stops working', async (stage) => {
      const own = await stage.signIn(ada.email);
      const token = await stage.requestLink(own, newEmail);
      const account = await accountOf(own.cancelEmailChange());
      expect([account.email.pending, account.version]).toEqual([null, 3]);
      expect(await codeOf(stage.anonymous.confirmEmailChange({ token }))).toBe('link_invalid');
      expect((await stage.read(own)).email.address).toBe(ada.email);
    });

    test('with nothing pending is no error, and changes nothing', async ({ signIn, read }) => {
      const own = await signIn(ada.email);
      const before = await read(own);
      expect(await accountOf(own.cancelEmailChange())).toEqual(before);
    });
  });
}
