import { render } from '@testing-library/react';
import type { ReactElement } from 'react';
import type { Words } from 'selvedge';
import { AccountProvider, AccountSettings, PasswordForgotten } from 'selvedge';
import { ar } from 'selvedge/locales/ar';
import { de } from 'selvedge/locales/de';
import { loadWords, locales } from 'selvedge/locales';
import { en, english } from 'selvedge/locales/en';
import { createMemoryBackend } from 'selvedge/memory';
import { afterEach, describe, expect, test } from 'vitest';
import {
  button,
  cleanup,
  field,
  press,
  screen,
  showPage,
  userEvent,
} from '../react/account-page.tsx';
import { Everything, person } from '../support/everything.tsx';

afterEach(cleanup);

const roots = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.selvedge-root')];

function show(words: Words, component: ReactElement): void {
  render(
    <AccountProvider backend={createMemoryBackend()} words={words}>
      {component}
    </AccountProvider>,
  );
}

test.each([
  ['de', 'ltr', de],
  ['ar', 'rtl', ar],
])(
  'every root of %s says its language and its direction, dialogs included',
  async (tag, dir, words) => {
    show(
      words,
      <>
        <AccountSettings />
        <PasswordForgotten />
      </>,
    );
    const remove = await button(words.deleteAccount.remove);
    expect(roots().length).toBeGreaterThan(5);
    for (const root of roots()) expect([root.lang, root.dir]).toEqual([tag, dir]);
    await userEvent.click(await screen.findByRole('checkbox'));
    await userEvent.click(remove);
    const dialog = await screen.findByRole('dialog');
    expect(dialog.closest('[lang]')?.getAttribute('lang')).toBe(tag);
    expect(getComputedStyle(dialog).direction).toBe(dir);
  },
);

test('every language of the list is written in itself, and says so', async () => {
  showPage(<AccountSettings />);
  const list = await field(en.profile.language);
  await expect.poll(() => list.querySelectorAll('option').length).toBeGreaterThan(20);
  const [none, ...languages] = list.querySelectorAll('option');
  expect(none?.lang).toBe('');
  for (const { lang, value } of languages) expect(lang).toBe(value);
  const arabic = languages.find(({ value }) => value === 'ar');
  expect(arabic?.text).toBe('العربية');
});

test.each(locales)(
  'whoever speaks to a browser in %s is understood by what the buttons show',
  async (tag) => {
    const { passkeys, sessions, activity } = await loadWords(tag);
    const buttons = [
      [passkeys.rename, passkeys.renameNamed],
      [passkeys.remove, passkeys.removeNamed],
      [sessions.end, sessions.endNamed],
      [activity.notMe, activity.notMeNamed],
    ] as const;
    const lower = (text: string): string => text.toLocaleLowerCase(tag);
    for (const [shown, named] of buttons) expect(lower(named)).toContain(lower(shown));
  },
);

describe('what people wrote keeps its own direction', () => {
  const name = 'עדה לאבלייס (1)';
  const hebrew = {
    ...person,
    name,
    nickname: name,
    passkeys: [{ name }],
    identities: [
      { provider: 'google', label: 'Google', name, connectedAt: '2026-03-14T23:30:00.000Z' },
    ],
    sessions: [{ from: { browser: 'Chrome', system: null, place: name } }],
    activity: [
      { event: 'password_changed', at: '2026-03-14T23:30:00.000Z', from: { place: name } },
    ],
  };

  /** Where the value is read as part of our sentence, and its brackets would land on the wrong side. */
  function exposed(): string[] {
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const whole = text.textContent ?? '';
      if (!whole.includes(name) || whole.includes(`\u2068${name}\u2069`)) continue;
      if (!text.parentElement?.closest('bdi, [dir=auto]')) found.push(whole);
    }
    for (const element of document.querySelectorAll('[aria-label]')) {
      const label = element.getAttribute('aria-label') ?? '';
      if (label.includes(name) && !label.includes(`\u2068${name}\u2069`)) found.push(label);
    }
    return found;
  }

  test('in every section, and in the names of buttons', async () => {
    showPage(<Everything />, { people: [hebrew] });
    await button(english.sessions.endOthers);
    await screen.findAllByText(english.activity.here);
    expect(document.body.textContent?.split(name).length).toBeGreaterThan(4);
    expect(exposed()).toEqual([]);
    for (const label of [en.profile.name, en.profile.nickname]) {
      const input = await field(label);
      expect([input.value, input.dir]).toEqual([name, 'auto']);
      expect(getComputedStyle(input).direction).toBe('rtl');
    }
    // Addresses, codes and passwords are left to right in every language.
    expect((await field(en.passwordChange.newPassword)).dir).toBe('ltr');
    await press(`Rename \u2068${name}\u2069`);
    const input = await screen.findByLabelText<HTMLInputElement>(english.passkeys.name, {
      selector: '[maxlength]',
    });
    expect([input.value, input.dir]).toEqual([name, 'auto']);
  });
});
