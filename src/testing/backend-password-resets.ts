import { describe, expect } from 'vitest';
import type { BackendStage, BackendTest } from './backend-stage.ts';
import { ada, codeOf, fieldsOf, grace, raceCodes, refusal } from './backend-stage.ts';

const newPassword = 'another long sentence';

/** Asks for a link, as somebody without a session; answers its token. */
async function requestReset({ anonymous, linkTo }: BackendStage, email: string): Promise<string> {
  await anonymous.requestPasswordReset({ email });
  return linkTo(email);
}

function describeRequest(test: BackendTest): void {
  describe('requestPasswordReset', () => {
    test('answers the same for an address that nobody has, and mails nothing there', async (stage) => {
      const { anonymous } = stage;
      const known = await anonymous.requestPasswordReset({ email: ada.email });
      const unknown = await anonymous.requestPasswordReset({ email: 'nobody@example.com' });
      expect(known).toEqual({ done: true });
      expect(unknown).toEqual(known);
      const addresses = (await stage.mails()).map(({ to }) => to);
      expect(addresses).toEqual([ada.email]);
    });

    test('mails the address as it is stored, however it was typed', async (stage) => {
      await stage.anonymous.requestPasswordReset({ email: ' ADA@Example.com ' });
      expect((await stage.mails()).map(({ to }) => to)).toEqual([ada.email]);
    });

    test('mails one link a minute to an address, and does not tell', async (stage) => {
      const ask = (): Promise<unknown> =>
        stage.anonymous.requestPasswordReset({ email: ada.email });
      expect([await ask(), await ask()]).toEqual([{ done: true }, { done: true }]);
      expect(await stage.countMails(ada.email)).toBe(1);
      await stage.advance(60);
      await ask();
      expect(await stage.countMails(ada.email)).toBe(2);
    });

    test('changes nothing by itself', async (stage) => {
      const own = await stage.signIn(ada.email);
      const before = await stage.read(own);
      await requestReset(stage, ada.email);
      expect(await stage.read(own)).toEqual(before);
      await stage.prove(own, 'deleteAccount');
      expect(await codeOf(stage.anonymous.getAccount())).toBe('not_signed_in');
    });

    test('refuses what is no address', async ({ anonymous }) => {
      const ask = (email: string): Promise<string[]> =>
        fieldsOf(anonymous.requestPasswordReset({ email }));
      expect(await ask('')).toEqual(['/email required']);
      expect(await ask('nobody')).toEqual(['/email malformed']);
    });

    test(
      'is not offered where mail is off, and the account says so beforehand',
      async (stage) => {
        const own = await stage.signIn(ada.email);
        const { allowed, reason } = (await stage.read(own)).abilities.resetPassword;
        expect([allowed, reason]).toEqual([false, 'not_offered']);
        const error = await refusal(stage.anonymous.requestPasswordReset({ email: ada.email }));
        expect([error.code, error.reason]).toEqual(['not_allowed', reason]);
      },
      { mail: false },
    );
  });
}

function describeReset(test: BackendTest): void {
  describe('resetPassword', () => {
    test('sets the password, starts no session, and tells the address by mail', async (stage) => {
      const token = await requestReset(stage, ada.email);
      const answer = await stage.anonymous.resetPassword({ token, newPassword });
      expect(answer).toEqual({ done: true, maskedEmail: 'a•••@example.com' });
      expect(await codeOf(stage.anonymous.getAccount())).toBe('not_signed_in');
      expect(await stage.countMails(ada.email)).toBe(2);
      const own = await stage.signIn(ada.email);
      const prove = (password: string): Promise<string> =>
        codeOf(own.stepUp({ purpose: 'deleteAccount', password }));
      expect(await prove(ada.password)).toBe('validation_failed');
      expect(await prove(newPassword)).toBe('done');
    });

    test("ends every session of the account and its pending change, and nobody else's", async (stage) => {
      const [own, other] = [await stage.signIn(ada.email), await stage.signIn(ada.email)];
      const hers = await stage.signIn(grace.email);
      const change = await stage.requestLink(own, 'new@example.com');
      await stage.prove(own, 'deleteAccount');
      const token = await requestReset(stage, ada.email);
      await stage.anonymous.resetPassword({ token, newPassword });
      const codes = [await codeOf(own.deleteAccount()), await codeOf(other.getAccount())];
      expect(codes).toEqual(['session_ended', 'session_ended']);
      const confirm = stage.anonymous.confirmEmailChange({ token: change });
      expect(await codeOf(confirm)).toBe('link_invalid');
      const again = await stage.signIn(ada.email);
      expect((await stage.read(again)).email.pending).toBeNull();
      expect(await codeOf(again.deleteAccount())).toBe('step_up_required');
      expect(await codeOf(hers.getAccount())).toBe('done');
    });

    test('works once', async (stage) => {
      const token = await requestReset(stage, ada.email);
      await stage.anonymous.resetPassword({ token, newPassword });
      const again = { token, newPassword: 'a third long sentence' };
      expect(await codeOf(stage.anonymous.resetPassword(again))).toBe('link_used');
      const own = await stage.signIn(ada.email);
      const proof = { purpose: 'deleteAccount', password: newPassword } as const;
      expect(await codeOf(own.stepUp(proof))).toBe('done');
    });

    test('of 16 that race for one link exactly one wins', async (stage) => {
      const token = await requestReset(stage, ada.email);
      const counts = await raceCodes((index) =>
        stage.anonymous.resetPassword({ token, newPassword: `racing sentence ${index}` }),
      );
      expect(counts).toEqual({ done: 1, link_used: 15 });
    });

    test('refuses a link that has run out, after an hour', async (stage) => {
      const token = await requestReset(stage, ada.email);
      await stage.advance(3600);
      const late = stage.anonymous.resetPassword({ token, newPassword });
      expect(await codeOf(late)).toBe('link_expired');
      await stage.prove(await stage.signIn(ada.email), 'deleteAccount');
    });

    test('takes the newest link alone', async (stage) => {
      const older = await requestReset(stage, ada.email);
      await stage.advance(60);
      const newer = await requestReset(stage, ada.email);
      const reset = (token: string): Promise<string> =>
        codeOf(stage.anonymous.resetPassword({ token, newPassword }));
      expect([await reset(older), await reset(newer)]).toEqual(['link_invalid', 'done']);
    });

    test('refuses what is no link of this kind', async (stage) => {
      const token = await stage.requestLink(await stage.signIn(ada.email), 'new@example.com');
      const reset = (text: string): Promise<unknown> =>
        stage.anonymous.resetPassword({ token: text, newPassword });
      expect(await codeOf(reset(token))).toBe('link_invalid');
      expect(await codeOf(reset('x'.repeat(43)))).toBe('link_invalid');
      expect(await fieldsOf(reset(''))).toEqual(['/token required']);
    });

    test('refuses what the policy refuses, and the link still works', async (stage) => {
      const token = await requestReset(stage, ada.email);
      const choose = (password: string): Promise<unknown> =>
        stage.anonymous.resetPassword({ token, newPassword: password });
      expect(await fieldsOf(choose(''))).toEqual(['/newPassword required']);
      expect(await fieldsOf(choose('fourteen chars'))).toEqual(['/newPassword password_too_short']);
      expect(await fieldsOf(choose('aaaaaaaaaaaaaaa'))).toEqual(['/newPassword password_common']);
      expect(await fieldsOf(choose('ada@example.com'))).toEqual(['/newPassword password_personal']);
      expect(await codeOf(choose(newPassword))).toBe('done');
    });

    test('dies with the address: one that was left resets nothing', async (stage) => {
      const token = await requestReset(stage, ada.email);
      await stage.advance(60);
      const change = await stage.requestLink(await stage.signIn(ada.email), 'new@example.com');
      await stage.anonymous.confirmEmailChange({ token: change });
      const code = await codeOf(stage.anonymous.resetPassword({ token, newPassword }));
      expect(['link_invalid', 'link_used']).toContain(code);
    });
  });
}

/** `requestPasswordReset` and `resetPassword`. */
export function describePasswordResetOperations(test: BackendTest): void {
  describeRequest(test);
  describeReset(test);
}
