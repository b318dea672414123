import type { CDPSession, Locator, Page } from 'playwright';
import { expect, test } from 'vitest';
import { setUpApp, twoStep } from '../support/authenticator-app.ts';
import { authenticatorOptions } from '../support/authenticator-options.ts';
import type { Visitor } from '../support/example.ts';
import { confirmItsMe, section, startExample } from '../support/example.ts';

const example = startExample();

const passkeys = (page: Page): Locator => section(page, 'Passkeys');
const prompt = (page: Page): Locator => page.getByRole('dialog', { name: 'Confirm it’s you' });

/** Gives a page's browser an authenticator that has everything but a person. */
async function giveAuthenticator({ context, page }: Visitor): Promise<CDPSession> {
  const session = await context.newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: authenticatorOptions,
  });
  return session;
}

async function signInByPasskey(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.getByRole('button', { name: 'Use a passkey' }).click();
}

/** Somebody with a passkey in this browser, and the settings open. */
async function addOne() {
  const person = await example.register();
  const visitor = await example.signIn(person);
  await giveAuthenticator(visitor);
  const { page } = visitor;
  await passkeys(page).getByRole('button', { name: 'Add a passkey' }).click();
  await confirmItsMe(page);
  await passkeys(page).getByText('The passkey is added.').waitFor();
  return { ...visitor, person };
}

test('is added, proves who it is, and signs in without anything typed', async () => {
  const { page, person, calls } = await addOne();
  // By the name of the browser and its system, until it is given another.
  expect(await passkeys(page).locator('bdi').innerText()).toMatch(/^\w+, \w+/);
  await passkeys(page).getByText('Never used').waitFor();
  await example.mailTo(person.email, /passkey/i);

  const fresh = `fresh-${person.email}`;
  await page.getByLabel('New address').fill(fresh);
  await page.getByRole('button', { name: 'Send link' }).click();
  await prompt(page).getByRole('button', { name: 'Use another way' }).click();
  await prompt(page)
    .getByRole('button', { name: /^Passkey/ })
    .click();
  calls.length = 0;
  await prompt(page).getByRole('button', { name: 'Use passkey' }).click();
  await page.getByText(`Open the link we sent to ${fresh}`).waitFor();
  expect(calls).toEqual(['POST /step-up/start', 'POST /step-up', 'PUT /users/me/email']);
  await passkeys(page)
    .getByText(/Last used/)
    .waitFor();

  await signInByPasskey(page);
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
  await page.getByText(person.email).first().waitFor();
});

test('takes another name by the keyboard, and opens nothing any more once it is removed', async () => {
  const { page, person } = await addOne();
  await passkeys(page)
    .getByRole('button', { name: /^Rename/ })
    .click();
  await page.keyboard.type('My laptop');
  await page.keyboard.press('Enter');
  await passkeys(page).getByText('The passkey has its new name.').waitFor();
  expect(
    await passkeys(page)
      .getByRole('button', { name: 'Rename My laptop' })
      .evaluate((it) => it === document.activeElement),
  ).toBe(true);
  await page.reload();
  await passkeys(page).getByText('My laptop').waitFor();

  await passkeys(page).getByRole('button', { name: 'Remove My laptop' }).click();
  await confirmItsMe(page);
  await passkeys(page).getByText('You have no passkey yet.').waitFor();
  // The browser still has it; the server does not.
  await signInByPasskey(page);
  await page.getByText('That passkey belongs to no account here.').waitFor();
  await example.mailTo(person.email, /passkey.*removed/i);
});

test('is two steps by itself: no code is asked for beside it, and it proves before the app does', async () => {
  const { page, person } = await addOne();
  await setUpApp(page);
  await twoStep(page).getByRole('button', { name: 'I have kept them' }).click();
  await twoStep(page).getByRole('button', { name: 'Make new codes' }).click();
  await prompt(page).getByRole('button', { name: 'Use passkey' }).click();
  await twoStep(page).getByRole('heading', { name: 'Your recovery codes' }).waitFor();
  await signInByPasskey(page);
  await page.getByText(person.email).first().waitFor();
});

test('the same device makes no second one', async () => {
  const { page } = await addOne();
  await passkeys(page).getByRole('button', { name: 'Add a passkey' }).click();
  await confirmItsMe(page);
  await passkeys(page).getByText('This device has a passkey for your account already.').waitFor();
});
