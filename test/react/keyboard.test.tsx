import { AccountSettings } from 'selvedge';
import { en, english } from 'selvedge/locales/en';
import { afterEach, expect, test } from 'vitest';
import {
  cleanup,
  fill,
  hear,
  password,
  prompt,
  screen,
  showPage,
  userEvent,
} from './account-page.tsx';

afterEach(cleanup);

const { profile, emailChange, passwordChange, deleteAccount, stepUp, account: words } = en;

/** What has the focus, by the name a screen reader says. */
function focused(): string {
  const element = document.activeElement;
  const label = element?.id && document.querySelector(`label[for="${element.id}"]`)?.textContent;
  return label || element?.getAttribute('aria-label') || element?.textContent || '';
}

async function walk(steps: number): Promise<string[]> {
  const seen: string[] = [];
  for (let step = 0; step < steps; step++) {
    await userEvent.tab();
    seen.push(focused());
  }
  return seen;
}

test('Tab walks the page in the order in which it is read, and stops at nothing else', async () => {
  showPage(<AccountSettings />);
  await screen.findByRole('heading', { name: deleteAccount.title });
  // The sections about safety are fetched, and the last of them fetches its entries.
  const made = english.activity.notMeNamed.replace(
    '{event}',
    english.activity.events.account_provisioned,
  );
  await screen.findByRole('button', { name: made });
  const seen = await walk(18);
  const order = [
    profile.name,
    profile.givenName,
    profile.familyName,
    profile.username,
    profile.nickname,
    profile.language,
    profile.save,
    emailChange.newEmail,
    emailChange.send,
    passwordChange.newPassword,
    words.showPassword,
    passwordChange.change,
    english.twoFactor.setUp,
    english.passkeys.add,
    made,
    deleteAccount.understood,
    deleteAccount.remove,
  ];
  expect(seen.slice(seen.indexOf(profile.name))).toEqual(order);
});

test('the keyboard alone changes the address, gives it up, and stays in its section', async () => {
  showPage(<AccountSettings />);
  const input = await fill(emailChange.newEmail, 'lovelace@example.com');
  input.focus();
  await userEvent.keyboard('{Enter}');
  await prompt();
  expect(focused()).toBe(stepUp.password);
  expect(await walk(3)).toEqual([words.showPassword, words.cancel, stepUp.confirm]);
  await userEvent.keyboard('{Shift>}{Tab}{Tab}{Tab}{/Shift}');
  await userEvent.keyboard(`${password}{Enter}`);
  await screen.findByRole('group', { name: /lovelace@example.com/ });
  const [first, second] = await walk(2);
  expect(first).toMatch(/^Send again in/);
  expect(second).toBe(emailChange.cancelChange);
  await userEvent.keyboard('{Enter}');
  await hear('status', emailChange.cancelled);
  await expect.poll(focused).toBe(emailChange.newEmail);
});
