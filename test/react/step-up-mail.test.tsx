import { AccountError, DeleteAccount } from 'selvedge';
import { en, english } from 'selvedge/locales/en';
import { findCode } from 'selvedge/memory';
import { afterEach, expect, test } from 'vitest';
import type { Page, PageOptions } from './account-page.tsx';
import {
  cleanup,
  descriptionOf,
  field,
  hear,
  press,
  prompt,
  screen,
  showPage,
  userEvent,
} from './account-page.tsx';

afterEach(cleanup);

const { deleteAccount, errors, fields, stepUp, account: words } = en;
const { stepUpMethods: text } = english;

// An account without a password, on a server that mails codes: that has to be switched on.
const people = [{ id: 'ada', email: 'ada@example.com' }];

/** Asks for the account to be deleted, and waits for the prompt. */
async function ask({ settings, ...options }: PageOptions = {}): Promise<Page> {
  const stepUpSettings = { emailCode: true };
  const page = showPage(<DeleteAccount />, {
    people,
    settings: { stepUp: stepUpSettings, ...settings },
    ...options,
  });
  await userEvent.click(await screen.findByRole('checkbox'));
  await press(deleteAccount.remove);
  await prompt();
  return page;
}

const code = (): Promise<HTMLInputElement> => field(text.code);

function mailedCode({ backend }: Page): string {
  const mail = backend.mailbox.findNewest('ada@example.com');
  return (mail && findCode(mail)) ?? 'no mail';
}

async function enter(typed: string): Promise<void> {
  await userEvent.fill(await code(), typed);
  await userEvent.keyboard('{Enter}');
}

async function describedAs(sentence: string | RegExp): Promise<void> {
  await expect.poll(async () => descriptionOf(await code())).toMatch(sentence);
}

/** Opens the list of other ways and takes one. */
async function choose(kind: 'email_code' | 'sign_in'): Promise<void> {
  await press(text.another);
  await press(new RegExp(`^${text[kind]}`));
}

test('the code is mailed once, when the prompt opens, and proves it', async () => {
  const page = await ask();
  await describedAs(
    'To delete your account, enter the code that we mailed to ada@example.com. It works for ten minutes.',
  );
  await expect.poll(async () => document.activeElement === (await code())).toBe(true);
  expect((await code()).autocomplete).toBe('one-time-code');
  expect(page.sent('startStepUp')).toEqual([{ purpose: 'deleteAccount', method: 'email_code' }]);
  const mailed = mailedCode(page);
  await enter(mailed);
  await screen.findByText(deleteAccount.removed);
  expect(page.sent('deleteAccount')).toHaveLength(2);
  expect(page.sent('stepUp')).toEqual([{ purpose: 'deleteAccount', emailCode: mailed }]);
});

test('while the mail is asked for, it says so', async () => {
  const { hold } = showPage(<DeleteAccount />, {
    people,
    settings: { stepUp: { emailCode: true } },
  });
  await userEvent.click(await screen.findByRole('checkbox'));
  const release = hold('startStepUp');
  await press(deleteAccount.remove);
  await describedAs('Sending a code to ada@example.com …');
  release();
  await describedAs(/that we mailed to ada@example.com/);
});

test('another code is mailed when it is asked for, and is said to be on its way', async () => {
  const page = await ask({
    settings: { stepUp: { emailCode: true }, limits: { mails: [{ count: 5, seconds: 60 }] } },
  });
  await describedAs(/ten minutes/);
  const first = mailedCode(page);
  await press(text.email_codeResend);
  await hear('status', text.email_codeSent);
  expect(page.sent('startStepUp')).toHaveLength(2);
  expect(page.backend.mailbox.list()).toHaveLength(2);
  expect(mailedCode(page)).not.toBe(first);
  await enter(mailedCode(page));
  await screen.findByText(deleteAccount.removed);
});

test('asked for too soon, the button counts down, and the code that is there still works', async () => {
  const page = await ask();
  await describedAs(/ten minutes/);
  await press(text.email_codeResend);
  const button = await screen.findByRole('button', { name: /^Send another code in \d+ seconds$/ });
  expect(button.getAttribute('aria-disabled')).toBe('true');
  expect(document.activeElement).toBe(button);
  expect(screen.getAllByRole('alert').map((alert) => alert.textContent)).toEqual(['', '', '']);
  await describedAs('enter the newest code that we mailed to ada@example.com.');
  await userEvent.keyboard('{Enter}');
  expect(page.sent('startStepUp')).toHaveLength(2);
  await enter(mailedCode(page));
  await screen.findByText(deleteAccount.removed);
});

test('whoever tries another way and comes back has the code that was mailed', async () => {
  const page = await ask();
  await describedAs(/ten minutes/);
  await choose('sign_in');
  await screen.findByRole('button', { name: words.signIn });
  await choose('email_code');
  await describedAs(/ten minutes/);
  expect(page.sent('startStepUp')).toHaveLength(1);
  await enter(mailedCode(page));
  await screen.findByText(deleteAccount.removed);
});

test('a mail that did not go out can be asked for again', async () => {
  const page = showPage(<DeleteAccount />, { people, settings: { stepUp: { emailCode: true } } });
  await userEvent.click(await screen.findByRole('checkbox'));
  page.failNext('startStepUp', new AccountError('offline'));
  await press(deleteAccount.remove);
  await hear('alert', errors.offline);
  await press(text.email_codeResend);
  await describedAs(/ten minutes/);
  await expect.poll(() => screen.queryByText(errors.offline)).toBeNull();
  await enter(mailedCode(page));
  await screen.findByText(deleteAccount.removed);
});

test('a prompt that is opened again too soon says what works, and not that it mailed one', async () => {
  const page = await ask();
  await describedAs(/ten minutes/);
  const mailed = mailedCode(page);
  await userEvent.keyboard('{Escape}');
  await hear('status', words.interrupted);
  await press(deleteAccount.remove);
  await describedAs('enter the newest code that we mailed to ada@example.com.');
  await screen.findByRole('button', { name: /^Send another code in \d+ seconds$/ });
  await enter(mailed);
  await screen.findByText(deleteAccount.removed);
});

test('a wrong code is selected, and nothing is mailed for it', async () => {
  const page = await ask();
  await describedAs(/ten minutes/);
  const right = mailedCode(page);
  await enter(right === '000000' ? '000001' : '000000');
  await describedAs(fields.wrong_code);
  const input = await code();
  expect([input.selectionStart, input.selectionEnd]).toEqual([0, 6]);
  expect(page.sent('startStepUp')).toHaveLength(1);
  await userEvent.keyboard(right);
  await press(stepUp.confirm);
  await screen.findByText(deleteAccount.removed);
});
