import axe from 'axe-core';
import { AccountError, PasswordChange, ProfileForm, Sessions } from 'selvedge';
import { en } from 'selvedge/locales/en';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { sessions as text } from '../../src/words/interface/en/sessions.ts';
import {
  button,
  cleanup,
  comeBack,
  fill,
  hear,
  password,
  press,
  prove,
  screen,
  showPage,
  userEvent,
  within,
} from './account-page.tsx';

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const { account: words, errors, profile, passwordChange } = en;
const phone = { browser: 'Safari', system: 'iOS', place: 'Graz, Austria' };
const yesterday = new Date(Date.now() - 86_400_000).toISOString();
const ada = {
  id: 'ada',
  email: 'ada@example.com',
  password,
  sessions: [{ from: phone, signedInAt: yesterday }, { from: { browser: 'Chrome' } }, {}],
};
const grace = {
  id: 'grace',
  email: 'grace@example.com',
  sessions: [{ from: { browser: 'Opera', system: 'Linux', place: 'New York, USA' } }],
};
const people = [ada, grace];

const names = (): (string | null)[] =>
  [...group().querySelectorAll('.selvedge-row-title')].map((it) => it.textContent);
const loaded = (): Promise<HTMLElement> => screen.findByText(text.current);
const group = (): HTMLElement => screen.getByRole('group', { name: text.title });

/** As if somebody came back after a while, when what is shown is no longer fresh. */
function comeBackLater(): void {
  vi.setSystemTime(Date.now() + 60_000);
  comeBack();
}

describe('the list of sessions', () => {
  test('names each by browser and system, with place and last use, the present one first and marked', async () => {
    showPage(<Sessions />, { people });
    await loaded();
    const [first, ...others] = names();
    expect(first).toBe('Firefox on macOS');
    expect(others).toEqual(
      expect.arrayContaining(['Safari on iOS', 'Chrome', text.unknownBrowser]),
    );
    const rows = group().querySelectorAll<HTMLElement>('li');
    const [present] = rows;
    expect(present?.textContent).toContain(text.current);
    expect(present?.querySelector('button')).toBeNull();
    const safari = [...rows].find((row) => row.textContent?.includes('Safari'));
    expect(safari?.textContent).toMatch(/Graz, Austria · Active \w+ \d+, \d{4}/);
    // A computer, a phone and what nobody knows look different, and are not read out: the words say it.
    const drawn = [...rows].map((row) => row.querySelector('svg[aria-hidden=true] path'));
    expect(drawn).not.toContain(null);
    expect(new Set(drawn.map((path) => path?.getAttribute('d'))).size).toBe(3);
  });

  test('ends one, says so, and keeps the focus in the list', async () => {
    const onDone = vi.fn<() => void>();
    const { elsewhere, sent } = showPage(<Sessions onDone={onDone} />, { people: [grace, ada] });
    const other = await elsewhere('grace');
    comeBackLater();
    await expect.poll(() => screen.queryAllByText('Firefox on macOS')).toHaveLength(2);
    (await button(format('Firefox on macOS'))).focus();
    await userEvent.keyboard('{Enter}');
    await hear('status', text.ended);
    await expect.poll(() => screen.queryAllByText('Firefox on macOS')).toHaveLength(1);
    expect(document.activeElement).toBe(group());
    expect(sent('endSession')).toHaveLength(1);
    expect(onDone).toHaveBeenCalledTimes(1);
    await expect(other.getAccount()).rejects.toMatchObject({ code: 'session_ended' });
  });

  test('ends all others at once, and then says that there is only this one', async () => {
    const { backend, elsewhere } = showPage(<Sessions />, { people });
    const other = await elsewhere();
    await press(text.endOthers);
    await hear('status', text.othersEnded);
    await screen.findByText(text.onlyHere);
    expect(names()).toEqual(['Firefox on macOS']);
    expect(screen.queryByRole('button')).toBeNull();
    expect(document.activeElement).toBe(group());
    await expect(other.getAccount()).rejects.toMatchObject({ code: 'session_ended' });
    await backend.getAccount();
  });

  test('is one sentence where there is no other', async () => {
    showPage(<Sessions />);
    await screen.findByText(text.onlyHere);
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('ends one at a time: what is pressed meanwhile waits for the next press', async () => {
    const { hold, sent } = showPage(<Sessions />, { people });
    await loaded();
    const release = hold('endSession');
    await press('Sign out Safari on iOS');
    // A person's press; what waits for actionable controls would wait here.
    (await button('Sign out Chrome')).click();
    (await button(text.endOthers)).click();
    release();
    await hear('status', text.ended);
    expect(sent('endSession')).toHaveLength(1);
    expect(sent('endOtherSessions')).toHaveLength(0);
    await expect.poll(names).toHaveLength(3);
    await press('Sign out Chrome');
    await expect.poll(names).toHaveLength(2);
  });

  test('that cannot be fetched says why, and can be tried again without losing the focus', async () => {
    let fails = true;
    showPage(<Sessions />, {
      people,
      fail: (name) => (fails && name === 'listSessions' ? new AccountError('unavailable') : null),
    });
    await hear('alert', new RegExp(errors.unavailable));
    await press(words.tryAgain);
    await hear('alert', new RegExp(errors.unavailable));
    expect(document.activeElement).not.toBe(document.body);
    fails = false;
    await press(words.tryAgain);
    await loaded();
    expect(document.activeElement).toBe(group());
    await hear('alert', '');
  });

  test('is still there when one could not be ended, and says why', async () => {
    const { failNext } = showPage(<Sessions />, { people });
    await loaded();
    failNext('endSession', new AccountError('offline'));
    await press('Sign out Chrome');
    await hear('alert', errors.offline);
    expect(names()).toHaveLength(4);
    expect(document.activeElement).toBe(await button('Sign out Chrome'));
    await press('Sign out Chrome');
    await hear('status', text.ended);
    await hear('alert', '');
  });

  test('arrives also when something else is saved meanwhile', async () => {
    const { hold } = showPage(
      <>
        <ProfileForm />
        <Sessions />
      </>,
      { people },
    );
    const release = hold('listSessions');
    await fill(profile.nickname, 'Countess');
    await press(profile.save);
    await hear('status', profile.saved);
    release();
    await loaded();
  });

  test('is fetched anew when a new password has ended the others', async () => {
    showPage(
      <>
        <PasswordChange />
        <Sessions />
      </>,
      { people },
    );
    await loaded();
    await fill(passwordChange.newPassword, 'seven otters sing at dusk');
    await press(passwordChange.change);
    await prove();
    await screen.findByText(text.onlyHere);
  });

  test('of one person is never shown to another', async () => {
    const { backend } = showPage(<Sessions />, { people });
    await loaded();
    await backend.signIn('grace');
    comeBackLater();
    await screen.findByText('Opera on Linux');
    expect(document.body.textContent).not.toContain('Graz');
    await backend.signIn('ada');
    comeBackLater();
    await screen.findByText(/Graz/);
    expect(document.body.textContent).not.toContain('New York');
  });

  test('is not offered where a host has sessions of its own', async () => {
    showPage(<Sessions />, { ownSessions: false });
    await screen.findByText(en.locks.handled_elsewhere);
    expect(screen.queryByRole('group', { name: text.title })).toBeNull();
  });

  test('is walked by keyboard in the order in which it is read, and axe has nothing against it', async () => {
    showPage(<Sessions />, { people });
    await loaded();
    const walked: (string | null | undefined)[] = [];
    for (let step = 0; step < 4; step += 1) {
      await userEvent.tab();
      const at = document.activeElement;
      walked.push(at?.getAttribute('aria-label') ?? at?.textContent);
    }
    const shown = within(group()).getAllByRole('button');
    expect(walked).toEqual(shown.map((it) => it.getAttribute('aria-label') ?? it.textContent));
    const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
    expect(violations).toEqual([]);
  });
});

function format(name: string): string {
  return text.endNamed.replace('{name}', name);
}
