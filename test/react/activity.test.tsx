import axe from 'axe-core';
import { AccountError, Activity } from 'selvedge';
import { en } from 'selvedge/locales/en';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { activity as text } from '../../src/words/interface/en/activity.ts';
import {
  button,
  cleanup,
  comeBack,
  hear,
  password,
  press,
  screen,
  showPage,
  userEvent,
  within,
} from './account-page.tsx';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const { account: words, errors } = en;
const thief = { browser: 'Chrome', system: 'Windows', place: 'Atlantis' };
const long = Array.from({ length: 45 }, (_, index) => ({
  event: 'profile_updated',
  at: new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString(),
}));
const ada = { id: 'ada', email: 'ada@example.com', password };
const robbed = {
  ...ada,
  createdAt: '2026-01-01T00:00:00.000Z',
  activity: [
    { event: 'from_the_future', at: '2026-02-02T10:00:00.000Z' },
    { event: 'password_changed', at: '2026-02-03T10:00:00.000Z', from: thief },
  ],
};
const grace = {
  id: 'grace',
  email: 'grace@example.com',
  activity: [{ event: 'passkey_added', at: '2026-02-03T10:00:00.000Z' }],
};
const terms = (): (string | null)[] =>
  [...group().querySelectorAll('.selvedge-row-title')].map((it) => it.textContent);
const notMe = text.notMeNamed.replace('{event}', text.events.password_changed);
const group = (): HTMLElement => screen.getByRole('group', { name: text.title });
const dialog = (): Promise<HTMLElement> => screen.findByRole('dialog', { name: text.reportTitle });

describe('the activity', () => {
  test('tells what happened, when and from where, newest first, and what this very session did', async () => {
    showPage(<Activity />, { people: [robbed] });
    await button(notMe);
    expect(terms()).toEqual([
      text.events.signed_in,
      text.events.password_changed,
      text.events.other,
      text.events.account_provisioned,
    ]);
    const [signIn, changed] = group().querySelectorAll('li');
    expect(signIn?.textContent).toContain(text.here);
    expect(signIn?.querySelector('button')).toBeNull();
    expect(changed?.textContent).toMatch(/Feb 3, 2026.* · Chrome on Windows · Atlantis/);
  });

  test('comes in pages; the focus stays where it was, also when there are no more', async () => {
    const { sent } = showPage(<Activity />, { people: [{ ...ada, activity: long }] });
    const more = await button(text.more);
    expect(terms()).toHaveLength(20);
    more.focus();
    await userEvent.keyboard('{Enter}');
    await hear('status', '20 older ones are shown.');
    expect(terms()).toHaveLength(40);
    expect(document.activeElement).toBe(more);
    await userEvent.keyboard('{Enter}');
    await hear('status', '7 older ones are shown.');
    expect(terms()).toHaveLength(47);
    expect(screen.queryByRole('button', { name: text.more })).toBeNull();
    expect(document.activeElement).toBe(group());
    expect(sent('listActivity').filter((input) => input !== undefined)).toHaveLength(
      sent('listActivity').length,
    );
  });

  test('keeps what is shown when older entries do not come, and asks again at the next press', async () => {
    const { failNext } = showPage(<Activity />, { people: [{ ...ada, activity: long }] });
    await button(text.more);
    failNext('listActivity', new AccountError('offline'));
    await press(text.more);
    await hear('alert', errors.offline);
    expect(terms()).toHaveLength(20);
    await press(text.more);
    await hear('status', '20 older ones are shown.');
    await hear('alert', '');
  });

  test('that cannot be fetched says why, and can be tried again without losing the focus', async () => {
    let fails = true;
    showPage(<Activity />, {
      fail: (name) => (fails && name === 'listActivity' ? new AccountError('offline') : null),
    });
    await hear('alert', new RegExp(errors.offline));
    fails = false;
    await press(words.tryAgain);
    await screen.findByText(text.events.signed_in);
    expect(document.activeElement).toBe(group());
  });

  test('of one person is never shown to another', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { backend } = showPage(<Activity />, { people: [robbed, grace] });
    await screen.findByText(/Atlantis/);
    await backend.signIn('grace');
    vi.setSystemTime(Date.now() + 60_000);
    comeBack();
    await screen.findByText(text.events.passkey_added);
    expect(document.body.textContent).not.toContain('Atlantis');
  });
});

describe('"this wasn’t me"', () => {
  test('asks first, then ends the other sessions, says what comes next, and returns the focus', async () => {
    const onReported = vi.fn<() => void>();
    const { elsewhere, hold, sent } = showPage(<Activity onReported={onReported} />, {
      people: [robbed],
    });
    const other = await elsewhere();
    const opener = await button(notMe);
    await press(notMe);
    const release = hold('reportActivity');
    await userEvent.dblClick(within(await dialog()).getByRole('button', { name: text.report }));
    release();
    await hear('alert', text.reported);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(opener);
    expect(sent('reportActivity')).toHaveLength(1);
    expect(onReported).toHaveBeenCalledTimes(1);
    await expect(other.getAccount()).rejects.toMatchObject({ code: 'session_ended' });
    await screen.findByText(text.events.activity_reported);
  });

  test('does nothing when it is cancelled', async () => {
    const { sent } = showPage(<Activity />, { people: [robbed] });
    const opener = await button(notMe);
    await press(notMe);
    await press(words.cancel);
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(opener);
    await press(notMe);
    await dialog();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(opener);
    expect(sent('reportActivity')).toEqual([]);
  });

  test('says in the dialog why it failed, and works at the next press', async () => {
    const { failNext } = showPage(<Activity />, { people: [robbed] });
    await press(notMe);
    failNext('reportActivity', new AccountError('unavailable'));
    await press(text.report);
    await hear('alert', errors.unavailable);
    await dialog();
    await press(text.report);
    await hear('alert', text.reported);
  });

  test('forgets an error with the dialog', async () => {
    const { failNext } = showPage(<Activity />, { people: [robbed] });
    await press(notMe);
    failNext('reportActivity', new AccountError('unavailable'));
    await press(text.report);
    await hear('alert', errors.unavailable);
    await press(words.cancel);
    await press(notMe);
    expect(within(await dialog()).getByRole('alert').textContent).toBe('');
  });

  test('has nothing axe would object to', async () => {
    showPage(<Activity />, { people: [robbed] });
    await press(notMe);
    await dialog();
    for (const animation of document.getAnimations()) animation.finish();
    const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
    expect(violations).toEqual([]);
  });
});
