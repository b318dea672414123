import { expect, test } from 'vitest';
import { watchCanaries } from '../support/example-canaries.ts';
import { startExample } from '../support/example.ts';

const example = startExample();

// Every other test of the running example is searched in this way when it is over.
test('a secret that a page would show, keep or send in an address is found', async () => {
  const person = await example.register();
  const { page, context } = await example.visit();
  const canaries = watchCanaries(context);
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill(person.email);
  await page.getByLabel('Password').fill(person.password);
  await page.keyboard.press('Enter');
  await page.getByText(person.email).waitFor();
  const session = (await context.cookies()).find(({ httpOnly }) => httpOnly);
  expect(await canaries.find()).toEqual([]);

  const planted = { password: person.password, token: session?.value ?? '' };
  await page.evaluate(({ password, token }) => {
    document.body.setAttribute('data-planted', password);
    history.replaceState({ token }, '', `/?of=${encodeURIComponent(password)}`);
    document.cookie = `planted=${token}`;
  }, planted);
  expect((await canaries.find()).toSorted()).toEqual([
    'password in the address',
    'password in the page',
    `${session?.name} in the cookies`,
    `${session?.name} in the state`,
  ]);
  // Taken away again, or this test would be found out as any other.
  await context.clearCookies();
  await page.goto('/sign-in');
});
