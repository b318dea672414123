import {
  AccountError,
  DeleteAccount,
  EmailChange,
  Passkeys,
  ProfileForm,
  TwoFactor,
} from 'selvedge';
import { en, english } from 'selvedge/locales/en';
import { afterEach, expect, test } from 'vitest';
import {
  button,
  cleanup,
  fill,
  hear,
  password,
  press,
  prove,
  screen,
  showPage,
  userEvent,
  passSeconds,
} from '../react/account-page.tsx';
import type { Page, PageOptions } from '../react/account-page.tsx';
import type { ScreenReader } from '../support/screen-reader.ts';
import { listen } from '../support/screen-reader.ts';

let reader: ScreenReader;
afterEach(async () => {
  await reader.stop();
  cleanup();
});

const { profile, emailChange, deleteAccount, stepUp, errors, fields } = en;
const { twoFactor, passkeys } = english;
const ada = { id: 'ada', email: 'ada@example.com', password };

/** As a page that is served: strict mode takes every dialog out once and shows it again. */
async function open(
  component: Parameters<typeof showPage>[0],
  first: string | RegExp,
  options: PageOptions = {},
): Promise<Page> {
  const page = showPage(component, { strict: false, ...options });
  await button(first);
  reader = await listen();
  return page;
}
const said = (): Promise<string[]> => reader.takeSaid();
const prompted = (why: string): string[] => [`dialog, ${stepUp.title}, ${why}`, stepUp.password];

test('a saved profile is told once, politely', async () => {
  const { hold } = await open(<ProfileForm />, profile.save);
  await fill(profile.name, 'Countess of Lovelace');
  const release = hold('updateProfile');
  await userEvent.keyboard('{Enter}');
  expect(await said()).toEqual([`textbox, ${profile.name}, Ada Lovelace`]);
  release();
  await hear('status', profile.saved);
  expect(await said()).toEqual([`polite: ${profile.saved}`]);
  await press(profile.save);
  expect(await said()).toEqual([`button, ${profile.save}`]);
});

test('a refused field is told with its reason, however it was submitted', async () => {
  await open(<ProfileForm />, profile.save);
  await fill(profile.username, 'x y');
  await press(profile.save);
  expect((await said()).slice(1)).toEqual([
    `button, ${profile.save}`,
    `textbox, ${profile.username}, x y, ${profile.usernameForm}, invalid`,
  ]);
  await fill(profile.username, 'grace');
  await said();
  // The focus is there already: nothing would be read if the reason did not speak for itself.
  await userEvent.keyboard('{Enter}');
  await screen.findByText(fields.taken);
  expect(await said()).toEqual([`assertive: ${fields.taken}`]);
});

test('a failure is told at once, every time, and a wait once', async () => {
  const { failNext, hold } = await open(<ProfileForm />, profile.save);
  await fill(profile.name, 'Ada');
  const submit = async (error: AccountError): Promise<string[]> => {
    failNext('updateProfile', error);
    const release = hold('updateProfile');
    await userEvent.keyboard('{Enter}');
    await said();
    release();
    await hear('alert', error.code === 'offline' ? errors.offline : /Too many/);
    return said();
  };
  const offline = new AccountError('offline');
  expect(await submit(offline)).toEqual([`assertive: ${errors.offline}`]);
  expect(await submit(offline)).toEqual([`assertive: ${errors.offline}`]);
  const limited = new AccountError('rate_limited', { retryAfterSeconds: 9 });
  expect(await submit(limited)).toEqual([
    expect.stringMatching(/: Too many tries. Wait 9 seconds.$/),
  ]);
  passSeconds(9);
  await expect.poll(() => screen.queryByText(/Wait/)).toBeNull();
  expect(await said()).toEqual([]);
});

test('the deletion tells what is missing, asks for the proof, and says that all is gone', async () => {
  await open(<DeleteAccount />, deleteAccount.remove);
  await press(deleteAccount.remove);
  expect(await said()).toEqual([
    `button, ${deleteAccount.remove}`,
    `checkbox, ${deleteAccount.understood}, ${deleteAccount.tickFirst}, not checked, invalid`,
  ]);
  await userEvent.keyboard(' {Enter}');
  expect(await said()).toEqual(prompted(stepUp.deleteAccount));
  await userEvent.keyboard(`${password}{Enter}`);
  await screen.findByText(deleteAccount.removed);
  expect((await said()).at(-1)).toBe(`reads: ${deleteAccount.removed.slice(0, 60)}`);
});

test('a new address is asked for, resent and given up, each told once', async () => {
  await open(<EmailChange />, emailChange.send);
  await fill(emailChange.newEmail, 'lovelace@example.com');
  await said();
  await userEvent.keyboard('{Enter}');
  expect(await said()).toEqual(prompted(stepUp.requestEmailChange));
  await userEvent.keyboard(`${password}{Enter}`);
  const group = 'Open the link we sent to lovelace@example.com';
  await screen.findByRole('group', { name: group });
  const sent = await said();
  expect(sent.at(-1)).toBe(`group, ${group}`);
  expect(sent.filter((phrase) => phrase.startsWith('polite:'))).toEqual([
    'polite: Send again in 60 seconds',
  ]);
  await press(emailChange.cancelChange);
  expect(await said()).toEqual([
    `button, ${emailChange.cancelChange}`,
    `polite: ${emailChange.cancelled}`,
    `textbox, ${emailChange.newEmail}, ${emailChange.help}`,
  ]);
});

test('a link that is sent again says so, and when it can be sent next', async () => {
  const requestedAt = new Date(Date.now() - 300_000).toISOString();
  const pendingEmail = { address: 'lovelace@example.com', requestedAt };
  await open(<EmailChange />, emailChange.resend, { people: [{ ...ada, pendingEmail }] });
  await press(emailChange.resend);
  await hear('status', emailChange.resent);
  const [pressed, ...then] = await said();
  expect(pressed).toBe(`button, ${emailChange.resend}`);
  expect(then.toSorted()).toEqual([
    'polite: Send again in 60 seconds',
    `polite: ${emailChange.resent}`,
  ]);
});

test('a passkey is named and removed: the reason at the field, the end in the section', async () => {
  const operations = { addPasskey: false, removePasskey: false };
  const people = [{ ...ada, passkeys: [{ name: 'Phone' }] }];
  await open(<Passkeys />, 'Rename Phone', { people, settings: { stepUp: { operations } } });
  await press('Rename Phone');
  await userEvent.keyboard('{Backspace}{Enter}');
  expect(await said()).toEqual([
    'button, Rename Phone',
    `textbox, ${passkeys.name}, Phone`,
    `assertive: ${fields.required}`,
  ]);
  await userEvent.keyboard('Tablet{Enter}');
  await hear('status', passkeys.renamed);
  expect(await said()).toEqual([`polite: ${passkeys.renamed}`, 'button, Rename Tablet']);
  await press('Remove Tablet');
  await hear('status', passkeys.removed);
  expect(await said()).toEqual([
    'button, Remove Tablet',
    `polite: ${passkeys.removed}`,
    `button, ${passkeys.add}`,
  ]);
});

test('setting up two steps leads from heading to heading, and says when it is on', async () => {
  const { backend } = await open(<TwoFactor />, twoFactor.setUp);
  await press(twoFactor.setUp);
  await prove();
  await screen.findByText(twoFactor.scanTitle);
  expect((await said()).at(-1)).toBe(
    `reads: ${`${twoFactor.scanTitle} ${twoFactor.scan}`.slice(0, 60)}`,
  );
  await fill(twoFactor.code, '000000');
  await said();
  await userEvent.keyboard('{Enter}');
  await screen.findByText(fields.wrong_code);
  expect(await said()).toEqual([`assertive: ${fields.wrong_code}`]);
  await userEvent.keyboard(`${await backend.totpCode('ada')}{Enter}`);
  await screen.findByText(twoFactor.codesTitle);
  expect(await said()).toEqual([
    `polite: ${twoFactor.enabled}`,
    `reads: ${`${twoFactor.codesTitle} ${twoFactor.codesKeep}`.slice(0, 60)}`,
  ]);
  await press(twoFactor.done);
  expect(await said()).toEqual([
    `button, ${twoFactor.done}`,
    expect.stringMatching(`reads: ${twoFactor.app} `),
  ]);
});
