import { AccountError, DeleteAccount, Passkeys } from 'selvedge';
import { en, english } from 'selvedge/locales/en';
import { createMemoryPasskeys } from 'selvedge/memory';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { virtualAuthenticator } from '../support/virtual-authenticator.ts';
import type { Page, PageOptions } from './account-page.tsx';
import {
  cleanup,
  descriptionOf,
  button,
  field,
  hear,
  password,
  press,
  prompt,
  screen,
  showPage,
  userEvent,
} from './account-page.tsx';

const authenticator = virtualAuthenticator();
afterEach(() => {
  vi.restoreAllMocks();
  cleanup();
});

const { deleteAccount, errors, fields, stepUp, account: words } = en;
const { passkeys, stepUpMethods: text } = english;

const ada = { id: 'ada', email: 'ada@example.com' };

/** Gives Ada a passkey of this browser, and asks for her account to be deleted. */
async function ask(options: PageOptions = {}, page?: ReactElement): Promise<Page> {
  const operations = { addPasskey: false };
  const shown = showPage(
    page ?? (
      <>
        <Passkeys />
        <DeleteAccount />
      </>
    ),
    { people: [ada], settings: { stepUp: { operations } }, ...options },
  );
  await press(passkeys.add);
  await hear('status', passkeys.added);
  await userEvent.click(await screen.findByRole('checkbox'));
  await press(deleteAccount.remove);
  await prompt();
  return shown;
}

/** The rules' own passkeys, which give up soon. */
function impatient(): ReturnType<typeof createMemoryPasskeys> {
  const real = createMemoryPasskeys();
  return {
    ...real,
    assertionOptions: async (input) => ({ ...(await real.assertionOptions(input)), timeout: 200 }),
  };
}

test('is shown first, has the focus, says what for, and starts with a press', async () => {
  const { sent } = await ask();
  const use = await button(text.usePasskey);
  await expect.poll(() => document.activeElement).toBe(use);
  expect(descriptionOf(use)).toBe(
    'To delete your account, use your passkey. Your browser asks for it.',
  );
  expect(sent('startStepUp')).toEqual([]);
  await userEvent.keyboard('{Enter}');
  await screen.findByText(deleteAccount.removed);
  expect(sent('startStepUp')).toEqual([{ purpose: 'deleteAccount', method: 'passkey' }]);
  expect(sent('stepUp')).toHaveLength(1);
  expect(sent('deleteAccount')).toHaveLength(2);
});

test('twenty Enters ask the browser once', async () => {
  const { hold, sent } = await ask();
  await expect
    .poll(async () => document.activeElement === (await button(text.usePasskey)))
    .toBe(true);
  const release = hold('startStepUp');
  await userEvent.keyboard('{Enter>20/}');
  release();
  await screen.findByText(deleteAccount.removed);
  expect(sent('startStepUp')).toHaveLength(1);
  expect(sent('stepUp')).toHaveLength(1);
});

test('what the browser could not do can be done once more', async () => {
  const { sent } = await ask({ passkeys: impatient() });
  await authenticator.setVerified(false);
  await press(text.usePasskey);
  await hear('alert', text.passkeyStopped);
  expect(document.activeElement).toBe(await button(text.usePasskey));
  expect(sent('stepUp')).toEqual([]);
  await authenticator.setVerified(true);
  await press(text.usePasskey);
  await screen.findByText(deleteAccount.removed);
  expect(sent('deleteAccount')).toHaveLength(2);
});

test('one that the rules do not take is said to be so, and not that it was a typing error', async () => {
  const real = createMemoryPasskeys();
  await ask({ passkeys: { ...real, verifyAssertion: async () => null } });
  await press(text.usePasskey);
  await hear('alert', fields.passkey_refused);
});

test.each(['unavailable', 'offline'] as const)('%s can be tried again', async (code) => {
  const { failNext } = await ask();
  failNext('startStepUp', new AccountError(code));
  await press(text.usePasskey);
  await hear('alert', errors[code]);
  failNext('stepUp', new AccountError(code));
  await press(text.usePasskey);
  await hear('alert', errors[code]);
  await press(text.usePasskey);
  await screen.findByText(deleteAccount.removed);
});

test('given up while the browser asks, it stays given up, and the browser asks no more', async () => {
  const { sent } = await ask();
  await authenticator.setTouched(false);
  await press(text.usePasskey);
  await expect.poll(() => sent('startStepUp')).toHaveLength(1);
  await press(words.cancel);
  await hear('status', words.interrupted);
  await authenticator.setTouched(true);
  // The next one is not in the way of one that hangs.
  await press(deleteAccount.remove);
  await press(text.usePasskey);
  await screen.findByText(deleteAccount.removed);
  expect(sent('stepUp')).toHaveLength(1);
});

test('given up before the browser asks, it does not ask', async () => {
  const used = vi.spyOn(navigator.credentials, 'get');
  const { hold, sent } = await ask();
  const release = hold('startStepUp');
  await press(text.usePasskey);
  await press(words.cancel);
  await hear('status', words.interrupted);
  release();
  await press(deleteAccount.remove);
  await button(text.usePasskey);
  expect(used.mock.calls).toEqual([]);
  expect(sent('stepUp')).toEqual([]);
});

test('goes with its section while the browser asks', async () => {
  function Host(): ReactElement {
    const [shown, show] = useState(true);
    return (
      <>
        <button type="button" id="away" onClick={() => show(false)}>
          Away
        </button>
        <Passkeys />
        {shown && <DeleteAccount />}
      </>
    );
  }
  const used = vi.spyOn(navigator.credentials, 'get');
  const { sent } = await ask({}, <Host />);
  await authenticator.setTouched(false);
  await press(text.usePasskey);
  await expect.poll(() => used.mock.calls).toHaveLength(1);
  document.querySelector<HTMLElement>('#away')?.click();
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
  expect(used.mock.calls[0]?.[0]?.signal?.aborted).toBe(true);
  expect(sent('stepUp')).toEqual([]);
});

test('beside a password it is another way, and the password comes back with the focus in it', async () => {
  await ask({ people: [{ ...ada, password }] });
  await field(stepUp.password);
  await press(text.another);
  await press(new RegExp(`^${text.passkey}`));
  await expect
    .poll(async () => document.activeElement === (await button(text.usePasskey)))
    .toBe(true);
  await press(text.another);
  await press(new RegExp(`^${text.password}`));
  const input = await field(stepUp.password);
  await expect.poll(() => document.activeElement).toBe(input);
  await userEvent.keyboard(`${password}{Enter}`);
  await screen.findByText(deleteAccount.removed);
});

test('a browser without passkeys is not offered any', async () => {
  const real = Object.getOwnPropertyDescriptor(window, 'PublicKeyCredential');
  Reflect.deleteProperty(window, 'PublicKeyCredential');
  try {
    showPage(<DeleteAccount />, { people: [{ ...ada, password, passkeys: [{ name: 'Phone' }] }] });
    await userEvent.click(await screen.findByRole('checkbox'));
    await press(deleteAccount.remove);
    await field(stepUp.password);
    await button(text.forgotten);
    expect(screen.queryByRole('button', { name: text.another })).toBeNull();
  } finally {
    if (real) Object.defineProperty(window, 'PublicKeyCredential', real);
  }
});
