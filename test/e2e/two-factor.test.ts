import { text } from 'node:stream/consumers';
import type { Locator, Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { codeOf, setUpApp, twoStep } from '../support/authenticator-app.ts';
import type { Person, Visitor } from '../support/example.ts';
import { startExample } from '../support/example.ts';

const example = startExample();

/** How far the server's clock was set forward: each code works once, and the next one comes with time. */
let ahead = 0;
async function nextCode(key: string): Promise<string> {
  await example.server.advance(30);
  ahead += 30_000;
  return codeOf(key, ahead);
}

const prompt = (page: Page): Locator => page.getByRole('dialog', { name: 'Confirm it’s you' });

async function guard(): Promise<Visitor & { person: Person; key: string; codes: string[] }> {
  const person = await example.register();
  const visitor = await example.signIn(person);
  const made = await setUpApp(visitor.page, ahead);
  await twoStep(visitor.page).getByRole('button', { name: 'I have kept them' }).click();
  return { ...visitor, ...made, person };
}

/** Signs out, and in again as far as the password goes. */
async function enterPassword(page: Page, person: Person): Promise<void> {
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.getByLabel('Email').fill(person.email);
  await page.getByLabel('Password').fill(person.password);
  await page.keyboard.press('Enter');
}

/** The same, where a code is asked for then. */
async function signInAgain(page: Page, person: Person): Promise<Locator> {
  await enterPassword(page, person);
  const code = page.getByLabel('Code of your app, or a recovery code');
  await code.waitFor();
  return code;
}

describe('an authenticator app', () => {
  test('is set up, asked for at the sign-in, and told of by mail; its secrets are nowhere', async () => {
    const { page, person, key, codes, calls } = await guard();
    expect(codes).toHaveLength(10);
    await twoStep(page).getByText('10 codes left').waitFor();
    await example.mailTo(person.email, /[Tt]wo-step sign-in/);
    const kept = `${example.server.dump()}${JSON.stringify(await example.server.mails())}`;
    for (const secret of [key, ...codes, ...codes.map((code) => code.replace('-', ''))]) {
      expect(kept).not.toContain(secret);
      expect(await page.content()).not.toContain(secret);
    }
    expect(calls.filter((call) => call.startsWith('PUT'))).toEqual([
      'PUT /users/me/two-factor/totp',
    ]);

    const code = await signInAgain(page, person);
    expect(await code.evaluate((it) => it === document.activeElement)).toBe(true);
    await code.fill('000000');
    await page.keyboard.press('Enter');
    await page.getByText('That code does not work. Take the newest.').waitFor();
    await code.fill(await nextCode(key));
    await page.keyboard.press('Enter');
    await page.getByText(person.email).first().waitFor();
    await twoStep(page)
      .getByText(/^On since/)
      .waitFor();
  });

  test('is in place of the password where a proof is asked for', async () => {
    const { page, person, key, calls } = await guard();
    const fresh = `fresh-${person.email}`;
    await page.getByLabel('New address').fill(fresh);
    await page.getByRole('button', { name: 'Send link' }).click();
    await prompt(page)
      .getByText(/^To change your email address, enter the code/)
      .waitFor();
    expect(await prompt(page).getByLabel('Password').count()).toBe(0);
    calls.length = 0;
    await page.keyboard.type(await nextCode(key));
    await page.keyboard.press('Enter');
    await page.getByText(`Open the link we sent to ${fresh}`).waitFor();
    expect(calls).toEqual(['POST /step-up', 'PUT /users/me/email']);
  });

  test('is switched off with a code of its own, and the password is enough again', async () => {
    const { page, person, key } = await guard();
    await twoStep(page).getByRole('button', { name: 'Turn off' }).click();
    await prompt(page)
      .getByLabel('Code', { exact: true })
      .fill(await nextCode(key));
    await page.keyboard.press('Enter');
    await twoStep(page).getByText('Two-step sign-in is off.').waitFor();
    await enterPassword(page, person);
    await page.getByText(person.email).first().waitFor();
  });
});

describe('recovery codes', () => {
  test('open the account once each, when the app is gone', async () => {
    const { page, person, codes } = await guard();
    const [first = '', second = ''] = codes;
    await (await signInAgain(page, person)).fill(first.toLowerCase());
    await page.keyboard.press('Enter');
    await twoStep(page).getByText('9 codes left').waitFor();
    await example.mailTo(person.email, /recovery code/);

    const code = await signInAgain(page, person);
    await code.fill(first);
    await page.keyboard.press('Enter');
    await page.getByText('That code does not work. Take the newest.').waitFor();
    await code.fill(second);
    await page.keyboard.press('Enter');
    await twoStep(page).getByText('8 codes left').waitFor();

    // As a proof, too: new ones, and the old ones are dead.
    await twoStep(page).getByRole('button', { name: 'Make new codes' }).click();
    await prompt(page).getByRole('button', { name: 'Use another way' }).click();
    await prompt(page)
      .getByRole('button', { name: /^Recovery code/ })
      .click();
    await prompt(page)
      .getByLabel('Recovery code')
      .fill(codes[2] ?? '');
    await page.keyboard.press('Enter');
    await twoStep(page).getByRole('heading', { name: 'Your recovery codes' }).waitFor();
    const fresh = await twoStep(page).getByRole('listitem').allInnerTexts();
    expect(fresh.filter((one) => codes.includes(one))).toEqual([]);
    await (await signInAgain(page, person)).fill(codes[3] ?? '');
    await page.keyboard.press('Enter');
    await page.getByText('That code does not work. Take the newest.').waitFor();
  });

  test('are copied, saved and printed from a page with a strict policy', async () => {
    const person = await example.register();
    const { page, context } = await example.signIn(person);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const { codes } = await setUpApp(page, ahead);
    await twoStep(page).getByRole('button', { name: 'Copy' }).click();
    await twoStep(page).getByText('Copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(codes.join('\n'));

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      twoStep(page).getByRole('button', { name: 'Download' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('recovery-codes.txt');
    expect(await text(await download.createReadStream())).toBe(`${codes.join('\n')}\n`);

    await twoStep(page).getByRole('button', { name: 'Print' }).click();
    await twoStep(page).getByRole('button', { name: 'I have kept them' }).click();
    await twoStep(page).getByText('10 codes left').waitFor();
    expect(await page.locator('iframe').count()).toBe(0);
  });
});
