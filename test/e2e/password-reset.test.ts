import { expect, test } from 'vitest';
import type { Page } from 'playwright';
import { linkIn, startExample } from '../support/example.ts';

const example = startExample();
const next = 'marble staircase in the morning';

async function signInBy(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.keyboard.press('Enter');
}

test('a forgotten password is replaced by a link that works once, and ends what was open before', async () => {
  const person = await example.register();
  const before = await example.signIn(person);
  const { page, context } = await example.visit();
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await page.getByLabel('Email address').fill(person.email);
  await page.keyboard.press('Enter');
  await page.getByText(`If there is an account for ${person.email}`).waitFor();

  const link = linkIn(await example.mailTo(person.email, /^Choose a new password/));
  await page.goto(link);
  await expect.poll(() => page.url()).toBe(`${example.server.origin}/reset-password`);
  await page.getByRole('textbox', { name: 'New password' }).fill('too short');
  await page.getByRole('button', { name: 'Set new password' }).click();
  await page.getByText('Too short. Take at least 15 characters.').waitFor();
  await page.getByRole('textbox', { name: 'New password' }).fill(next);
  await page.keyboard.press('Enter');
  await page.getByText('Your password is changed. Sign in with it.').waitFor();
  // A link is no sign-in.
  expect((await context.cookies()).filter(({ name }) => name.endsWith('selvedge-session'))).toEqual(
    [],
  );

  await before.page.reload();
  await before.page.getByText('You are signed out.').first().waitFor();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await signInBy(page, person.email, person.password);
  await page.getByText('Email or password is not right.').waitFor();
  await signInBy(page, person.email, next);
  await page.getByText(person.email).waitFor();

  const again = await example.visit();
  await again.page.goto(link);
  await again.page
    .getByRole('textbox', { name: 'New password' })
    .fill('another one for the same link');
  await again.page.keyboard.press('Enter');
  await again.page.getByText('This link was used already.').waitFor();
  const { text } = await example.mailTo(person.email, /^A new password was chosen/);
  expect(text).not.toContain(next);
  expect(example.server.dump()).not.toContain(next);
});

test('an unknown address is answered the same, and gets no mail', async () => {
  const { page } = await example.visit();
  await page.goto('/forgot-password');
  await page.getByLabel('Email address').fill('nobody@example.com');
  await page.getByRole('button', { name: 'Mail me a link' }).click();
  await page.getByText('If there is an account for nobody@example.com').waitFor();
  const person = await example.register();
  // What was asked for before has left by the time that this mail is there.
  await example.mailTo(person.email, /^Confirm your email/);
  expect((await example.server.mails()).filter(({ to }) => to === 'nobody@example.com')).toEqual(
    [],
  );
});

test('after a sign-up the address is verified by the link of its mail', async () => {
  const person = await example.register();
  const { page } = await example.signIn(person);
  await page.getByText('Not verified').waitFor();
  await page.getByText('Open the link that we mailed you.').waitFor();
  const elsewhere = await example.visit();
  await elsewhere.page.goto(linkIn(await example.mailTo(person.email, /^Confirm your email/)));
  await elsewhere.page.getByRole('button', { name: 'Confirm address' }).click();
  await elsewhere.page.getByText('is now the address of your account').waitFor();
  await page.reload();
  await page.getByText('Verified', { exact: true }).waitFor();
  expect(await page.getByText('Open the link that we mailed you.').count()).toBe(0);
});
