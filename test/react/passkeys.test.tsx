import { AccountError, Passkeys } from 'selvedge';
import { en, english } from 'selvedge/locales/en';
import type { MemoryPerson } from 'selvedge/memory';
import { createMemoryPasskeys } from 'selvedge/memory';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { virtualAuthenticator } from '../support/virtual-authenticator.ts';
import type { Page, PageOptions } from './account-page.tsx';
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
  prove,
  screen,
  showPage,
  userEvent,
} from './account-page.tsx';

const authenticator = virtualAuthenticator();
afterEach(() => {
  vi.restoreAllMocks();
  cleanup();
});

const { errors, fields, locks, account: words } = en;
const { passkeys: text } = english;

const plain: MemoryPerson = { id: 'ada', email: 'ada@example.com', password };
const withTwo: MemoryPerson = { ...plain, passkeys: [{ name: 'Phone' }, { name: 'Blue key' }] };
const rename = (name: string): string => text.renameNamed.replace('{name}', name);
const remove = (name: string): string => text.removeNamed.replace('{name}', name);

/** Without the prompt in front of everything. */
function show(person: MemoryPerson = plain, options: PageOptions = {}): Page {
  const operations = { addPasskey: false, removePasskey: false };
  return showPage(<Passkeys />, {
    people: [person],
    settings: { stepUp: { operations } },
    ...options,
  });
}

const focused = (): Element | null => document.activeElement;
const names = (): (string | null)[] =>
  screen.queryAllByRole('listitem').map((item) => item.querySelector('bdi')?.textContent ?? null);

describe('adding one', () => {
  test('asks for a proof, lets the browser make it, and shows it by the name of the browser', async () => {
    const { backend, sent } = showPage(<Passkeys />, { people: [plain] });
    await screen.findByText(text.none);
    await press(text.add);
    await prompt();
    await prove();
    await hear('status', text.added);
    expect(names()).toEqual(['Firefox, macOS']);
    expect(await authenticator.count()).toBe(1);
    expect(sent('startPasskey')).toHaveLength(2);
    expect(sent('addPasskey')).toHaveLength(1);
    expect(focused()).toBe(await button(text.add));
    const { account } = await backend.getAccount();
    expect(account.passkeys).toHaveLength(1);
  });

  test('twenty Enters make one', async () => {
    const { hold, sent } = show();
    (await button(text.add)).focus();
    const release = hold('startPasskey');
    await userEvent.keyboard('{Enter>20/}');
    release();
    await hear('status', text.added);
    expect(sent('startPasskey')).toHaveLength(1);
    expect(await authenticator.count()).toBe(1);
  });

  test('the browser that made none leaves all as it was, and can be asked again', async () => {
    const real = createMemoryPasskeys();
    const { sent } = show(plain, {
      passkeys: {
        ...real,
        registrationOptions: async (input) => ({
          ...(await real.registrationOptions(input)),
          timeout: 200,
        }),
      },
    });
    await authenticator.setVerified(false);
    await press(text.add);
    await hear('status', text.stopped);
    expect(sent('addPasskey')).toEqual([]);
    expect(focused()).toBe(await button(text.add));
    await authenticator.setVerified(true);
    await press(text.add);
    await hear('status', text.added);
  });

  test('a device that has one is told apart', async () => {
    const { sent } = show();
    await press(text.add);
    await hear('status', text.added);
    await press(text.add);
    await hear('status', text.known);
    expect(sent('addPasskey')).toHaveLength(1);
  });

  test('one that the rules do not take is said to be so', async () => {
    show(plain, { passkeys: { ...createMemoryPasskeys(), verifyRegistration: async () => null } });
    await press(text.add);
    await hear('alert', text.refused);
  });

  test('the proof that was not given leaves all as it was', async () => {
    const { sent } = showPage(<Passkeys />, { people: [plain] });
    await press(text.add);
    await prompt();
    await userEvent.keyboard('{Escape}');
    await hear('status', words.interrupted);
    expect(sent('startPasskey')).toHaveLength(1);
    expect(await authenticator.count()).toBe(0);
  });

  test('there are as many as there may be', async () => {
    show({ ...plain, passkeys: Array.from({ length: 20 }, (_, at) => ({ name: `Key ${at}` })) });
    await press(text.add);
    await hear('alert', 'There are 20 already. Remove one first.');
    expect(await authenticator.count()).toBe(0);
  });

  test('a section that leaves the page takes the asking along', async () => {
    const made = vi.spyOn(navigator.credentials, 'create');
    const { sent } = show();
    await authenticator.setTouched(false);
    await press(text.add);
    await hear('status', text.asking);
    cleanup();
    expect(made.mock.calls[0]?.[0]?.signal?.aborted).toBe(true);
    expect(sent('addPasskey')).toEqual([]);
  });

  test('a browser that cannot make any can still name and remove them', async () => {
    const real = Object.getOwnPropertyDescriptor(window, 'PublicKeyCredential');
    Reflect.deleteProperty(window, 'PublicKeyCredential');
    try {
      show(withTwo);
      await screen.findByText(text.unsupported);
      expect(screen.queryByRole('button', { name: text.add })).toBeNull();
      await press(remove('Phone'));
      await hear('status', text.removed);
      expect(names()).toEqual(['Blue key']);
      // There is no other button that could take the focus.
      expect(focused()?.textContent).toContain('Blue key');
    } finally {
      if (real) Object.defineProperty(window, 'PublicKeyCredential', real);
    }
  });
});

describe('a name', () => {
  test('is given in its place, by the keyboard alone', async () => {
    const { sent } = show(withTwo);
    (await button(rename('Blue key'))).focus();
    await userEvent.keyboard('{Enter}');
    const input = await field(text.name);
    await expect.poll(focused).toBe(input);
    expect([input.selectionStart, input.selectionEnd]).toEqual([0, 'Blue key'.length]);
    await userEvent.keyboard('  Green key {Enter}');
    await hear('status', text.renamed);
    await expect.poll(focused).toBe(await button(rename('Green key')));
    expect(names()).toEqual(['Phone', 'Green key']);
    expect(sent('renamePasskey')).toMatchObject([{ name: 'Green key' }]);
  });

  test('that stays the same is no request, and giving up changes nothing', async () => {
    const { sent } = show(withTwo);
    await press(rename('Phone'));
    await field(text.name);
    await userEvent.keyboard('{Enter}');
    await expect.poll(focused).toBe(await button(rename('Phone')));
    await userEvent.keyboard('{Enter}');
    await field(text.name);
    await userEvent.keyboard('Something else');
    await press(words.cancel);
    await expect.poll(focused).toBe(await button(rename('Phone')));
    expect(names()).toEqual(['Phone', 'Blue key']);
    expect(sent('renamePasskey')).toEqual([]);
  });

  test.each([
    ['nothing', '  ', fields.required],
    ['65 letters', 'a'.repeat(65), fields.too_long.other.replace('{maximum}', '64')],
  ])('%s is none', async (_, typed, sentence) => {
    show(withTwo);
    await press(rename('Phone'));
    const input = await fill(text.name, typed);
    await press(text.save);
    await expect.poll(() => descriptionOf(input)).toBe(sentence);
    expect(focused()).toBe(input);
    expect(input.value).toBe(typed);
  });

  test('that did not get through is kept, and can be sent again', async () => {
    const { failNext } = show(withTwo);
    await press(rename('Phone'));
    const input = await fill(text.name, 'Tablet');
    failNext('renamePasskey', new AccountError('offline'));
    await press(text.save);
    await hear('alert', errors.offline);
    expect(input.value).toBe('Tablet');
    await press(text.save);
    await hear('status', text.renamed);
    expect(names()).toEqual(['Tablet', 'Blue key']);
  });
});

test('one name is given at a time, and what was wrong with it stays with it', async () => {
  const { sent } = show(withTwo);
  await press(rename('Phone'));
  await fill(text.name, 'a'.repeat(65));
  await press(text.save);
  await expect.poll(async () => (await field(text.name)).getAttribute('aria-invalid')).toBe('true');
  await press(rename('Blue key'));
  const input = await field(text.name);
  expect(input.value).toBe('Blue key');
  expect(input.getAttribute('aria-invalid')).toBeNull();
  await expect.poll(focused).toBe(input);
  await userEvent.fill(input, 'Green key');
  await press(text.save);
  await hear('status', text.renamed);
  expect(names()).toEqual(['Phone', 'Green key']);
  expect(sent('renamePasskey')).toHaveLength(2);
});

describe('removing one', () => {
  test('asks for a proof, and the focus goes to what is left', async () => {
    const { sent } = showPage(<Passkeys />, { people: [withTwo] });
    await press(remove('Phone'));
    await prompt();
    await prove();
    await hear('status', text.removed);
    expect(names()).toEqual(['Blue key']);
    await expect.poll(focused).toBe(await button(text.add));
    expect(sent('removePasskey')).toHaveLength(2);
  });

  test('is one at a time: a press on another does nothing', async () => {
    const { hold, sent } = show(withTwo);
    const release = hold('removePasskey');
    await press(remove('Phone'));
    expect((await button(remove('Blue key'))).getAttribute('aria-disabled')).toBe('true');
    (await button(remove('Blue key'))).click();
    release();
    await hear('status', text.removed);
    expect(names()).toEqual(['Blue key']);
    expect(sent('removePasskey')).toHaveLength(1);
  });

  test('of the last one says that there is none', async () => {
    show({ ...plain, passkeys: [{ name: 'Phone' }] });
    await press(remove('Phone'));
    await hear('status', text.removed);
    await screen.findByText(text.none);
  });

  test('that is the only way to sign in is not possible, and says what to do', async () => {
    show({ id: 'ada', email: 'ada@example.com', passkeys: [{ name: 'Phone' }] });
    await press(remove('Phone'));
    await hear('alert', text.lastMethod);
    expect(names()).toEqual(['Phone']);
    expect(focused()).toBe(await button(remove('Phone')));
  });

  test('that was removed elsewhere shows what there is now', async () => {
    const { backend, elsewhere } = show(withTwo);
    await button(remove('Phone'));
    const { account } = await backend.getAccount();
    const [phone] = account.passkeys;
    await (await elsewhere()).removePasskey({ id: phone?.id ?? '' });
    await press(remove('Phone'));
    await hear('alert', errors.not_found);
    await expect.poll(names).toEqual(['Blue key']);
  });
});

test('a server without passkeys says so in place of the list', async () => {
  show(plain, { passkeys: null });
  await screen.findByText(locks.not_offered);
  expect(screen.queryByRole('button')).toBeNull();
});
