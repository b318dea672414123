import axe from 'axe-core';
import { AccountError, PasswordForgotten, PasswordReset } from 'selvedge';
import { en } from 'selvedge/locales/en';
import { findLinkToken } from 'selvedge/memory';
import type { MemoryBackendOptions } from 'selvedge/memory';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { passwordReset as text } from '../../src/words/interface/en/password-reset.ts';
import {
  button,
  cleanup,
  descriptionOf,
  field,
  fill,
  hear,
  press,
  screen,
  showPage,
  userEvent,
} from './account-page.tsx';

const { errors, fields } = en;
const address = window.location.pathname + window.location.search;
const fresh = 'seven otters sing at dusk';
const old = 'violet lanterns by the old harbour';
const away: MemoryBackendOptions = {
  people: [{ id: 'ada', email: 'ada@example.com', password: old, name: 'Ada Lovelace' }],
  signedIn: null,
};
beforeEach(() => window.history.replaceState({ ours: true }, '', address));
afterEach(cleanup);

const hasFocus = (shown: HTMLElement): boolean =>
  document.activeElement !== document.body && document.activeElement?.contains(shown) === true;

describe('the page for a forgotten password', () => {
  test.each(['ada@example.com', 'nobody@example.com'])(
    'answers the same for %s, whoever that is',
    async (email) => {
      const onDone = vi.fn<(email: string) => void>();
      const { hold, sent } = showPage(<PasswordForgotten onDone={onDone} />, away);
      await fill(text.email, ` ${email} `);
      const release = hold('requestPasswordReset');
      await userEvent.dblClick(await button(text.send));
      release();
      const said = await screen.findByText(text.sent.replace('{email}', email));
      await expect.poll(() => hasFocus(said)).toBe(true);
      expect(screen.queryByRole('textbox')).toBeNull();
      expect(sent('requestPasswordReset')).toHaveLength(1);
      expect(onDone.mock.calls).toEqual([[email]]);
    },
  );

  test('mails a link to whom it belongs, and to nobody else', async () => {
    const { backend } = showPage(<PasswordForgotten />, away);
    await fill(text.email, 'ada@example.com');
    await userEvent.keyboard('{Enter}');
    await screen.findByText(/a link is on its way/);
    const newest = (): string => backend.mailbox.findNewest('ada@example.com')?.text ?? '';
    await expect.poll(newest).toContain('/password/reset#token=');
  });

  test.each([
    ['', fields.required],
    ['ada@example', fields.malformed],
  ])('puts the sentence about "%s" at the field', async (typed, why) => {
    const { sent } = showPage(<PasswordForgotten />, away);
    const input = await fill(text.email, typed);
    await press(text.send);
    await expect.poll(() => descriptionOf(input)).toBe(why);
    await expect.poll(() => document.activeElement).toBe(input);
    expect(input.value).toBe(typed);
    expect(sent('requestPasswordReset')).toEqual([]);
  });

  test('counts down where there were too many, and sends nothing until then', async () => {
    const { failNext, sent } = showPage(<PasswordForgotten email="ada@example.com" />, away);
    failNext('requestPasswordReset', new AccountError('rate_limited', { retryAfterSeconds: 47 }));
    await press(text.send);
    await hear('alert', /47/);
    (await button(text.send)).click();
    expect(sent('requestPasswordReset')).toHaveLength(1);
    expect((await field(text.email)).value).toBe('ada@example.com');
  });

  test('begins with what was typed at the sign-in, and is one field and one button', async () => {
    showPage(<PasswordForgotten email="ada@example.com" />, away);
    const input = await field(text.email);
    expect(input.value).toBe('ada@example.com');
    expect(input.autocomplete).toBe('username');
    await screen.findByRole('heading', { level: 1, name: text.forgottenTitle });
    await userEvent.tab();
    expect(document.activeElement).toBe(input);
    await userEvent.tab();
    expect(document.activeElement).toBe(await button(text.send));
    const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
    expect(violations).toEqual([]);
  });

  test('keeps what was typed when it fails', async () => {
    const { failNext } = showPage(<PasswordForgotten />, away);
    const input = await fill(text.email, 'ada@example.com');
    failNext('requestPasswordReset', new AccountError('offline'));
    await press(text.send);
    await hear('alert', errors.offline);
    expect(input.value).toBe('ada@example.com');
    await press(text.send);
    await screen.findByText(/a link is on its way/);
  });
});

/** Opens the page through the link of a mail that was asked for. */
async function open(options: MemoryBackendOptions = away): Promise<ReturnType<typeof showPage>> {
  const shown = showPage(<PasswordReset onDone={onDone} />, options);
  await shown.backend.requestPasswordReset({ email: 'ada@example.com' });
  const newest = (): string | null => {
    const mail = shown.backend.mailbox.findNewest('ada@example.com');
    return mail && findLinkToken(mail);
  };
  await expect.poll(newest).toBeTruthy();
  window.location.hash = `#token=${newest()}`;
  await expect.poll(() => window.location.hash).toBe('');
  return shown;
}
const onDone = vi.fn<() => void>();
beforeEach(() => onDone.mockClear());

describe('the page behind the link to a new password', () => {
  test('takes the token out of the address bar, and sends nothing by itself', async () => {
    window.history.replaceState({ ours: true }, '', `${address}#token=AAAA`);
    const before = window.history.length;
    const { calls } = showPage(<PasswordReset />, away);
    await field(text.newPassword);
    await expect.poll(() => window.location.hash).toBe('');
    expect(window.location.href.endsWith(address)).toBe(true);
    expect(window.history.length).toBe(before);
    expect(window.history.state).toEqual({ ours: true });
    expect(calls).toEqual([]);
    expect(document.body.innerHTML).not.toContain('AAAA');
  });

  test('sets it, ends every session, starts none, and leads to the sign-in', async () => {
    const { backend, elsewhere, hold, sent, signedInAgain } = await open();
    const other = await elsewhere();
    const input = await fill(text.newPassword, fresh);
    const release = hold('resetPassword');
    await userEvent.dblClick(await button(text.reset));
    release();
    const said = await screen.findByText(text.done);
    await expect.poll(() => hasFocus(said)).toBe(true);
    expect(input.isConnected).toBe(false);
    expect(sent('resetPassword')).toHaveLength(1);
    expect(onDone).toHaveBeenCalledTimes(1);
    await expect(other.getAccount()).rejects.toMatchObject({ code: 'session_ended' });
    await expect(backend.getAccount()).rejects.toMatchObject({ code: 'not_signed_in' });
    await press(en.account.signIn);
    expect(signedInAgain()).toBe(1);
  });

  test.each([
    ['short', 'Too short. Take at least 15 characters.'],
    // Too common, too: what is wrong first is said.
    ['abc', 'Too short. Take at least 15 characters.'],
    ['lovelace lovelace', fields.password_personal],
    [old, fields.password_same],
  ])('says at the field why "%s" will not do, keeps it, and the link', async (typed, why) => {
    await open();
    const input = await fill(text.newPassword, typed);
    await press(text.reset);
    await expect.poll(() => descriptionOf(input)).toBe(why);
    await expect.poll(() => document.activeElement).toBe(input);
    expect(input.value).toBe(typed);
    await fill(text.newPassword, fresh);
    await press(text.reset);
    await screen.findByText(text.done);
  });

  test('keeps what was typed when it fails, and works at the next press', async () => {
    const { failNext } = await open();
    const input = await fill(text.newPassword, fresh);
    failNext('resetPassword', new AccountError('unavailable'));
    await press(text.reset);
    await hear('alert', errors.unavailable);
    expect(input.value).toBe(fresh);
    expect(document.activeElement).toBe(await button(text.reset));
    await press(text.reset);
    await screen.findByText(text.done);
  });

  test.each(['link_invalid', 'link_expired', 'link_used'] as const)(
    'says %s in place of the form, and keeps the focus',
    async (code) => {
      const { failNext } = await open();
      await fill(text.newPassword, fresh);
      failNext('resetPassword', new AccountError(code));
      await press(text.reset);
      await hear('alert', errors[code]);
      expect(screen.queryByLabelText(text.newPassword)).toBeNull();
      expect(screen.queryByText(text.text)).toBeNull();
      await expect.poll(() => document.activeElement).not.toBe(document.body);
    },
  );

  test('takes a newer link that is opened in the same tab', async () => {
    const { failNext } = await open();
    await fill(text.newPassword, fresh);
    failNext('resetPassword', new AccountError('link_expired'));
    await press(text.reset);
    await hear('alert', errors.link_expired);
    window.location.hash = '#token=BBBB';
    await field(text.newPassword);
    expect(window.location.hash).toBe('');
  });

  test('says when there is no token, and offers nothing to fill in', async () => {
    showPage(<PasswordReset />, away);
    await screen.findByText(text.noToken);
    expect(screen.queryByLabelText(text.newPassword)).toBeNull();
    expect(screen.queryByText(text.text)).toBeNull();
  });

  test('is one field for password managers, can be seen, and axe has nothing against it', async () => {
    window.history.replaceState({}, '', `${address}#token=AAAA`);
    showPage(<PasswordReset />, away);
    const input = await field(text.newPassword);
    expect(input.autocomplete).toBe('new-password');
    await press(en.account.showPassword);
    expect(input.type).toBe('text');
    await screen.findByRole('heading', { level: 1, name: text.title });
    const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
    expect(violations).toEqual([]);
  });
});
