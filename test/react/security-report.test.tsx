import axe from 'axe-core';
import { AccountError, SecurityReport } from 'selvedge';
import { en } from 'selvedge/locales/en';
import { findLinkToken } from 'selvedge/memory';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { securityReport as text } from '../../src/words/interface/en/security-report.ts';
import {
  button,
  cleanup,
  hear,
  password,
  press,
  screen,
  showPage,
  userEvent,
} from './account-page.tsx';

const { errors, emailChange } = en;
const address = window.location.pathname + window.location.search;
beforeEach(() => window.history.replaceState(null, '', address));
afterEach(cleanup);

/** Opens the page through the link in the notice of a changed password. */
async function open(onDone?: () => void): Promise<ReturnType<typeof showPage>> {
  const shown = showPage(<SecurityReport onDone={onDone} />, {
    people: [{ id: 'ada', email: 'ada@example.com', password }],
    signedIn: null,
  });
  const thief = await shown.elsewhere();
  await thief.stepUp({ purpose: 'changePassword', password });
  await thief.changePassword({ newPassword: 'seven otters sing at dusk' });
  const newest = (): string | null => {
    const mail = shown.backend.mailbox.findNewest('ada@example.com');
    return mail && /security/.test(mail.text) ? findLinkToken(mail) : null;
  };
  await expect.poll(newest).toBeTruthy();
  window.location.hash = `#token=${newest()}`;
  await expect.poll(() => window.location.hash).toBe('');
  return shown;
}

test('takes the token out of the address bar, and does nothing before the button is pressed', async () => {
  const { sent, elsewhere } = await open();
  await button(text.report);
  expect(window.location.href.endsWith(address)).toBe(true);
  expect(sent('reportSecurityEvent')).toEqual([]);
  await (await elsewhere()).getAccount();
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
  expect(violations).toEqual([]);
});

test('ends every session, mails the link to a new password, and has it read out', async () => {
  const onDone = vi.fn<() => void>();
  const { backend, elsewhere, sent } = await open(onDone);
  const thief = await elsewhere();
  await userEvent.dblClick(await button(text.report));
  const said = await screen.findByText(text.reported.replace('{address}', 'a•••@example.com'));
  expect(said.closest('[tabindex]')).toBeTruthy();
  expect(sent('reportSecurityEvent')).toHaveLength(1);
  expect(onDone).toHaveBeenCalledTimes(1);
  await expect(thief.getAccount()).rejects.toMatchObject({ code: 'session_ended' });
  const newest = (): string => backend.mailbox.findNewest('ada@example.com')?.text ?? '';
  await expect.poll(newest).toContain('/password/reset#token=');
});

test('can be pressed again after a failure that passes, and says when the link is spent', async () => {
  const { failNext } = await open();
  failNext('reportSecurityEvent', new AccountError('unavailable'));
  await press(text.report);
  await hear('alert', errors.unavailable);
  expect(document.activeElement).toBe(await button(text.report));
  failNext('reportSecurityEvent', new AccountError('link_used'));
  await press(text.report);
  await hear('alert', errors.link_used);
  expect(screen.queryByRole('button')).toBeNull();
  await expect.poll(() => document.activeElement).not.toBe(document.body);
});

test('says when there is no token', async () => {
  showPage(<SecurityReport />, { signedIn: null });
  await screen.findByText(emailChange.noToken);
  expect(screen.queryByRole('button')).toBeNull();
});
