import { QueryClient } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import axe from 'axe-core';
import { AccountError, AccountProvider, PasswordChange, accountQueryKey } from 'selvedge';
import { en, english } from 'selvedge/locales/en';
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
  within,
} from './account-page.tsx';

afterEach(cleanup);

const { passwordChange, errors, fields, locks, account: words } = en;
const rules = english.passwordRules;
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

describe('without a password', () => {
  const people = [{ id: 'ada', email: 'ada@example.com' }];

  test('the first one is set as any other is changed', async () => {
    showPage(<PasswordChange />, { people });
    await fill(passwordChange.newPassword, fresh);
    await press(passwordChange.set);
    // Whoever has just signed in need not do it again.
    await press(english.stepUpMethods.signedIn);
    await hear('status', passwordChange.changed);
    await button(passwordChange.change);
  });

  test('the section says why where none is kept here', async () => {
    showPage(<PasswordChange />, { people, ownSessions: false });
    await screen.findByText(locks.handled_elsewhere);
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('the section says what another backend says of it', async () => {
    const { backend } = showPage(<PasswordChange />, { signedIn: null });
    cleanup();
    await backend.signIn('ada');
    const { account } = await backend.getAccount();
    const none = { allowed: false, reason: 'no_password', stepUp: true } as const;
    const client = new QueryClient();
    client.setQueryData(accountQueryKey, {
      ...account,
      abilities: { ...account.abilities, changePassword: none },
    });
    render(
      <AccountProvider backend={backend} words={en} queryClient={client}>
        <PasswordChange />
      </AccountProvider>,
    );
    await screen.findByText(passwordChange.noPassword);
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('what is asked of a new password', () => {
  const policy = {
    minLength: 12,
    characterTypes: { among: ['lower', 'upper', 'digit'], atLeast: 2 },
    maxIdenticalInRow: 2,
  };
  const list = (): Promise<HTMLElement> => screen.findByRole('list', { name: rules.title });
  const items = async (): Promise<(string | null)[]> =>
    within(await list())
      .getAllByRole('listitem')
      .map((it) => it.textContent);

  test('is ticked off while it is typed', async () => {
    showPage(<PasswordChange />, { settings: { passwordPolicy: policy } });
    const input = await field(passwordChange.newPassword);
    expect(screen.queryByRole('list')).toBeNull();
    await userEvent.click(input);
    await expect
      .poll(items)
      .toEqual([
        'Still open: At least 12 characters',
        'Still open: At least 2 of: lower-case letters, capital letters, and digits',
        'Still open: No character more than 2 times in a row',
        'Still open: Not your name or address',
      ]);
    await userEvent.keyboard('Otters777');
    await expect
      .poll(items)
      .toEqual([
        'Still open: At least 12 characters',
        'Done: At least 2 of: lower-case letters, capital letters, and digits',
        'Still open: No character more than 2 times in a row',
        'Done: Not your name or address',
      ]);
    await userEvent.fill(input, 'Otters 77 at dusk');
    await expect
      .poll(async () => (await items()).every((it) => it?.startsWith('Done:')))
      .toBe(true);
    expect(document.activeElement).toBe(input);
  });

  test('is read out when the typing pauses, and not at every key', async () => {
    showPage(<PasswordChange />);
    await userEvent.click(await field(passwordChange.newPassword));
    const shown = await list();
    const said: string[] = [];
    const watch = new MutationObserver(() => {
      const regions = [...document.querySelectorAll('[role=status]')];
      said.push(regions.map((it) => it.textContent).join(''));
    });
    watch.observe(shown.parentElement ?? shown, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    await userEvent.keyboard('seven');
    await hear('status', 'Still open: At least 15 characters');
    await userEvent.keyboard(' otters sing at dusk');
    await hear('status', rules.allMet);
    watch.disconnect();
    const spoken = said.filter((it, index) => it !== '' && it !== said[index - 1]);
    expect(spoken.length).toBeLessThan(6);
  });

  test.each([
    ['aaaaaaaaaaaaaaaaaaaa', rules.easy],
    ['seven otters sing at dusk', rules.hard],
  ])('once it is met, tells how hard "%s" is to guess', async (typed, level) => {
    showPage(<PasswordChange />);
    await userEvent.click(await field(passwordChange.newPassword));
    await list();
    await userEvent.keyboard(typed);
    await hear('status', level);
    await userEvent.keyboard('{Backspace}'.repeat(12));
    await expect.poll(() => screen.queryByText(level)).toBeNull();
  });

  test('goes with the password when it is changed, which is then nowhere', async () => {
    showPage(<PasswordChange />);
    const input = await field(passwordChange.newPassword);
    await userEvent.click(input);
    await list();
    await change();
    await prove();
    await hear('status', passwordChange.changed);
    expect(screen.queryByRole('list')).toBeNull();
    await userEvent.click(input);
    expect(await items()).toContain('Still open: At least 15 characters');
  });

  test('has nothing axe would object to', async () => {
    showPage(<PasswordChange />);
    await userEvent.click(await field(passwordChange.newPassword));
    await userEvent.keyboard(fresh);
    await screen.findByText(rules.hard);
    const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
    expect(violations).toEqual([]);
  });
});
