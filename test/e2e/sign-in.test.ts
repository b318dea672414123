import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { password, startExample } from '../support/example.ts';

const example = startExample();

describe('signing up', () => {
  test('makes an account and shows its settings, also after a reload', async () => {
    const { page } = await example.visit();
    const email = `new${randomBytes(4).toString('hex')}@example.com`;
    await page.goto('/');
    await page.getByRole('button', { name: 'Sign in' }).first().click();
    await page.getByRole('button', { name: 'Create an account' }).click();
    await page.getByLabel('Name').fill('Mary Jackson');
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Mary Jackson');
    await page.reload();
    await page.getByText(email).waitFor();
  });

  test('says why a password is not taken, and keeps what was typed', async () => {
    const { page } = await example.visit();
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Create an account' }).click();
    await page.getByLabel('Email').fill('short@example.com');
    await page.getByLabel('Password').fill('short');
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByText('The password needs at least 15 characters.').waitFor();
    expect(await page.getByLabel('Email').inputValue()).toBe('short@example.com');
  });

  test('says that an address is taken', async () => {
    const { email } = await example.register();
    const { page } = await example.visit();
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Create an account' }).click();
    await page.getByLabel('Email').fill(email.toUpperCase());
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByText('There is an account with this address.').waitFor();
  });
});

describe('signing in', () => {
  test('leads to the settings; the session cookie is out of the reach of scripts', async () => {
    const person = await example.register();
    const { page, context } = await example.visit();
    await page.goto('/sign-in');
    await page.getByLabel('Email').fill(person.email);
    await page.getByLabel('Password').fill(person.password);
    await page.keyboard.press('Enter');
    await page.getByText(person.email).waitFor();
    const cookies = await context.cookies();
    // The session, and by what the browser is known at its next sign-in.
    expect(cookies).toMatchObject([
      { name: 'selvedge-session', httpOnly: true, sameSite: 'Lax' },
      { name: 'selvedge-device', httpOnly: true, sameSite: 'Lax' },
    ]);
    expect(await page.evaluate(() => document.cookie)).toBe('');
  });

  test.for([
    ['a wrong password', true],
    ['an unknown address', false],
  ] as const)('answers %s with one and the same sentence', async ([, known]) => {
    const { email } = known ? await example.register() : { email: 'nobody@example.com' };
    const { page } = await example.visit();
    await page.goto('/sign-in');
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password').fill('this is not my password');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByText('Email or password is not right.').waitFor();
    await page.goto('/');
    await page.getByText('You are signed out.').first().waitFor();
  });

  test('ends with "Sign out", and the server knows the session no more', async () => {
    const { page, context } = await example.signIn(await example.register());
    const before = await context.cookies();
    const cookie = before.find(({ name }) => name === 'selvedge-session');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    const left = await context.cookies();
    expect(left.map(({ name }) => name)).toEqual(['selvedge-device']);
    const response = await fetch(`${example.server.origin}/api/auth/users/me`, {
      headers: { cookie: `${cookie?.name}=${cookie?.value}` },
    });
    expect(response.status).toBe(401);
  });
});
