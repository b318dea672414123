// A page of its own: once the code of a way is in a page, it cannot be missing there.
import { DeleteAccount } from 'selvedge';
import { en, english } from 'selvedge/locales/en';
import { afterEach, expect, test } from 'vitest';
import { blockFiles } from '../support/blocked-files.ts';
import {
  button,
  cleanup,
  field,
  hear,
  password,
  press,
  prompt,
  screen,
  showPage,
  userEvent,
} from './account-page.tsx';

const { account, deleteAccount, errors } = en;
const { stepUpMethods: text } = english;

const unblock = blockFiles('*step-up-code.tsx*', '*step-up-others.tsx*');
afterEach(cleanup);

async function ask(totp: boolean) {
  const ada = { id: 'ada', email: 'ada@example.com', password };
  const page = showPage(<DeleteAccount />, { people: [totp ? { ...ada, totp } : ada] });
  await userEvent.click(await screen.findByRole('checkbox'));
  await press(deleteAccount.remove);
  await prompt();
  return page;
}

test('the password needs nothing that is loaded later, and says nothing of what is missing', async () => {
  const { sent } = await ask(false);
  const input = await field(en.stepUp.password);
  expect(document.activeElement).toBe(input);
  await userEvent.keyboard(`${password}{Enter}`);
  await screen.findByText(deleteAccount.removed);
  expect(sent('deleteAccount')).toHaveLength(2);
  expect(screen.queryByText(errors.unavailable)).toBeNull();
});

test('without its code a way says so, and the prompt can be given up', async () => {
  const { sent } = await ask(true);
  await hear('alert', new RegExp(errors.unavailable));
  await press(account.cancel);
  await hear('status', account.interrupted);
  expect(sent('deleteAccount')).toHaveLength(1);
});

// The last one: with it the code is in the page.
test('trying again says it again, keeps the focus, and goes on once the code is there', async () => {
  const { backend, sent } = await ask(true);
  await hear('alert', new RegExp(errors.unavailable));
  const again = await button(account.tryAgain);
  const said = screen.getByText(errors.unavailable);
  again.focus();
  await userEvent.keyboard('{Enter}');
  // Said anew, or nobody would hear it.
  await expect.poll(() => screen.getByText(errors.unavailable) === said).toBe(false);
  expect(document.activeElement).toBe(again);
  await unblock();
  await userEvent.keyboard('{Enter}');
  const input = await field(text.code);
  await expect.poll(() => document.activeElement).toBe(input);
  await userEvent.keyboard(`${await backend.totpCode('ada')}{Enter}`);
  await screen.findByText(deleteAccount.removed);
  expect(sent('deleteAccount')).toHaveLength(2);
});
