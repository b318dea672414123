import {
  EmailChange,
  PasswordChange,
  PasswordForgotten,
  PasswordReset,
  ProfileForm,
  TwoFactor,
} from 'selvedge';
import { en, english } from 'selvedge/locales/en';
import { afterEach, describe, expect, test } from 'vitest';
import {
  button,
  cleanup,
  field,
  fill,
  hear,
  password,
  press,
  prompt,
  proof,
  prove,
  screen,
  showPage,
  userEvent,
} from '../react/account-page.tsx';

afterEach(() => {
  cleanup();
  history.replaceState(null, '', location.pathname);
});

const { profile, emailChange, passwordChange } = en;
const { twoFactor, passwordReset, stepUpMethods } = english;
const ada = { id: 'ada', email: 'ada@example.com', password };
const fresh = 'seven otters sing at dusk';

/** What a manager reads of a form: the purpose of each field, in order. */
const purposes = (form: HTMLFormElement | null): string[] =>
  [...(form?.elements ?? [])]
    .filter(
      (element) => element instanceof HTMLInputElement || element instanceof HTMLSelectElement,
    )
    .map((element) => element.autocomplete);

describe('every field says what it is for', () => {
  test('in the profile', async () => {
    showPage(<ProfileForm />);
    const { form } = await field(profile.name);
    expect(purposes(form)).toEqual([
      'name',
      'given-name',
      'family-name',
      'username',
      'nickname',
      'language',
    ]);
  });

  test('in the change of the address, and where a password was forgotten', async () => {
    showPage(<EmailChange />);
    expect(purposes((await field(emailChange.newEmail)).form)).toEqual(['email']);
    cleanup();
    showPage(<PasswordForgotten />);
    await button(passwordReset.send);
    expect(purposes(document.querySelector('form'))).toEqual(['username']);
  });

  test('in the set-up of an app, and in the prompt for its code', async () => {
    const { backend } = showPage(<TwoFactor />, { people: [ada] });
    await press(twoFactor.setUp);
    await prove();
    const input = await field(twoFactor.code);
    expect(purposes(input.form)).toEqual(['one-time-code']);
    await fill(twoFactor.code, await backend.totpCode('ada'));
    await press(twoFactor.enable);
    await press(twoFactor.done);
    await press(twoFactor.makeNew);
    expect(purposes((await field(stepUpMethods.code)).form)).toEqual(['one-time-code']);
  });
});

describe('a form with a password', () => {
  test('names its account first: the change, and the prompt', async () => {
    showPage(<PasswordChange />);
    const input = await fill(passwordChange.newPassword, fresh);
    expect(purposes(input.form)).toEqual(['username', 'new-password']);
    await press(passwordChange.change);
    const { form } = await proof();
    expect(purposes(form)).toEqual(['username', 'current-password']);
    for (const one of [form, input.form]) {
      const name = one?.querySelector<HTMLInputElement>('[autocomplete=username]');
      expect(name?.value).toBe('ada@example.com');
      // There for programs: neither a stop of the keyboard nor something to hear, but not `display: none` either.
      expect([name?.tabIndex, name?.ariaHidden, name?.checkVisibility()]).toEqual([
        -1,
        'true',
        true,
      ]);
    }
  });

  test('behind a mailed link knows no account, and asks for a new password alone', async () => {
    location.hash = 'token=abc';
    showPage(<PasswordReset />);
    const { form } = await field(passwordReset.newPassword);
    expect(purposes(form)).toEqual(['new-password']);
  });

  test('takes a paste', async () => {
    showPage(<PasswordChange />);
    const input = await field(passwordChange.newPassword);
    input.focus();
    const data = new DataTransfer();
    data.setData('text/plain', fresh);
    const pasted = new ClipboardEvent('paste', {
      clipboardData: data,
      bubbles: true,
      cancelable: true,
    });
    expect(input.dispatchEvent(pasted)).toBe(true);
  });

  test('is gone after the success, with every password in it', async () => {
    showPage(<PasswordChange />);
    const input = await fill(passwordChange.newPassword, fresh);
    await press(passwordChange.change);
    const { form } = await proof();
    await prove();
    await hear('status', passwordChange.changed);
    expect(form?.isConnected).toBe(false);
    // The status of the change stands in its form: managers take the clearing of a field for the success.
    expect(input.value).toBe('');
    const left = [...document.querySelectorAll<HTMLInputElement>('input')].map(
      ({ value }) => value,
    );
    expect(left.filter((value) => value === password || value === fresh)).toEqual([]);
  });

  test('stays with what was typed when it was refused', async () => {
    showPage(<PasswordChange />);
    await fill(passwordChange.newPassword, fresh);
    await press(passwordChange.change);
    await prove('wrong');
    await screen.findByText(en.fields.wrong_password);
    expect((await proof()).value).toBe('wrong');
    expect((await prompt()).isConnected).toBe(true);
    await userEvent.keyboard('{Escape}');
    expect((await field(passwordChange.newPassword)).value).toBe(fresh);
  });
});

describe('what a manager makes is accepted', () => {
  test.each([
    ['by length', {}, 'minlength: 15; maxlength: 256;'],
    ['a short one', { minLength: 8, maxLength: 64 }, 'minlength: 8; maxlength: 64;'],
    [
      'by kinds',
      {
        minLength: 10,
        characterTypes: { among: ['lower', 'upper', 'digit'], atLeast: 2 },
      },
      'minlength: 10; maxlength: 256; required: lower; required: upper; required: digit;',
    ],
  ])('%s', async (_, passwordPolicy, rules) => {
    const { backend } = showPage(<PasswordChange />, { settings: { passwordPolicy } });
    const input = await field(passwordChange.newPassword);
    await button(passwordChange.change);
    expect(input.getAttribute('passwordrules')).toBe(rules);
    const { account } = await backend.getAccount();
    expect(rules).toContain(`minlength: ${account.password.policy.minLength};`);
  });
});
