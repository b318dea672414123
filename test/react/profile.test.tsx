import { AccountError, ProfileForm } from 'selvedge';
import { en } from 'selvedge/locales/en';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  button,
  cleanup,
  comeBack,
  descriptionOf,
  field,
  fill,
  hear,
  press,
  screen,
  showPage,
  userEvent,
  passSeconds,
} from './account-page.tsx';

afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

const { profile, errors, fields, locks } = en;

describe('saving the profile', () => {
  test('sends the edited fields alone, with the version they were made from, and says so', async () => {
    const { calls, backend } = showPage(<ProfileForm />);
    await fill(profile.nickname, 'Countess');
    await press(profile.save);
    await hear('status', profile.saved);
    const saves = calls.filter(({ name }) => name === 'updateProfile');
    expect(saves).toEqual([
      { name: 'updateProfile', input: { nickname: 'Countess' }, version: expect.any(Number) },
    ]);
    const { account } = await backend.getAccount();
    expect(account.profile.nickname.value).toBe('Countess');
    expect(account.version).toBe((saves[0]?.version ?? 0) + 1);
  });

  test('clears a field that was emptied', async () => {
    const { sent } = showPage(<ProfileForm />);
    await fill(profile.givenName, '');
    await press(profile.save);
    await hear('status', profile.saved);
    expect(sent('updateProfile')).toEqual([{ givenName: null }]);
  });

  test('sends nothing when nothing was edited', async () => {
    const { sent } = showPage(<ProfileForm />);
    await press(profile.save);
    await hear('status', profile.unchanged);
    expect(sent('updateProfile')).toEqual([]);
  });

  test('shows what the server made of it', async () => {
    showPage(<ProfileForm />);
    const input = await fill(profile.username, 'Countess');
    await press(profile.save);
    await hear('status', profile.saved);
    expect(input.value).toBe('countess');
  });

  test('says nothing of "saved" any more once somebody types on', async () => {
    showPage(<ProfileForm />);
    const input = await fill(profile.nickname, 'Countess');
    await press(profile.save);
    await hear('status', profile.saved);
    await userEvent.type(input, '!');
    await expect.poll(() => screen.getByRole('status').textContent).toBe('');
  });

  test('asks onBefore with what would be sent, and sends nothing when it says no', async () => {
    const onBefore = vi.fn<(input: object) => boolean>(() => false);
    const onDone = vi.fn<() => void>();
    const { sent } = showPage(<ProfileForm onBefore={onBefore} onDone={onDone} />);
    const input = await fill(profile.nickname, 'Countess');
    await press(profile.save);
    await expect.poll(() => onBefore.mock.calls).toEqual([[{ nickname: 'Countess' }]]);
    expect(sent('updateProfile')).toEqual([]);
    expect(input.value).toBe('Countess');
    expect(onDone).not.toHaveBeenCalled();
  });
});

describe('impatience', () => {
  test('a double click sends one request and reports one success', async () => {
    const onDone = vi.fn<() => void>();
    const { sent } = showPage(<ProfileForm onDone={onDone} />);
    await fill(profile.nickname, 'Countess');
    await userEvent.dblClick(await button(profile.save));
    await hear('status', profile.saved);
    expect(sent('updateProfile')).toHaveLength(1);
    expect(onDone).toHaveBeenCalledTimes(1);
  });

  test('twenty Enters send one request', async () => {
    const { sent, hold } = showPage(<ProfileForm />);
    const release = hold('updateProfile');
    await userEvent.click(await fill(profile.nickname, 'Countess'));
    await userEvent.keyboard('{Enter>20/}');
    release();
    await hear('status', profile.saved);
    expect(sent('updateProfile')).toHaveLength(1);
  });

  test('twenty submits within one task send one request', async () => {
    const { sent } = showPage(<ProfileForm />);
    const input = await fill(profile.nickname, 'Countess');
    for (let time = 0; time < 20; time++) input.form?.requestSubmit();
    await hear('status', profile.saved);
    expect(sent('updateProfile')).toHaveLength(1);
  });

  test('what is typed while a save is under way stays, and goes with the next save', async () => {
    const { sent, hold } = showPage(<ProfileForm />);
    const release = hold('updateProfile');
    const input = await fill(profile.nickname, 'Countess');
    await press(profile.save);
    await fill(profile.nickname, 'Countess of Lovelace');
    await fill(profile.givenName, 'Augusta');
    release();
    await hear('status', profile.saved);
    expect(input.value).toBe('Countess of Lovelace');
    await press(profile.save);
    await expect
      .poll(() => sent('updateProfile'))
      .toEqual([
        { nickname: 'Countess' },
        { nickname: 'Countess of Lovelace', givenName: 'Augusta' },
      ]);
  });
});

describe('a failed save', () => {
  test.each([
    ['unavailable', errors.unavailable],
    ['offline', errors.offline],
    ['unexpected', errors.unexpected],
    ['session_ended', errors.session_ended],
    ['not_signed_in', errors.not_signed_in],
    ['account_switched', errors.account_switched],
    ['cross_site', errors.cross_site],
  ] as const)('%s is read out, loses nothing and can be tried again', async (code, sentence) => {
    const { sent, failNext } = showPage(<ProfileForm />);
    const input = await fill(profile.nickname, 'Countess');
    failNext('updateProfile', new AccountError(code));
    await press(profile.save);
    await hear('alert', new RegExp(sentence));
    expect(input.isConnected && input.value).toBe('Countess');
    expect(document.activeElement).toBe(await button(profile.save));
    expect(sent('getAccount').length).toBeLessThanOrEqual(2);
    await press(profile.save);
    await hear('status', profile.saved);
    await hear('alert', '');
    expect(sent('updateProfile')).toEqual([{ nickname: 'Countess' }, { nickname: 'Countess' }]);
  });

  test('a username that is taken is said at its field, which has the focus and keeps its text', async () => {
    showPage(<ProfileForm />);
    const input = await fill(profile.username, 'grace');
    await press(profile.save);
    await expect.poll(() => document.activeElement).toBe(input);
    expect(descriptionOf(input)).toBe(fields.taken);
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(input.value).toBe('grace');
    expect(screen.getByRole('alert').textContent).toBe('');
  });

  test('what the server said of a value stays while the field is only left, and goes when it is changed', async () => {
    showPage(<ProfileForm />);
    const input = await fill(profile.username, 'grace');
    await press(profile.save);
    await expect.poll(() => descriptionOf(input)).toBe(fields.taken);
    await userEvent.tab();
    expect(descriptionOf(input)).toBe(fields.taken);
    await userEvent.type(input, '2');
    await expect.poll(() => descriptionOf(input)).toBe('');
  });

  test('the first bad field gets the focus before anything is sent', async () => {
    const { sent } = showPage(<ProfileForm />);
    await fill(profile.nickname, 'n'.repeat(301));
    const first = await fill(profile.username, 'not allowed!');
    await press(profile.save);
    await expect.poll(() => document.activeElement).toBe(first);
    await expect.poll(() => descriptionOf(first)).toBe(profile.usernameForm);
    expect(descriptionOf(await field(profile.nickname))).toBe('At most 300 characters.');
    expect(sent('updateProfile')).toEqual([]);
  });

  test('a limit counts down, swallows presses meanwhile, and opens again', async () => {
    const { sent, failNext } = showPage(<ProfileForm />);
    const input = await fill(profile.nickname, 'Countess');
    failNext('updateProfile', new AccountError('rate_limited', { retryAfterSeconds: 47 }));
    await press(profile.save);
    await hear('alert', /Wait \d+ seconds/);
    const save = await button(profile.save);
    expect(save.getAttribute('aria-disabled')).toBe('true');
    await userEvent.click(input);
    await userEvent.keyboard('{Enter}');
    expect(sent('updateProfile')).toHaveLength(1);
    passSeconds(47);
    await expect.poll(() => save.getAttribute('aria-disabled')).toBe(null);
    await press(profile.save);
    await hear('status', profile.saved);
  });
});

describe('somebody else saved first', () => {
  test('fields that were not edited take theirs, and the edit is sent once more', async () => {
    const { calls, elsewhere } = showPage(<ProfileForm />);
    const input = await fill(profile.nickname, 'Countess');
    await (await elsewhere()).updateProfile({ familyName: 'King' });
    await press(profile.save);
    await hear('status', profile.saved);
    expect((await field(profile.familyName)).value).toBe('King');
    expect(input.value).toBe('Countess');
    const saves = calls.filter(({ name }) => name === 'updateProfile');
    expect(saves.map((save) => save.input)).toEqual([
      { nickname: 'Countess' },
      { nickname: 'Countess' },
    ]);
    expect(saves[1]?.version).toBe((saves[0]?.version ?? 0) + 1);
  });

  async function clash(): Promise<ReturnType<typeof showPage>> {
    const page = showPage(<ProfileForm />);
    await fill(profile.nickname, 'Countess');
    await fill(profile.givenName, 'Augusta');
    await (await page.elsewhere()).updateProfile({ nickname: 'Lady' });
    await press(profile.save);
    await hear('status', profile.chooseFirst);
    return page;
  }

  test('a field changed on both sides is asked about, with the focus on it, and mine may win', async () => {
    const { sent, backend } = await clash();
    const input = await field(profile.nickname);
    await expect.poll(() => document.activeElement).toBe(input);
    expect(input.value).toBe('Countess');
    expect(descriptionOf(input)).toBe('Changed elsewhere to “Lady”.');
    // Saving before choosing leads to the question.
    await press(profile.save);
    expect(document.activeElement).toBe(input);
    expect(sent('updateProfile')).toHaveLength(1);

    await press(profile.keepMine);
    expect(document.activeElement).toBe(input);
    await press(profile.save);
    await hear('status', profile.saved);
    const { account } = await backend.getAccount();
    expect(account.profile.nickname.value).toBe('Countess');
    expect(account.profile.givenName.value).toBe('Augusta');
  });

  test('or theirs, and the other edits are still sent', async () => {
    const { sent } = await clash();
    await press(profile.useTheirs);
    const input = await field(profile.nickname);
    expect(input.value).toBe('Lady');
    expect(document.activeElement).toBe(input);
    await press(profile.save);
    await hear('status', profile.saved);
    expect(sent('updateProfile').at(-1)).toEqual({ givenName: 'Augusta' });
  });

  test('a newer account that comes with a fetch is asked about, too, before it would be overwritten', async () => {
    const { elsewhere, sent } = showPage(<ProfileForm />, { strict: false });
    const input = await fill(profile.nickname, 'Countess');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
    await (await elsewhere()).updateProfile({ nickname: 'Lady', familyName: 'King' });
    comeBack();
    await hear('status', profile.chooseFirst);
    expect(input.value).toBe('Countess');
    expect((await field(profile.familyName)).value).toBe('King');
    expect(sent('updateProfile')).toEqual([]);
  });
});

describe('the fields', () => {
  test('that somebody else owns are shown with the reason and are not sent', async () => {
    const person = {
      id: 'ada',
      email: 'ada@example.com',
      name: 'Ada',
      identities: [{ provider: 'google', label: 'Google', owns: ['name' as const] }],
    };
    const settings = { lockedFields: ['language' as const] };
    const { sent } = showPage(<ProfileForm />, { people: [person], settings });
    const name = await field(profile.name);
    expect(name.readOnly).toBe(true);
    expect(descriptionOf(name)).toBe(locks.owned_by_provider.replace('{owner}', 'Google'));
    const language = await field(profile.language);
    expect(language.disabled).toBe(true);
    expect(descriptionOf(language)).toBe(locks.locked_by_application);
    await fill(profile.nickname, 'Countess');
    await press(profile.save);
    await hear('status', profile.saved);
    expect(sent('updateProfile')).toEqual([{ nickname: 'Countess' }]);
  });

  test('can be fewer', async () => {
    showPage(<ProfileForm fields={['nickname', 'language']} languages={['de', 'en']} />);
    await field(profile.nickname);
    expect(screen.getAllByRole('textbox')).toHaveLength(1);
    await screen.findByRole('option', { name: 'Deutsch' });
    const options = screen.getAllByRole('option').map((option) => option.textContent);
    expect(options).toEqual([profile.noLanguage, 'Deutsch', 'English']);
  });

  test('save a language', async () => {
    const { sent } = showPage(<ProfileForm />);
    await userEvent.selectOptions(await field(profile.language), 'pt-BR');
    await press(profile.save);
    await hear('status', profile.saved);
    expect(sent('updateProfile')).toEqual([{ language: 'pt-BR' }]);
  });
});
