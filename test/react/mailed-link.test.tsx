import { AccountError, EmailChangeConfirmation, EmailChangeReport } from 'selvedge';
import { en } from 'selvedge/locales/en';
import type { ReactElement } from 'react';
import type { MemoryBackendOptions } from 'selvedge/memory';
import { createMemoryBackend, findLinkToken } from 'selvedge/memory';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { button, cleanup, hear, press, screen, showPage, userEvent } from './account-page.tsx';

const { emailChange, errors } = en;
const address = window.location.pathname + window.location.search;
beforeEach(() => window.history.replaceState({ ours: true }, '', `${address}#token=AAAA`));
afterEach(cleanup);

const options: MemoryBackendOptions = {
  people: [
    { id: 'ada', email: 'ada@example.com', pendingEmail: { address: 'lovelace@example.com' } },
  ],
  signedIn: null,
};

/** Shows the page of a mail's link, once there is a mail. */
async function open(page: ReactElement, to: string): Promise<ReturnType<typeof showPage>> {
  window.history.replaceState({ ours: true }, '', address);
  const shown = showPage(page, options);
  await shown.backend.signOut();
  const mail = shown.backend.mailbox.findNewest(to);
  window.location.hash = `#token=${mail && findLinkToken(mail)}`;
  await expect.poll(() => window.location.hash).toBe('');
  return shown;
}

describe('the page of the mailed link', () => {
  test('takes the token out of the address bar, keeps the rest of it, and sends nothing by itself', async () => {
    const before = window.history.length;
    const { sent } = showPage(<EmailChangeConfirmation />, options);
    await button(emailChange.confirm);
    await expect.poll(() => window.location.hash).toBe('');
    expect(window.location.href.endsWith(address)).toBe(true);
    expect(window.history.length).toBe(before);
    expect(window.history.state).toEqual({ ours: true });
    expect(sent('confirmEmailChange')).toEqual([]);
    expect(document.body.innerHTML).not.toContain('AAAA');
  });

  test('confirms by one press without a session, also in strict mode, and has the answer read out', async () => {
    const onDone = vi.fn<() => void>();
    const { backend, sent } = await open(
      <EmailChangeConfirmation onDone={onDone} />,
      'lovelace@example.com',
    );
    await userEvent.dblClick(await button(emailChange.confirm));
    const done = await screen.findByText('l•••@example.com is now the address of your account.');
    expect(document.activeElement?.contains(done)).toBe(true);
    expect(document.activeElement).not.toBe(document.body);
    expect(sent('confirmEmailChange')).toHaveLength(1);
    expect(onDone).toHaveBeenCalledTimes(1);
    expect(screen.queryByRole('button')).toBeNull();
    await expect(backend.getAccount()).rejects.toMatchObject({ code: 'not_signed_in' });
    await backend.signIn('ada');
    expect((await backend.getAccount()).account.email.address).toBe('lovelace@example.com');
  });

  test('of the notice stops the change and ends every session', async () => {
    const { backend, elsewhere } = await open(<EmailChangeReport />, 'ada@example.com');
    const thief = await elsewhere();
    await press(emailChange.report);
    await screen.findByText(/a•••@example.com is the address of your account/);
    await expect(thief.getAccount()).rejects.toMatchObject({ code: 'session_ended' });
    await backend.signIn('ada');
    expect((await backend.getAccount()).account.email.pending).toBeNull();
  });

  test('says when there is no token, and offers nothing to press', async () => {
    window.history.replaceState({}, '', address);
    showPage(<EmailChangeConfirmation />, options);
    await screen.findByText(emailChange.noToken);
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('says that a link is spent, takes the button away, and keeps the focus', async () => {
    showPage(<EmailChangeConfirmation />, options);
    await press(emailChange.confirm);
    await hear('alert', errors.link_invalid);
    expect(screen.queryByRole('button')).toBeNull();
    expect(document.activeElement).not.toBe(document.body);
  });

  test('can be pressed again after a failure that passes', async () => {
    const { failNext } = await open(<EmailChangeConfirmation />, 'lovelace@example.com');
    failNext('confirmEmailChange', new AccountError('offline'));
    await press(emailChange.confirm);
    await hear('alert', errors.offline);
    expect(document.activeElement).toBe(await button(emailChange.confirm));
    await press(emailChange.confirm);
    await screen.findByText(/is now the address/);
  });

  test('takes a newer link that is opened in the same tab', async () => {
    showPage(<EmailChangeConfirmation />, options);
    await press(emailChange.confirm);
    await hear('alert', errors.link_invalid);
    window.location.hash = '#token=BBBB';
    await button(emailChange.confirm);
    await hear('alert', '');
    expect(window.location.hash).toBe('');
  });

  test('is a page of its own, with a heading of the first level', async () => {
    showPage(<EmailChangeConfirmation />, options);
    await screen.findByRole('heading', { level: 1, name: emailChange.confirmTitle });
  });
});

test('a browser that shows somebody else can confirm, and keeps showing them', async () => {
  const backend = createMemoryBackend({
    people: [...(options.people ?? []), { id: 'grace', email: 'grace@example.com' }],
    signedIn: 'grace',
  });
  await backend.getAccount();
  const mail = backend.mailbox.findNewest('lovelace@example.com');
  const token = (mail && findLinkToken(mail)) ?? '';
  await expect(
    backend.confirmEmailChange({ token }, { accountId: 'grace' }),
  ).resolves.toMatchObject({
    done: true,
  });
  expect((await backend.getAccount()).account.email.address).toBe('grace@example.com');
});
