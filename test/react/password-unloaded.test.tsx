// A page of its own: once this code is in a page, it cannot be missing there.
import { AccountSettings, EmailChange, PasswordChange } from 'selvedge';
import { en } from 'selvedge/locales/en';
import { afterEach, expect, test } from 'vitest';
import { blockFiles } from '../support/blocked-files.ts';
import { button, cleanup, fill, hear, press, prove, screen, showPage } from './account-page.tsx';

const { account, passwordChange, emailChange } = en;
const isGone = (file: string): Promise<boolean> =>
  import(/* @vite-ignore */ `/src/react/${file}`).then(
    () => false,
    () => true,
  );

blockFiles('*password-advice.tsx*', '*email-verification.tsx*', '*later-sections.tsx*');
afterEach(cleanup);

test('a password is changed without its checklist', async () => {
  showPage(<PasswordChange />);
  await fill(passwordChange.newPassword, 'seven otters sing at dusk');
  expect(await isGone('password-change/password-advice.tsx')).toBe(true);
  expect(screen.queryByRole('list')).toBeNull();
  await press(passwordChange.change);
  await prove();
  await hear('status', passwordChange.changed);
});

test('an address that is not verified is changed without the offer to verify it', async () => {
  const people = [{ id: 'ada', email: 'ada@example.com', emailVerified: false }];
  showPage(<EmailChange />, { people });
  await screen.findByText(emailChange.unverified);
  expect(await isGone('email-change/email-verification.tsx')).toBe(true);
  await fill(emailChange.newEmail, 'lovelace@example.com');
  expect(screen.getAllByRole('button')).toEqual([await button(emailChange.send)]);
});

test('the page is whole but for the later sections, and says that they are missing', async () => {
  showPage(<AccountSettings />);
  await screen.findByText(account.loadFailed);
  expect(await isGone('later-sections.tsx')).toBe(true);
  expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(4);
  expect((await button(account.tryAgain)).isConnected).toBe(true);
});
