import { expect, test } from 'vitest';
import { section, startExample } from '../support/example.ts';

const example = startExample();

test('two browsers see each other, and one ends the other', async () => {
  const person = await example.register();
  const { page } = await example.signIn(person);
  const other = await example.signIn(person);
  await page.reload();
  const list = section(page, 'Where you are signed in');
  await expect.poll(() => list.getByRole('listitem').count()).toBe(2);
  const [current, remote] = await list.getByRole('listitem').allInnerTexts();
  expect(current).toContain('This device');
  expect(remote).not.toContain('This device');
  await list.getByRole('button', { name: /^Sign out .+ on .+/ }).click();
  await list.getByText('Signed out.').waitFor();
  await expect.poll(() => list.getByRole('listitem').count()).toBe(1);
  await other.page.reload();
  await other.page.getByText('You are signed out.').first().waitFor();
  await page.reload();
  await page.getByText(person.email).waitFor();
});

test('"sign out everywhere else" ends all but this one', async () => {
  const person = await example.register();
  const { page } = await example.signIn(person);
  const others = [await example.signIn(person), await example.signIn(person)];
  await page.reload();
  await page.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await page.getByText('You are signed out everywhere else.').waitFor();
  for (const other of others) {
    await other.page.reload();
    await other.page.getByText('You are signed out.').first().waitFor();
  }
});

test('the activity tells of a failed sign-in, and "not me" ends the other sessions', async () => {
  const person = await example.register();
  const { page } = await example.signIn(person);
  const other = await example.signIn(person);
  const thief = await example.visit();
  await thief.page.goto('/sign-in');
  await thief.page.getByLabel('Email').fill(person.email);
  await thief.page.getByLabel('Password').fill('this is not my password');
  await thief.page.keyboard.press('Enter');
  await thief.page.getByText('Email or password is not right.').waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Not me: A sign-in failed' }).click();
  const dialog = page.getByRole('dialog', { name: 'This wasn’t you?' });
  await dialog.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await page.getByText('Every other device is signed out. Now choose a new password.').waitFor();
  await other.page.reload();
  await other.page.getByText('You are signed out.').first().waitFor();
});
