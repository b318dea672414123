import { AccountError, PasswordChange } from 'selvedge';
import { en } from 'selvedge/locales/en';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  button,
  cleanup,
  descriptionOf,
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
} from './account-page.tsx';

afterEach(cleanup);

const { passwordChange, errors, fields, account: words } = en;
const fresh = 'seven otters sing at dusk';

async function change(typed = fresh): Promise<HTMLInputElement> {
  const input = await fill(passwordChange.newPassword, typed);
  await press(passwordChange.change);
  return input;
}

describe('a new password', () => {
  test('takes two clicks, proves the old one in the prompt, and leaves an empty field', async () => {
    const onDone = vi.fn<() => void>();
    const { sent } = showPage(<PasswordChange onDone={onDone} />);
    let clicks = 0;
    document.addEventListener('click', () => (clicks += 1), { capture: true });
    const input = await change();
    await prompt();
    // A person types here; the prompt has the focus already.
    await userEvent.keyboard(password);
    await userEvent.click(await button(en.stepUp.confirm));
    await hear('status', passwordChange.changed);
    expect(clicks).toBe(2);
    expect(input.value).toBe('');
    expect(document.activeElement).toBe(await button(passwordChange.change));
    expect(sent('changePassword')).toEqual([{ newPassword: fresh }, { newPassword: fresh }]);
    expect(sent('stepUp')).toEqual([{ purpose: 'changePassword', password }]);
    expect(onDone).toHaveBeenCalledTimes(1);
  });

  test('ends every other session', async () => {
    const { elsewhere } = showPage(<PasswordChange />);
    const other = await elsewhere();
    await change();
    await prove();
    await hear('status', passwordChange.changed);
    await expect(other.getAccount()).rejects.toMatchObject({ code: 'session_ended' });
  });

  test('has its policy read before it is typed', async () => {
    showPage(<PasswordChange />, {
      settings: {
        passwordPolicy: {
          minLength: 12,
          characterTypes: { among: ['lower', 'upper', 'digit'], atLeast: 2 },
        },
      },
    });
    const input = await field(passwordChange.newPassword);
    expect(descriptionOf(input)).toBe(
      'At least 12 characters. A few words in a row do well. With at least 2 of these: lower-case letters, capital letters, and digits.',
    );
    expect(input.autocomplete).toBe('new-password');
    expect(input.getAttribute('passwordrules')).toContain('minlength: 12');
    expect(input.value).toBe('');
  });

  test.each([
    ['short', 'At least 15 characters.'],
    ['passwordpasswordpassword', fields.password_common],
    ['lovelace lovelace', fields.password_personal],
  ])('"%s" is refused before a proof is asked for, and stays in its field', async (typed, why) => {
    const { sent } = showPage(<PasswordChange />, {
      settings: { isPasswordCommon: async (it) => it === 'passwordpasswordpassword' },
    });
    const input = await change(typed);
    await expect.poll(() => descriptionOf(input)).toContain(why);
    await expect.poll(() => document.activeElement).toBe(input);
    expect(input.value).toBe(typed);
    expect(sent('stepUp')).toEqual([]);
  });

  test('a wrong proof is said in the prompt, which stays with the text selected', async () => {
    showPage(<PasswordChange />);
    const input = await change();
    await prove('not my password');
    const dialog = await prompt();
    const entered = await proof();
    await expect.poll(() => descriptionOf(entered)).toBe(fields.wrong_password);
    expect(document.activeElement).toBe(entered);
    expect(entered.selectionEnd).toBe('not my password'.length);
    expect(dialog.open).toBe(true);
    await prove();
    await hear('status', passwordChange.changed);
    expect(input.value).toBe('');
  });

  test('a cancelled prompt leaves it typed', async () => {
    const { sent } = showPage(<PasswordChange />);
    const input = await change();
    await prompt();
    await press(words.cancel);
    await hear('status', words.interrupted);
    expect(input.value).toBe(fresh);
    expect(document.activeElement).toBe(await button(passwordChange.change));
    expect(sent('changePassword')).toHaveLength(1);
  });

  test.each(['unavailable', 'offline', 'session_ended'] as const)(
    '%s after the proof leaves it typed',
    async (code) => {
      const { failNext, hold } = showPage(<PasswordChange />);
      const input = await change();
      await prompt();
      const release = hold('stepUp');
      await prove();
      failNext('changePassword', new AccountError(code));
      release();
      await hear('alert', new RegExp(errors[code]));
      expect(input.value).toBe(fresh);
      expect(document.activeElement).toBe(await button(passwordChange.change));
    },
  );

  test('a double click asks and changes once', async () => {
    const onDone = vi.fn<() => void>();
    const { sent } = showPage(<PasswordChange onDone={onDone} />);
    await fill(passwordChange.newPassword, fresh);
    await userEvent.dblClick(await button(passwordChange.change));
    await prove();
    await hear('status', passwordChange.changed);
    expect(sent('changePassword')).toHaveLength(2);
    expect(onDone).toHaveBeenCalledTimes(1);
  });

  test('can be seen while it is typed', async () => {
    showPage(<PasswordChange />);
    const input = await fill(passwordChange.newPassword, fresh);
    await press(words.showPassword);
    expect(input.type).toBe('text');
    expect(input.value).toBe(fresh);
  });
});

test('without a password the section says why there is nothing to change', async () => {
  showPage(<PasswordChange />, { people: [{ id: 'ada', email: 'ada@example.com' }] });
  await screen.findByText(passwordChange.noPassword);
  expect(screen.queryByRole('button')).toBeNull();
});
