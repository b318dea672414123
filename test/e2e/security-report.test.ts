import { expect, test } from 'vitest';
import { confirmItsMe, linkIn, startExample } from '../support/example.ts';

const example = startExample();
const stolen = 'marble staircase in the morning';
const next = 'copper kettle on the window sill';

test('"this wasn’t me" in the notice of a new password ends every session and mails the way back', async () => {
  const person = await example.register();
  const thief = await example.signIn(person);
  await thief.page.getByLabel('New password').fill(stolen);
  await thief.page.getByRole('button', { name: 'Change password' }).click();
  await confirmItsMe(thief.page);
  await thief.page.getByText('Password changed.').waitFor();

  const owner = await example.visit();
  const { page } = owner;
  await page.goto(linkIn(await example.mailTo(person.email, /^The password of your/)));
  await expect.poll(() => page.url()).toBe(`${example.server.origin}/secure-account`);
  await page.getByRole('button', { name: 'Secure my account' }).waitFor();
  expect(owner.calls.filter((call) => call.startsWith('POST'))).toEqual([]);
  await page.getByRole('button', { name: 'Secure my account' }).click();
  await page.getByText('Every device is signed out.').waitFor();

  await thief.page.reload();
  await thief.page.getByText('You are signed out.').first().waitFor();
  await page.goto(linkIn(await example.mailTo(person.email, /^Choose a new password/)));
  await page.getByRole('textbox', { name: 'New password' }).fill(next);
  await page.keyboard.press('Enter');
  await page.getByText('Your password is changed.').waitFor();
  await example.signIn({ ...person, password: next });
});
