import { AccountError, DeleteAccount, EmailChange } from 'selvedge';
import { en, english } from 'selvedge/locales/en';
import { memoryRecoveryCodes } from 'selvedge/memory';
import { afterEach, describe, expect, test } from 'vitest';
import type { Page, PageOptions } from './account-page.tsx';
import {
  cleanup,
  descriptionOf,
  field,
  fill,
  hear,
  passSeconds,
  password,
  press,
  prompt,
  screen,
  showPage,
  userEvent,
  within,
} from './account-page.tsx';

afterEach(cleanup);

const { stepUp, emailChange, errors, fields, account: words } = en;
const { stepUpMethods: text } = english;
const fresh = 'lovelace@example.com';

const unguarded = { id: 'ada', email: 'ada@example.com', password };
const ada = { ...unguarded, totp: true } as const;

/** Asks for a new address, and waits for the prompt. */
async function ask(options: PageOptions = {}): Promise<Page> {
  const page = showPage(<EmailChange />, { people: [ada], ...options });
  await fill(emailChange.newEmail, fresh);
  await press(emailChange.send);
  await prompt();
  return page;
}

const code = (label = text.code): Promise<HTMLInputElement> => field(label);
const focused = (): Element | null => document.activeElement;

/** Enters a code and confirms it with Enter. */
async function enter(typed: string, label = text.code): Promise<void> {
  await userEvent.fill(await code(label), typed);
  await userEvent.keyboard('{Enter}');
}

/** Opens the list of other ways and takes one. */
async function choose(kind: 'password' | 'totp' | 'recovery_code'): Promise<void> {
  await press(text.another);
  await press(new RegExp(`^${text[kind]}`));
}

const seeDone = (): Promise<HTMLElement> => screen.findByRole('group', { name: new RegExp(fresh) });

describe('the code of the app', () => {
  test('is asked for at once, says what for, and can be typed at once', async () => {
    await ask();
    const input = await code();
    await expect.poll(focused).toBe(input);
    expect(descriptionOf(input)).toBe(
      'To change your email address, enter the code that your authenticator app shows.',
    );
    expect(input.autocomplete).toBe('one-time-code');
    expect(input.inputMode).toBe('numeric');
    expect(screen.queryByLabelText(stepUp.password)).toBeNull();
  });

  test('lets the operation go on, once, with what was submitted', async () => {
    const { backend, sent } = await ask();
    const right = await backend.totpCode('ada');
    await enter(`${right.slice(0, 3)} ${right.slice(3)}`);
    await seeDone();
    expect(sent('requestEmailChange')).toEqual([{ newEmail: fresh }, { newEmail: fresh }]);
    expect(sent('stepUp')).toEqual([
      { purpose: 'requestEmailChange', totpCode: `${right.slice(0, 3)} ${right.slice(3)}` },
    ]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('twenty Enters prove once', async () => {
    const { backend, hold, sent } = await ask();
    const release = hold('stepUp');
    await userEvent.fill(await code(), await backend.totpCode('ada'));
    await userEvent.keyboard('{Enter>20/}');
    release();
    await seeDone();
    expect(sent('stepUp')).toHaveLength(1);
    expect(sent('requestEmailChange')).toHaveLength(2);
  });

  test('when it is wrong it is selected, with the reason at the field, and the next one works', async () => {
    const { backend } = await ask();
    await enter('000000');
    const input = await code();
    await expect.poll(() => descriptionOf(input)).toContain(fields.wrong_code);
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(focused()).toBe(input);
    expect([input.selectionStart, input.selectionEnd]).toEqual([0, 6]);
    await userEvent.keyboard(`${await backend.totpCode('ada')}{Enter}`);
    await seeDone();
  });

  test.each([
    ['nothing', '', fields.required, 0],
    ['three digits', '123', fields.malformed, 1],
  ] as const)('%s is no code', async (_, typed, sentence, requests) => {
    const { sent } = await ask();
    await enter(typed);
    await expect.poll(async () => descriptionOf(await code())).toContain(sentence);
    expect(sent('stepUp')).toHaveLength(requests);
    expect(focused()).toBe(await code());
  });

  test('the limit of tries counts down, swallows Enter, and keeps what was typed', async () => {
    const limits = { proofs: [{ count: 1, seconds: 20 }] };
    const { backend, sent } = await ask({ settings: { limits } });
    await enter('000000');
    await expect.poll(async () => descriptionOf(await code())).toContain(fields.wrong_code);
    const right = await backend.totpCode('ada');
    await enter(right);
    await hear('alert', /Wait \d+ second/);
    await userEvent.keyboard('{Enter}');
    expect(sent('stepUp')).toHaveLength(2);
    passSeconds(20);
    await expect.poll(() => screen.queryByText(/Wait \d/)).toBeNull();
    expect((await code()).value).toBe(right);
    await press(stepUp.confirm);
    await seeDone();
  });

  test.each(['unavailable', 'offline'] as const)('%s keeps what was typed', async (error) => {
    const { backend, failNext } = await ask();
    failNext('stepUp', new AccountError(error));
    await enter(await backend.totpCode('ada'));
    await hear('alert', errors[error]);
    await press(stepUp.confirm);
    await seeDone();
  });

  test('once too many were wrong in a row, a new password is the way out', async () => {
    const { backend } = await ask({ settings: { limits: { proofsInARow: 1 } } });
    expect(screen.queryByRole('button', { name: text.forgotten })).toBeNull();
    await enter('000000');
    await expect.poll(async () => descriptionOf(await code())).toContain(fields.wrong_code);
    await enter(await backend.totpCode('ada'));
    await hear('alert', errors.password_locked);
    await press(text.forgotten);
    await hear('status', /We mailed a link to ada@example.com/);
    const mail = backend.mailbox.findNewest('ada@example.com');
    expect(mail?.text).toContain('https://app.example/password/reset#token=');
  });

  test('given up, it leaves the form as it was', async () => {
    const { sent } = await ask();
    await userEvent.fill(await code(), '123456');
    await userEvent.keyboard('{Escape}');
    await hear('status', words.interrupted);
    expect((await field(emailChange.newEmail)).value).toBe(fresh);
    expect(sent('requestEmailChange')).toHaveLength(1);
    await press(emailChange.send);
    expect((await code()).value).toBe('');
  });
});

describe('another way', () => {
  test('is a press away: the list has all but the one that is shown, and closes with the choice', async () => {
    await ask();
    const list = within(await prompt());
    expect(list.queryByRole('list')).toBeNull();
    await press(text.another);
    const names = list.getAllByRole('listitem').map((item) => item.textContent);
    expect(names).toEqual([text.recovery_code + text.recovery_codeNeeds]);
    await press(new RegExp(`^${text.recovery_code}`));
    await expect.poll(focused).toBe(await code(text.recoveryCode));
    expect(list.queryByRole('list')).toBeNull();
  });

  test('a recovery code proves it, however it is typed, and is used up', async () => {
    const { backend, sent } = await ask();
    await choose('recovery_code');
    const input = await code(text.recoveryCode);
    expect(input.autocomplete).toBe('off');
    expect(input.inputMode).toBe('text');
    const [first = ''] = memoryRecoveryCodes;
    await enter(first.toLowerCase().replace('-', ' '), text.recoveryCode);
    await seeDone();
    expect(sent('requestEmailChange')).toHaveLength(2);
    const { account } = await backend.getAccount();
    expect(account.twoFactor.recoveryCodesLeft).toBe(memoryRecoveryCodes.length - 1);
  });

  test('leads back, without what was typed or refused before', async () => {
    const { backend } = await ask();
    await enter('000000');
    await expect.poll(async () => descriptionOf(await code())).toContain(fields.wrong_code);
    await choose('recovery_code');
    await enter('not a code', text.recoveryCode);
    await expect
      .poll(async () => descriptionOf(await code(text.recoveryCode)))
      .toContain(fields.malformed);
    await choose('totp');
    const input = await code();
    await expect.poll(focused).toBe(input);
    expect(input.value).toBe('');
    expect(input.getAttribute('aria-invalid')).toBeNull();
    await enter(await backend.totpCode('ada'));
    await seeDone();
  });

  test('a single one is shown by itself, without a list', async () => {
    await ask({ people: [{ ...ada, recoveryCodes: [] }] });
    await code();
    expect(screen.queryByRole('button', { name: text.another })).toBeNull();
    expect(screen.queryByRole('button', { name: text.forgotten })).toBeNull();
  });

  test('the keyboard alone opens the list, takes a way and comes back to the field', async () => {
    await ask();
    await expect.poll(focused).toBe(await code());
    await userEvent.keyboard('{Tab}{Tab}{Tab}');
    expect(focused()?.textContent).toBe(text.another);
    expect(focused()?.getAttribute('aria-expanded')).toBe('false');
    await userEvent.keyboard('{Enter}');
    expect(focused()?.getAttribute('aria-expanded')).toBe('true');
    await userEvent.keyboard('{Tab}{Enter}');
    await expect.poll(focused).toBe(await code(text.recoveryCode));
  });
});

describe('a forgotten password', () => {
  test('is mailed a link for, and the prompt stays as it is', async () => {
    const { backend, sent } = await ask({ people: [unguarded] });
    const input = await field(stepUp.password);
    await userEvent.fill(input, 'half a passw');
    await press(text.forgotten);
    await hear('status', /We mailed a link to ada@example.com/);
    expect(input.value).toBe('half a passw');
    expect(sent('requestPasswordReset')).toEqual([{ email: 'ada@example.com' }]);
    expect(backend.mailbox.list()).toHaveLength(1);
  });

  test('that cannot be mailed now says so', async () => {
    const { failNext } = showPage(<DeleteAccount />);
    await userEvent.click(await screen.findByRole('checkbox'));
    await press(en.deleteAccount.remove);
    failNext('requestPasswordReset', new AccountError('offline'));
    await press(text.forgotten);
    await hear('alert', errors.offline);
  });

  test('is not offered where no mail goes out', async () => {
    showPage(<DeleteAccount />, { mail: false });
    await userEvent.click(await screen.findByRole('checkbox'));
    await press(en.deleteAccount.remove);
    await field(stepUp.password);
    expect(screen.queryByRole('button', { name: text.forgotten })).toBeNull();
  });
});
