import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright';
import type { AxeResults, RunOptions } from 'axe-core';
import { describe, expect, test } from 'vitest';
import type { Visitor } from '../support/example.ts';
import { linkIn, password, section, startExample } from '../support/example.ts';
import { cameraPhoto } from '../support/pictures.ts';

const example = startExample();
const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

interface Axe {
  run(options: RunOptions): Promise<AxeResults>;
}

/** Everything that axe has against a page, a line each; with a rule named, by that rule. */
async function findFaults({ context, page }: Visitor, rule?: string): Promise<string[]> {
  // By way of the debugger: the page's policy would refuse it as a script.
  const debug = await context.newCDPSession(page);
  await debug.send('Runtime.evaluate', { expression: axeSource });
  await debug.detach();
  const { violations } = await page.evaluate(
    (runOnly) =>
      (window as unknown as { axe: Axe }).axe.run(runOnly === undefined ? {} : { runOnly }),
    rule,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

// Runs in the page: waits for what moves, except for what never ends.
async function settleColours(): Promise<void> {
  const moving = document
    .getAnimations()
    .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
  await Promise.allSettled(moving.map(({ finished }) => finished));
}

const isWiderThanWindow = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

async function openSettings(visitor: Visitor): Promise<void> {
  await section(visitor.page, 'Delete account').getByRole('checkbox').waitFor();
}

/** Walks through the states in which the settings can be seen, and the pages of the mails. */
async function* walk(visitor: Visitor, email: string): AsyncGenerator<string> {
  const { page } = visitor;
  await openSettings(visitor);
  yield 'settings';
  await page.getByLabel('Username').fill('Not possible!');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByLabel('New password').fill('short');
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.getByRole('button', { name: 'Delete my account' }).click();
  await page.getByText('Tick this first.').waitFor();
  yield 'refused fields';
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Upload picture' }).click();
  await (
    await chooser
  ).setFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(cameraPhoto) });
  await page.getByRole('slider', { name: 'Zoom' }).waitFor();
  yield 'cropping';
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Picture changed.').waitFor();
  await page.getByLabel('New address').fill(`very-long-new-address-${email}`);
  await page.getByRole('button', { name: 'Send link' }).click();
  await page.getByRole('dialog').getByLabel('Password', { exact: true }).fill('wrong');
  await page.keyboard.press('Enter');
  await page.getByText('That is not your password.').waitFor();
  yield 'prompt';
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await page.getByText('Open the link we sent to').waitFor();
  yield 'pending';
  const link = linkIn(await example.mailTo(`very-long-new-address-${email}`, /Confirm/));
  const notice = linkIn(await example.mailTo(email, /asked to change/));
  await page.goto('/mailbox');
  await page.getByRole('article').first().waitFor();
  yield 'mailbox';
  await page.goto(link);
  await page.getByRole('button', { name: 'Confirm address' }).waitFor();
  yield 'confirmation';
  await page.goto(notice);
  await page.getByRole('button', { name: 'Stop the change' }).click();
  await page.getByText('every session has ended').waitFor();
  yield 'reported';
  await page.goto('/');
  await page.getByText('You are signed out.').first().waitFor();
  yield 'signed out';
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Create an account' }).click();
  yield 'sign-up';
}

describe('every page', () => {
  test('has no fault that axe knows, in the light and in the dark', async () => {
    const person = await example.register();
    const visitor = await example.signIn(person);
    const faults: string[] = [];
    for await (const state of walk(visitor, person.email)) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await visitor.page.emulateMedia({ colorScheme });
        await visitor.page.evaluate(settleColours);
        const rule = colorScheme === 'dark' ? 'color-contrast' : undefined;
        const found = await findFaults(visitor, rule);
        faults.push(...found.map((fault) => `${state}, ${colorScheme}: ${fault}`));
      }
    }
    expect(faults).toEqual([]);
  });

  test('fits into 320 px without scrolling sideways, in both directions of writing', async () => {
    const person = await example.register('Wolfeschlegelsteinhausenbergerdorff');
    const visitor = await example.signIn(person, { viewport: { width: 320, height: 640 } });
    const wide: string[] = [];
    for await (const state of walk(visitor, person.email)) {
      for (const direction of ['rtl', 'ltr']) {
        await visitor.page.evaluate((dir) => {
          for (const root of document.querySelectorAll('html, .selvedge-root')) {
            root.setAttribute('dir', dir);
          }
        }, direction);
        if (await isWiderThanWindow(visitor.page)) wide.push(`${state}, ${direction}`);
      }
    }
    expect(wide).toEqual([]);
  });

  test('is dark where the system is', async () => {
    const visitor = await example.signIn(await example.register(), { colorScheme: 'dark' });
    await openSettings(visitor);
    const lightness = (selector: string, property: string): Promise<number> =>
      visitor.page
        .locator(selector)
        .first()
        .evaluate((element, name) => {
          const context = new OffscreenCanvas(1, 1).getContext('2d');
          if (context === null) throw new Error('no canvas');
          context.fillStyle = getComputedStyle(element).getPropertyValue(name);
          context.fillRect(0, 0, 1, 1);
          const [r = 0, g = 0, b = 0] = context.getImageData(0, 0, 1, 1).data;
          return (r + g + b) / 765;
        }, property);
    expect(await lightness('html', 'background-color')).toBeLessThan(0.2);
    expect(await lightness('.selvedge-title', 'color')).toBeGreaterThan(0.8);
    expect(await lightness('.selvedge-input', 'color')).toBeGreaterThan(0.8);
  });

  test('speaks German when asked to', async () => {
    const { page } = await example.signIn(await example.register());
    await page.goto('/?lang=de');
    await page.getByRole('heading', { name: 'Profil', exact: true }).waitFor();
    expect(await page.locator('.selvedge-root').first().getAttribute('lang')).toBe('de');
  });
});

describe('with the keyboard alone', () => {
  test('the whole page is walked in its order, and the prompt keeps, closes and returns the focus', async () => {
    const person = await example.register();
    const visitor = await example.signIn(person);
    const { page, calls } = visitor;
    await openSettings(visitor);
    const focused = (): Promise<string> =>
      page.evaluate(() => {
        const element = document.activeElement;
        const label = (element as HTMLInputElement | null)?.labels?.[0]?.innerText;
        return (label ?? element?.getAttribute('aria-label') ?? (element as HTMLElement).innerText)
          .trim()
          .replace(/ in \d+ second[\s\S]*/, '');
      });
    // Fetched when everything else is there.
    await page.getByRole('button', { name: 'Add a passkey' }).waitFor();
    const order: string[] = [];
    for (let stop = 0; stop < 40; stop += 1) {
      await page.keyboard.press('Tab');
      order.push(await focused());
      if (order.at(-1) === 'Delete my account') break;
    }
    expect(order).toEqual([
      'Example',
      'Settings',
      'Mailbox',
      'Sign out',
      'Upload picture',
      'Name',
      'Given name',
      'Family name',
      'Username',
      'Nickname',
      'Language',
      'Save',
      'Send again',
      'New address',
      'Send link',
      'New password',
      'Show password',
      'Change password',
      'Set up',
      'Add a passkey',
      'I understand that this cannot be undone.',
      'Delete my account',
    ]);

    while ((await focused()) !== 'New address') await page.keyboard.press('Shift+Tab');
    await page.keyboard.type(`keys-${person.email}`);
    await page.keyboard.press('Enter');
    const prompt = page.getByRole('dialog', { name: 'Confirm it’s you' });
    await prompt.waitFor();
    expect(await focused()).toBe('Password');
    for (let stop = 0; stop < 6; stop += 1) {
      await page.keyboard.press('Tab');
      const inside = await page.evaluate(() => {
        const element = document.activeElement;
        // The browser's own controls are between the last stop and the first.
        return element === document.body || element?.closest('dialog') !== null;
      });
      expect(inside).toBe(true);
    }
    await page.keyboard.press('Escape');
    await prompt.waitFor({ state: 'detached' });
    expect(await focused()).toBe('New address');
    await page.keyboard.press('Enter');
    await prompt.waitFor();
    await page.keyboard.type(person.password);
    await page.keyboard.press('Enter');
    await page.getByText(`Open the link we sent to keys-${person.email}`).waitFor();
    expect(calls.filter((call) => call === 'PUT /users/me/email')).toHaveLength(3);
  });
});

describe('what the browser gets', () => {
  test('is under a strict policy, holds nothing secret, and names no other origin', async () => {
    const person = await example.register();
    const { page, context } = await example.signIn(person);
    const response = await page.goto('/');
    const policy = response?.headers()['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types 'none'");
    expect(policy).not.toContain('unsafe');
    const html = (await response?.text()) ?? '';
    const [cookie] = await context.cookies();
    for (const secret of [person.email, person.name, person.password, cookie?.value ?? 'none']) {
      expect(html).not.toContain(secret);
    }
    const sources = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => url);
    expect(sources.every((url) => url?.startsWith('/') && !url.startsWith('//'))).toBe(true);
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|\sstyle=|\son\w+=/);
  });

  test('does not give the server’s files away', async () => {
    for (const path of ['/../key', '/..%2faccounts.db', '/accounts.db', '/key', '/mails.jsonl']) {
      const response = await fetch(example.server.origin + path);
      expect(await response.text()).toContain('<div id="root">');
    }
  });
});
