import { expect, test } from 'vitest';
import { confirmItsMe, countClicks, section, startExample } from '../support/example.ts';

const example = startExample();
const next = 'marble staircase in the morning';

test('a new password takes two clicks after typing, ends the other sessions, and is told by mail', async () => {
  const person = await example.register();
  const { page, calls } = await example.signIn(person);
  const elsewhere = await example.signIn(person);
  await page.getByLabel('New password').fill(next);
  const clicks = await countClicks(page);
  await page.getByRole('button', { name: 'Change password' }).click();
  const prompt = page.getByRole('dialog', { name: 'Confirm it’s you' });
  await prompt.waitFor();
  await page.keyboard.type(person.password);
  await prompt.getByRole('button', { name: 'Confirm', exact: true }).click();
  await page.getByText('Password changed. All other sessions have ended.').waitFor();
  expect(clicks()).toBe(2);
  expect(await page.getByLabel('New password').inputValue()).toBe('');
  expect(calls.slice(1)).toEqual([
    'PUT /users/me/password',
    'POST /step-up',
    'PUT /users/me/password',
  ]);

  await elsewhere.page.reload();
  await elsewhere.page.getByText('You are signed out.').first().waitFor();
  await page.reload();
  await page.getByText(person.email).waitFor();

  const { text } = await example.mailTo(person.email, /^The password of your/);
  expect(text).not.toContain(next);
  await example.signIn({ ...person, password: next });
  const { page: old } = await example.visit();
  await old.goto('/sign-in');
  await old.getByLabel('Email').fill(person.email);
  await old.getByLabel('Password').fill(person.password);
  await old.keyboard.press('Enter');
  await old.getByText('Email or password is not right.').waitFor();
});

test('the policy is there before anything is typed, and there is no field for the old password', async () => {
  const { page } = await example.signIn(await example.register());
  const field = page.getByLabel('New password');
  await page.getByText('At least 15 characters. A few words in a row do well.').waitFor();
  const describedBy = await field.getAttribute('aria-describedby');
  expect(await page.locator(`[id="${describedBy}"]`).innerText()).toContain('At least 15');
  const passwords = section(page, 'Password').locator('input:not([tabindex="-1"])');
  expect(await passwords.count()).toBe(1);
  expect(await field.getAttribute('autocomplete')).toBe('new-password');
  expect(await field.getAttribute('passwordrules')).toBe('minlength: 15; maxlength: 256;');
});

test('what cannot be taken is refused at the field, before a proof is asked for', async () => {
  const { page } = await example.signIn(await example.register());
  const field = page.getByLabel('New password');
  for (const [typed, sentence] of [
    ['short', 'At least 15 characters.'],
    ['passwordpassword', 'Too easy to guess.'],
    ['ada lovelace ada lovelace', 'Too close to your name or address.'],
  ] as const) {
    await field.fill(typed);
    await page.getByRole('button', { name: 'Change password' }).click();
    await section(page, 'Password').locator('.selvedge-error', { hasText: sentence }).waitFor();
    expect(await field.inputValue()).toBe(typed);
    expect(await page.getByRole('dialog').count()).toBe(0);
  }
});

test('a cancelled proof leaves what was typed, and the old password', async () => {
  const person = await example.register();
  const { page } = await example.signIn(person);
  await page.getByLabel('New password').fill(next);
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('Nothing was changed.').waitFor();
  expect(await page.getByLabel('New password').inputValue()).toBe(next);
  await example.signIn(person);

  await page.getByRole('button', { name: 'Change password' }).click();
  await confirmItsMe(page);
  await page.getByText('Password changed.').waitFor();
});

test('a password manager is led to the page by its well-known path, and finds nothing beside it', async () => {
  const person = await example.register();
  const { page } = await example.signIn(person);
  await page.goto(`${example.server.origin}/.well-known/change-password`);
  await page.getByLabel('New password').waitFor();
  const other = '/.well-known/resource-that-should-not-exist-whose-status-code-should-not-be-200';
  expect((await fetch(example.server.origin + other)).status).toBe(404);
});
