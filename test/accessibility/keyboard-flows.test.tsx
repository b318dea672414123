import {
  Activity,
  DeleteAccount,
  EmailChange,
  Passkeys,
  PasswordChange,
  ProfileForm,
  Sessions,
  TwoFactor,
} from 'selvedge';
import { en, english } from 'selvedge/locales/en';
import type { MemoryPerson } from 'selvedge/memory';
import { afterEach, expect, test } from 'vitest';
import {
  button,
  cleanup,
  field,
  hear,
  password,
  prompt,
  screen,
  showPage,
  userEvent,
} from '../react/account-page.tsx';
import { focused, tabTo } from '../support/tab-order.ts';

afterEach(cleanup);

const { profile, emailChange, passwordChange, deleteAccount, stepUp, account: words } = en;
const { twoFactor, passkeys, sessions, activity } = english;
const ada: MemoryPerson = {
  id: 'ada',
  email: 'ada@example.com',
  password,
  name: 'Ada',
  username: 'ada',
};
const type = (keys: string): Promise<void> => userEvent.keyboard(keys);
async function focusGoesTo(name: string | RegExp): Promise<void> {
  if (typeof name === 'string') await expect.poll(focused).toBe(name);
  else await expect.poll(focused).toMatch(name);
}

/** The prompt, by its keys: it has the focus in its field, and gives it back. */
async function prove(): Promise<void> {
  await prompt();
  await focusGoesTo(stepUp.password);
  await type(`${password}{Enter}`);
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
}

test('the profile is saved; of several refused fields the first gets the focus', async () => {
  showPage(<ProfileForm />);
  await button(profile.save);
  expect(await tabTo(profile.save)).toEqual([
    profile.name,
    profile.givenName,
    profile.familyName,
    profile.username,
    profile.nickname,
    profile.language,
    profile.save,
  ]);
  await tabTo(profile.givenName, '{Shift>}{Tab}{/Shift}');
  // Too long by one; and no username at all.
  (await field(profile.givenName)).value = 'x'.repeat(200);
  await type('x');
  await tabTo(profile.username);
  await type('a b');
  await tabTo(profile.save);
  await type(' ');
  await focusGoesTo(profile.givenName);
  await type('{Control>}a{/Control}Ada');
  await tabTo(profile.username);
  await type('countess{Enter}');
  await hear('status', profile.saved);
  expect(focused()).toBe(profile.username);
});

test('the address is changed with a proof, and given up again', async () => {
  showPage(<EmailChange />);
  await button(emailChange.send);
  expect(await tabTo(emailChange.send)).toEqual([emailChange.newEmail, emailChange.send]);
  await type('{Enter}');
  await focusGoesTo(emailChange.newEmail);
  await type('lovelace@example.com{Tab}{Enter}');
  await prompt();
  await focusGoesTo(stepUp.password);
  expect(await tabTo(stepUp.confirm)).toEqual([words.showPassword, words.cancel, stepUp.confirm]);
  await tabTo(words.cancel, '{Shift>}{Tab}{/Shift}');
  await type('{Enter}');
  await hear('status', words.interrupted);
  expect(focused()).toBe(emailChange.send);
  await type(' ');
  await prove();
  await focusGoesTo(/^Open the link we sent/);
  expect(await tabTo(emailChange.cancelChange)).toEqual([
    expect.stringMatching('Send again in'),
    emailChange.cancelChange,
  ]);
  await type(' ');
  await focusGoesTo(emailChange.newEmail);
});

test('the password is changed, shown meanwhile, and the focus stays', async () => {
  showPage(<PasswordChange />);
  await button(passwordChange.change);
  expect(await tabTo(passwordChange.change)).toEqual([
    passwordChange.newPassword,
    words.showPassword,
    passwordChange.change,
  ]);
  await tabTo(passwordChange.newPassword, '{Shift>}{Tab}{/Shift}');
  await type('short{Enter}');
  await expect.poll(async () => (await field(passwordChange.newPassword)).ariaInvalid).toBe('true');
  expect(focused()).toBe(passwordChange.newPassword);
  await type('seven otters sing at dusk{Tab} ');
  expect((await field(passwordChange.newPassword)).type).toBe('text');
  expect(focused()).toBe(words.showPassword);
  await type('{Tab}{Enter}');
  await prove();
  await hear('status', passwordChange.changed);
  expect(focused()).toBe(passwordChange.change);
});

test('the account is deleted, and the focus is on what says so', async () => {
  showPage(<DeleteAccount />);
  await button(deleteAccount.remove);
  expect(await tabTo(deleteAccount.remove)).toEqual([
    deleteAccount.understood,
    deleteAccount.remove,
  ]);
  await type('{Enter}');
  await focusGoesTo(deleteAccount.understood);
  await type(' {Tab}{Enter}');
  await prompt();
  await type('{Escape}');
  await focusGoesTo(deleteAccount.remove);
  await type('{Enter}');
  await prove();
  await focusGoesTo(deleteAccount.removed);
});

test('two steps are set up, their codes kept, and switched off', async () => {
  const { backend } = showPage(<TwoFactor />, { people: [ada] });
  await button(twoFactor.setUp);
  await tabTo(twoFactor.setUp);
  await type('{Enter}');
  await prove();
  await focusGoesTo(new RegExp(`^${twoFactor.scanTitle}`));
  expect(await tabTo(words.cancel)).toEqual([
    twoFactor.copy,
    twoFactor.code,
    twoFactor.enable,
    words.cancel,
  ]);
  await tabTo(twoFactor.code, '{Shift>}{Tab}{/Shift}');
  await type(`${await backend.totpCode('ada')}{Enter}`);
  await focusGoesTo(new RegExp(`^${twoFactor.codesTitle}`));
  expect(await tabTo(twoFactor.done)).toEqual([
    twoFactor.copy,
    twoFactor.download,
    twoFactor.print,
    twoFactor.done,
  ]);
  await type(' ');
  await focusGoesTo(new RegExp(`^${twoFactor.app}`));
  expect(await tabTo(twoFactor.makeNew)).toEqual([twoFactor.turnOff, twoFactor.makeNew]);
  await tabTo(twoFactor.turnOff, '{Shift>}{Tab}{/Shift}');
  await type('{Enter}');
  await prompt();
  await focusGoesTo(english.stepUpMethods.code);
  await type('{Escape}');
  await focusGoesTo(twoFactor.turnOff);
});

test('a passkey is renamed and removed', async () => {
  const operations = { removePasskey: false };
  showPage(<Passkeys />, {
    people: [{ ...ada, passkeys: [{ name: 'Phone' }, { name: 'Key' }] }],
    settings: { stepUp: { operations } },
  });
  await button('Rename Phone');
  expect(await tabTo(passkeys.add)).toEqual([
    'Rename Phone',
    'Remove Phone',
    'Rename Key',
    'Remove Key',
    passkeys.add,
  ]);
  await tabTo('Rename Phone', '{Shift>}{Tab}{/Shift}');
  await type('{Enter}');
  await focusGoesTo(passkeys.name);
  expect(await tabTo(words.cancel)).toEqual([passkeys.save, words.cancel]);
  await type(' ');
  await focusGoesTo('Rename Phone');
  await type('{Enter}');
  await focusGoesTo(passkeys.name);
  await type('Tablet{Enter}');
  await focusGoesTo('Rename Tablet');
  await type('{Tab}{Enter}');
  await hear('status', passkeys.removed);
  await focusGoesTo(passkeys.add);
});

test('one session is ended, then all the others', async () => {
  const from = { browser: 'Safari', system: 'iOS', place: null };
  showPage(<Sessions />, {
    people: [{ ...ada, sessions: [{ from }, { from: { browser: 'Chrome' } }] }],
  });
  const ending = sessions.endNamed.replace('{name}', 'Safari on iOS');
  await button(ending);
  await tabTo(ending);
  await tabTo(sessions.endOthers);
  await tabTo(ending, '{Shift>}{Tab}{/Shift}');
  await type(' ');
  await hear('status', sessions.ended);
  await focusGoesTo(sessions.title);
  await tabTo(sessions.endOthers);
  await type('{Enter}');
  await hear('status', sessions.othersEnded);
  await focusGoesTo(sessions.title);
});

test('what was not me is reported, and the focus returns to what asked', async () => {
  showPage(<Activity />, { people: [ada] });
  const notMe = activity.notMeNamed.replace('{event}', activity.events.account_provisioned);
  await button(notMe);
  await tabTo(notMe);
  await type('{Enter}');
  await focusGoesTo(activity.report);
  await tabTo(words.cancel, '{Shift>}{Tab}{/Shift}');
  await type('{Escape}');
  await focusGoesTo(notMe);
  await type(' ');
  await focusGoesTo(activity.report);
  await type('{Enter}');
  await hear('alert', activity.reported);
  await focusGoesTo(notMe);
});
