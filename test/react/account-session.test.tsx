import { AccountError, AccountSettings, EmailChange, ProfileForm, useAccount } from 'selvedge';
import { en, english } from 'selvedge/locales/en';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  cleanup,
  comeBack,
  field,
  fill,
  hear,
  press,
  prove,
  screen,
  showPage,
  userEvent,
} from './account-page.tsx';

// What is older than ten seconds is asked for again when somebody comes back to the tab.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], shouldAdvanceTime: true }));
afterEach(() => {
  vi.useRealTimers();
  cleanup();
});
async function comeBackLater(): Promise<void> {
  vi.setSystemTime(Date.now() + 30_000);
  comeBack();
}

const { profile, account: words, errors } = en;

/** What a host does after it has signed somebody out. */
function SignOut(): ReactElement {
  const { forget } = useAccount();
  return (
    <button type="button" onClick={forget}>
      Sign out
    </button>
  );
}

describe('before there is an account', () => {
  test('a section is busy, and then it is not', async () => {
    showPage(<ProfileForm />);
    const section = screen.getByRole('region', { name: profile.title });
    expect(section.getAttribute('aria-busy')).toBe('true');
    await field(profile.name);
    expect(section.getAttribute('aria-busy')).toBe('false');
  });

  test('a failure is read out and can be tried again without losing the focus', async () => {
    let fails = true;
    const { sent } = showPage(<ProfileForm />, {
      fail: (name) => (fails && name === 'getAccount' ? new AccountError('unexpected') : null),
    });
    await hear('alert', new RegExp(words.loadFailed));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const before = sent('getAccount').length;
    expect(before).toBeLessThanOrEqual(2);
    await press(words.tryAgain);
    await hear('alert', new RegExp(words.loadFailed));
    expect(document.activeElement).not.toBe(document.body);
    fails = false;
    await press(words.tryAgain);
    await field(profile.name);
    expect(document.activeElement).not.toBe(document.body);
  });

  test('the whole page says it once', async () => {
    showPage(<AccountSettings />, {
      fail: (name) => (name === 'getAccount' ? new AccountError('offline') : null),
    });
    await expect
      .poll(() => screen.queryAllByText(errors.offline).filter((it) => it.checkVisibility()))
      .toHaveLength(1);
    expect(screen.getAllByRole('button', { name: words.tryAgain })).toHaveLength(1);
    // And leaves the room of the page to whatever the host has below.
    const root = document.querySelector('.selvedge-root');
    expect(root?.getBoundingClientRect().height).toBeLessThan(200);
  });

  test('the whole page comes without a word in the console', async () => {
    const complaints = vi.spyOn(console, 'error');
    showPage(<AccountSettings />);
    await screen.findByRole('button', { name: en.deleteAccount.remove });
    expect(complaints.mock.calls).toEqual([]);
    complaints.mockRestore();
  });

  test('nobody signed in is no failure', async () => {
    const { signedInAgain } = showPage(<ProfileForm />, { signedIn: null });
    await screen.findByText(words.signedOut);
    await press(words.signIn);
    expect(signedInAgain()).toBe(1);
  });
});

describe('a session that ends while somebody types', () => {
  test('hides the form and gives it back as it was after the next sign-in', async () => {
    const { backend } = showPage(<ProfileForm />);
    await fill(profile.nickname, 'Countess');
    await backend.signOut();
    await comeBackLater();
    await screen.findByText(words.signedOut);
    expect(screen.queryByRole('textbox')).toBeNull();
    await backend.signIn('ada');
    await comeBackLater();
    await expect.poll(() => screen.queryByText(words.signedOut)).toBeNull();
    expect(
      (await screen.findByRole<HTMLInputElement>('textbox', { name: profile.nickname })).value,
    ).toBe('Countess');
    await press(profile.save);
    await hear('status', profile.saved);
  });

  test('shows another person an empty form', async () => {
    const { backend } = showPage(<ProfileForm />);
    await fill(profile.nickname, 'Countess');
    await backend.signIn('grace');
    await comeBackLater();
    await expect.poll(async () => (await field(profile.username)).value).toBe('grace');
    expect((await field(profile.nickname)).value).toBe('');
    expect(document.body.innerHTML).not.toContain('Countess');
    expect(document.body.innerHTML).not.toContain('Lovelace');
  });

  test('is said at the form that failed, with the way back', async () => {
    const { backend, signedInAgain } = showPage(<ProfileForm />);
    const input = await fill(profile.nickname, 'Countess');
    await backend.signOut();
    await press(profile.save);
    await hear('alert', new RegExp(errors.not_signed_in));
    await press(words.signIn);
    expect(signedInAgain()).toBe(1);
    await backend.signIn('ada');
    await press(profile.save);
    await hear('status', profile.saved);
    expect(input.value).toBe('Countess');
  });
});

describe('a sign-out', () => {
  test('empties everything, what was typed included', async () => {
    const { backend } = showPage(
      <>
        <ProfileForm />
        <SignOut />
      </>,
    );
    await fill(profile.nickname, 'Countess');
    await backend.signOut();
    await press('Sign out');
    await screen.findByText(words.signedOut);
    expect(document.querySelector('input')).toBeNull();
    await backend.signIn('ada');
    await comeBackLater();
    expect((await field(profile.nickname)).value).toBe('');
  });

  test('empties the other tabs of the browser, too', async () => {
    const { backend } = showPage(<ProfileForm />);
    await field(profile.name);
    await backend.signOut();
    const otherTab = new BroadcastChannel('selvedge');
    otherTab.postMessage('signed-out');
    await screen.findByText(words.signedOut);
    expect(document.querySelector('input')).toBeNull();
    otherTab.close();
  });

  test('is told to the other tabs once, and not to itself', async () => {
    const heard: unknown[] = [];
    const otherTab = new BroadcastChannel('selvedge');
    otherTab.addEventListener('message', ({ data }) => heard.push(data));
    const { sent } = showPage(
      <>
        <ProfileForm />
        <SignOut />
      </>,
    );
    await field(profile.name);
    const before = sent('getAccount').length;
    await press('Sign out');
    await expect.poll(() => heard).toEqual(['signed-out']);
    expect(sent('getAccount')).toHaveLength(before);
    otherTab.close();
  });
});

describe('the whole page', () => {
  test('asks for the account once, and shows every section under its heading', async () => {
    const { sent } = showPage(<AccountSettings headingLevel={3} />, { strict: false });
    // Those about safety are fetched when the rest is there, and the last one comes with the list above it.
    await screen.findByRole('heading', { name: en.deleteAccount.title });
    const headings = screen.getAllByRole('heading', { level: 3 }).map((it) => it.textContent);
    expect(headings).toEqual([
      en.avatar.title,
      profile.title,
      en.emailChange.title,
      en.passwordChange.title,
      english.twoFactor.title,
      english.passkeys.title,
      english.sessions.title,
      english.identities.title,
      english.activity.title,
      en.deleteAccount.title,
    ]);
    expect(sent('getAccount')).toHaveLength(1);
  });

  test('shows in every section what one of them has changed', async () => {
    showPage(<AccountSettings />);
    await screen.findByText(en.emailChange.verified);
    await fill(profile.name, 'Augusta King');
    await press(profile.save);
    await hear('status', profile.saved);
    await expect.poll(() => document.querySelector('.selvedge-avatar')?.textContent).toBe('AK');
  });

  test('keeps what was typed in one section while another saves', async () => {
    showPage(<AccountSettings />);
    const address = await fill(en.emailChange.newEmail, 'lovelace@example.com');
    await fill(profile.nickname, 'Countess');
    await press(profile.save);
    await hear('status', profile.saved);
    expect(address.value).toBe('lovelace@example.com');
  });

  test('ends with one sentence when the account is deleted', async () => {
    const onDeleted = vi.fn<() => void>();
    showPage(<AccountSettings onDeleted={onDeleted} />);
    await userEvent.click(await screen.findByRole('checkbox'));
    await press(en.deleteAccount.remove);
    await prove();
    await screen.findAllByText(en.deleteAccount.removed);
    const shown = screen
      .getAllByText(en.deleteAccount.removed)
      .filter((it) => it.checkVisibility());
    expect(shown).toHaveLength(1);
    expect(document.activeElement?.contains(shown[0] ?? null)).toBe(true);
    expect(document.activeElement).not.toBe(document.body);
    expect(screen.queryByText(words.signedOut, { ignore: '[hidden] *' })).toBeNull();
    expect(onDeleted).toHaveBeenCalledTimes(1);
  });

  test('says that it may be out of date when newer data does not come, and keeps what is shown', async () => {
    let fails = false;
    showPage(<AccountSettings />, {
      fail: (name) => (fails && name === 'getAccount' ? new AccountError('offline') : null),
    });
    await fill(profile.nickname, 'Countess');
    fails = true;
    await comeBackLater();
    await hear('alert', new RegExp(words.stale));
    expect((await field(profile.nickname)).value).toBe('Countess');
    fails = false;
    await press(words.tryAgain);
    await expect.poll(() => screen.queryByText(words.stale)).toBeNull();
    expect(document.activeElement).not.toBe(document.body);
  });
});

test('a pending address is there again after a remount', async () => {
  function Host(): ReactElement {
    const [shown, show] = useState(true);
    return (
      <>
        <button type="button" onClick={() => show(!shown)}>
          Toggle
        </button>
        {shown && <EmailChange />}
      </>
    );
  }
  showPage(<Host />);
  await fill(en.emailChange.newEmail, 'lovelace@example.com');
  await press(en.emailChange.send);
  await prove();
  const pending = { name: /lovelace@example.com/ };
  await screen.findByRole('group', pending);
  await press('Toggle');
  await expect.poll(() => screen.queryByRole('group', pending)).toBeNull();
  await press('Toggle');
  await screen.findByRole('group', pending);
});
