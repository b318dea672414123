import { encode } from 'uqr';
import { AccountError, TwoFactor } from 'selvedge';
import { en, english } from 'selvedge/locales/en';
import type { MemoryPerson } from 'selvedge/memory';
import { createClock } from 'selvedge/memory';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Page, PageOptions } from './account-page.tsx';
import {
  button,
  cleanup,
  comeBack,
  descriptionOf,
  field,
  fill,
  hear,
  passSeconds,
  password,
  press,
  prompt,
  prove,
  screen,
  showPage,
  userEvent,
} from './account-page.tsx';

afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

const { errors, fields, locks, account: words } = en;
const { twoFactor: text, stepUpMethods } = english;

const plain: MemoryPerson = { id: 'ada', email: 'ada@example.com', password };
const guarded: MemoryPerson = { ...plain, totp: { enabledAt: '2026-06-09T09:15:00.000Z' } };
const focused = (): Element | null => document.activeElement;

/** Without the prompt in front of everything. */
function show(person: MemoryPerson = plain, options: PageOptions = {}): Page {
  const operations = { setUpTotp: false, disableTwoFactor: false, createRecoveryCodes: false };
  return showPage(<TwoFactor />, {
    people: [person],
    settings: { stepUp: { operations } },
    ...options,
  });
}

async function begin(options: PageOptions = {}): Promise<Page> {
  const page = show(plain, options);
  await press(text.setUp);
  await screen.findByText(text.scanTitle);
  return page;
}

/** The squares of the picture, as they stand in its path. */
function squares(): { size: number; dark: Set<string> } {
  const picture = screen.getByRole('img', { name: text.qrCode });
  const [, , size] = picture.getAttribute('viewBox')?.split(' ') ?? [];
  const path = picture.querySelector('path')?.getAttribute('d') ?? '';
  const dark = [...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`);
  // Nothing but squares.
  expect(path).toBe(dark.map((at) => `M${at}h1v1h-1z`).join(''));
  return { size: Number(size), dark: new Set(dark) };
}

const key = (): string => document.querySelector('code')?.textContent ?? '';
const codes = (): (string | null)[] =>
  screen.queryAllByRole('listitem').map((item) => item.textContent);

describe('setting up', () => {
  test('asks for a proof, then shows the secret as a picture and as a key', async () => {
    const { sent } = showPage(<TwoFactor headingLevel={3} />, { people: [plain] });
    await press(text.setUp);
    await prompt();
    await prove();
    const heading = await screen.findByRole('heading', { name: text.scanTitle, level: 4 });
    expect(focused()?.contains(heading)).toBe(true);
    expect(sent('setUpTotp')).toHaveLength(2);
    const secret = key().replaceAll(' ', '');
    expect(key()).toMatch(/^(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
    const uri = `otpauth://totp/Example:ada%40example.com?issuer=Example&secret=${secret}&algorithm=SHA1&digits=6&period=30`;
    const expected = encode(uri, { border: 4 });
    const { size, dark } = squares();
    expect(size).toBe(expected.size);
    for (const [y, row] of expected.data.entries()) {
      for (const [x, isDark] of row.entries()) expect(dark.has(`${x} ${y}`)).toBe(isDark);
    }
  });

  test('the first code switches it on, and the recovery codes are shown', async () => {
    const { backend, sent } = await begin();
    const input = await field(text.code);
    expect(input.autocomplete).toBe('one-time-code');
    expect(input.inputMode).toBe('numeric');
    input.focus();
    await userEvent.keyboard(`${await backend.totpCode('ada')}{Enter}`);
    const heading = await screen.findByRole('heading', { name: text.codesTitle, level: 3 });
    expect(focused()?.contains(heading)).toBe(true);
    await hear('status', text.enabled);
    expect(codes()).toHaveLength(10);
    for (const code of codes())
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(sent('enableTotp')).toHaveLength(1);
    expect((await backend.getAccount()).account.twoFactor.recoveryCodesLeft).toBe(10);
  });

  test('twenty Enters switch it on once', async () => {
    const { backend, hold, sent } = await begin();
    const release = hold('enableTotp');
    const input = await fill(text.code, await backend.totpCode('ada'));
    input.focus();
    await userEvent.keyboard('{Enter>20/}');
    release();
    await screen.findByText(text.codesTitle);
    expect(sent('enableTotp')).toHaveLength(1);
  });

  test('a wrong code is selected, with the reason at the field, and the picture stays', async () => {
    const { backend } = await begin();
    const before = key();
    const input = await fill(text.code, '000000');
    await press(text.enable);
    await expect.poll(() => descriptionOf(input)).toContain(fields.wrong_code);
    await expect.poll(focused).toBe(input);
    expect([input.selectionStart, input.selectionEnd]).toEqual([0, 6]);
    expect(key()).toBe(before);
    await userEvent.keyboard(`${await backend.totpCode('ada')}{Enter}`);
    await screen.findByText(text.codesTitle);
  });

  test.each([
    ['nothing', '', fields.required],
    ['five digits', '12345', fields.malformed],
  ])('%s is no code, and no request', async (_, typed, sentence) => {
    const { sent } = await begin();
    const input = await fill(text.code, typed);
    await press(text.enable);
    await expect.poll(() => descriptionOf(input)).toContain(sentence);
    expect(sent('enableTotp')).toEqual([]);
  });

  test('left lying for too long it is put away, and can be begun again', async () => {
    const clock = createClock('2026-11-20T12:00:00.000Z');
    const { backend } = await begin({ clock });
    await fill(text.code, '123456');
    clock.advance(601);
    await press(text.enable);
    await hear('alert', text.ranOut);
    expect(key()).toBe('');
    expect(focused()?.textContent).toContain(text.off);
    await press(text.setUp);
    const input = await field(text.code);
    expect(input.value).toBe('');
    expect(screen.queryByText(text.ranOut)).toBeNull();
    await userEvent.fill(input, await backend.totpCode('ada'));
    await press(text.enable);
    await screen.findByText(text.codesTitle);
  });

  test('the limit of tries counts down, and keeps the picture', async () => {
    const limits = { proofs: [{ count: 1, seconds: 20 }] };
    const operations = { setUpTotp: false };
    await begin({ settings: { limits, stepUp: { operations } } });
    await fill(text.code, '000000');
    await press(text.enable);
    await expect
      .poll(async () => descriptionOf(await field(text.code)))
      .toContain(fields.wrong_code);
    await press(text.enable);
    await hear('alert', /Wait \d+ second/);
    expect((await button(text.enable)).getAttribute('aria-disabled')).toBe('true');
    expect(key()).not.toBe('');
    passSeconds(20);
    await expect.poll(() => screen.queryByText(/Wait \d/)).toBeNull();
    expect((await field(text.code)).value).toBe('000000');
  });

  test.each(['unavailable', 'offline'] as const)(
    '%s keeps the picture and the code',
    async (code) => {
      const { backend, failNext } = await begin();
      failNext('enableTotp', new AccountError(code));
      const input = await fill(text.code, await backend.totpCode('ada'));
      await press(text.enable);
      await hear('alert', errors[code]);
      expect(input.value).not.toBe('');
      await press(text.enable);
      await screen.findByText(text.codesTitle);
    },
  );

  test('given up, nothing of it stays in the page', async () => {
    await begin();
    const secret = key().replaceAll(' ', '');
    await fill(text.code, '123456');
    await press(words.cancel);
    await button(text.setUp);
    expect(focused()?.textContent).toContain(text.off);
    expect(document.documentElement.outerHTML).not.toContain(secret.slice(0, 4));
    await press(text.setUp);
    expect((await field(text.code)).value).toBe('');
    expect(key().replaceAll(' ', '')).not.toBe(secret);
  });

  test('a session that ends takes the secret along', async () => {
    vi.useFakeTimers({ toFake: ['Date'], shouldAdvanceTime: true });
    const { backend } = await begin();
    await backend.signOut();
    vi.setSystemTime(Date.now() + 30_000);
    comeBack();
    await screen.findByText(words.signedOut);
    await expect.poll(key).toBe('');
    expect(document.querySelector('svg')).toBeNull();
  });

  test('a session that had ended takes it along with the first code', async () => {
    const { backend } = await begin();
    await backend.signOut();
    await fill(text.code, '123456');
    await press(text.enable);
    await hear('alert', new RegExp(errors.not_signed_in));
    expect(key()).toBe('');
  });

  test('that was done elsewhere meanwhile shows what there is now', async () => {
    const { elsewhere, backend } = show();
    await button(text.setUp);
    const other = await elsewhere();
    await other.setUpTotp();
    await other.enableTotp({ code: await backend.totpCode('ada') });
    await press(text.setUp);
    await hear('alert', locks.already_done);
    await button(text.turnOff);
  });
});

describe('switching off', () => {
  test('asks for the app, and the focus stays where it was', async () => {
    const { backend, sent } = showPage(<TwoFactor />, { people: [guarded] });
    await screen.findByText('On since Jun 9, 2026');
    await press(text.turnOff);
    await prompt();
    expect(screen.queryByLabelText(en.stepUp.password)).toBeNull();
    await userEvent.fill(await field(stepUpMethods.code), await backend.totpCode('ada'));
    await press(en.stepUp.confirm);
    await hear('status', text.disabled);
    expect(sent('disableTwoFactor')).toHaveLength(2);
    await expect.poll(focused).toBe(await button(text.setUp));
    expect(screen.queryByText(text.recovery)).toBeNull();
  });

  test('is not possible with a password that is too short alone, and says what to do', async () => {
    show({ ...guarded, password: 'eightchr' });
    await press(text.turnOff);
    await hear('alert', text.passwordTooShort);
    expect(focused()).toBe(await button(text.turnOff));
  });

  test('the proof that was not given leaves it on', async () => {
    showPage(<TwoFactor />, { people: [guarded] });
    await press(text.turnOff);
    await prompt();
    await userEvent.keyboard('{Escape}');
    await hear('status', words.interrupted);
    await button(text.turnOff);
  });
});

describe('what cannot be changed', () => {
  test('a host that signs people in by itself keeps it', async () => {
    show(plain, { ownSessions: false });
    await screen.findByText(locks.handled_elsewhere);
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('an account without a password needs one first', async () => {
    show({ id: 'ada', email: 'ada@example.com' });
    await screen.findByText(text.noPassword);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
