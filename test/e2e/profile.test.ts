import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { section, startExample, lateParts } from '../support/example.ts';

const example = startExample();
const unique = (): string => `u${randomBytes(5).toString('hex')}`;

describe('editing the profile', () => {
  test('shows the edit after a reload, and after a restart of the server', async () => {
    const person = await example.register();
    const { page, calls } = await example.signIn(person);
    const username = unique();
    await page.getByLabel('Given name').fill('Augusta');
    await page.getByLabel('Username').fill(`  ${username.toUpperCase()} `);
    await page.getByLabel('Language').selectOption('pt-BR');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    // The page speaks the language that was chosen, as soon as it is stored.
    await page.getByText('Salvo').waitFor();
    expect(calls).toEqual(['GET /users/me', 'PUT /users/me']);

    const expectStored = async (): Promise<void> => {
      await page.reload();
      await page.getByText(person.email).waitFor();
      expect(await page.getByLabel('Nome', { exact: true }).inputValue()).toBe('Augusta');
      expect(await page.getByLabel('Nome de usuário').inputValue()).toBe(username);
      expect(await page.getByLabel('Idioma').inputValue()).toBe('pt-BR');
    };
    await expectStored();
    expect(await example.server.stop('SIGINT')).toBe(0);
    await example.server.start();
    await expectStored();
  });

  test('says that a username is taken, at the field, and takes the next one at the first press', async () => {
    const taken = unique();
    const { page: other } = await example.signIn(await example.register('Grace Hopper'));
    await other.getByLabel('Username').fill(taken);
    await other.getByRole('button', { name: 'Save', exact: true }).click();
    await other.getByText('Saved').waitFor();

    const { page } = await example.signIn(await example.register());
    const field = page.getByLabel('Username');
    await field.fill(taken);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Somebody has this already.').waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => field.evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await field.inputValue()).toBe(taken);

    await field.fill(unique());
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved').waitFor();
  });

  test('judges what the server would refuse without asking it', async () => {
    const { page, calls } = await example.signIn(await example.register());
    await page.getByLabel('Username').fill('Not possible!');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Use the letters a to z').waitFor();
    expect(calls).toEqual(['GET /users/me']);
  });

  test('merges what two tabs changed in different fields', async () => {
    const visitor = await example.signIn(await example.register());
    const { page } = visitor;
    const tab = await example.openTab(visitor);
    await page.getByLabel('Nickname').fill('Countess');
    await tab.getByLabel('Family name').fill('King');
    await tab.getByRole('button', { name: 'Save', exact: true }).click();
    await tab.getByText('Saved').waitFor();
    await page.bringToFront();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved').waitFor();
    expect(await page.getByLabel('Family name').inputValue()).toBe('King');
    expect(await page.getByLabel('Nickname').inputValue()).toBe('Countess');
  });

  test('asks which one counts when two tabs changed the same field', async () => {
    const visitor = await example.signIn(await example.register());
    const { page } = visitor;
    const tab = await example.openTab(visitor);
    await page.getByLabel('Nickname').fill('Mine');
    await tab.getByLabel('Nickname').fill('Theirs');
    await tab.getByRole('button', { name: 'Save', exact: true }).click();
    await tab.getByText('Saved').waitFor();
    await page.bringToFront();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Changed elsewhere to “Theirs”.').waitFor();
    expect(await page.getByLabel('Nickname').inputValue()).toBe('Mine');

    await page.getByRole('button', { name: 'Keep mine' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved').waitFor();
    await tab.reload();
    await expect.poll(() => tab.getByLabel('Nickname').inputValue()).toBe('Mine');
  });
});

describe('a hasty or unlucky person', () => {
  test('sends one request with a double click, and one with twenty Enters', async () => {
    const { page, context, calls } = await example.signIn(await example.register());
    const puts = (): string[] => calls.filter((call) => call.startsWith('PUT'));
    // Slow enough that all presses come while the first is under way.
    await context.route('**/users/me', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      await route.continue();
    });
    await page.getByLabel('Nickname').fill('Double');
    await page.getByRole('button', { name: 'Save', exact: true }).dblclick();
    await page.getByText('Saved').waitFor();
    expect(puts()).toHaveLength(1);

    await page.getByLabel('Nickname').fill('Twenty');
    for (let time = 0; time < 20; time += 1) await page.keyboard.press('Enter');
    await expect.poll(puts).toHaveLength(2);
    await page.getByText('Saved').waitFor();
    await page.reload();
    await expect.poll(() => page.getByLabel('Nickname').inputValue()).toBe('Twenty');
    expect(puts()).toHaveLength(2);
  });

  test('loses nothing that was typed while offline, and saves it afterwards', async () => {
    const { page, context } = await example.signIn(await example.register());
    await page.getByLabel('Nickname').fill('On a train');
    example.allow(lateParts);
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    // The lists further down may say so, too.
    await section(page, 'Profile').getByText('You seem to be offline.').waitFor();
    expect(await page.getByLabel('Nickname').inputValue()).toBe('On a train');
    await context.setOffline(false);
    expect(await page.getByLabel('Nickname').inputValue()).toBe('On a train');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved').waitFor();
  });

  test('cannot write into another account that was signed in to in another tab', async () => {
    const visitor = await example.signIn(await example.register());
    const { page } = visitor;
    const grace = await example.register('Grace Hopper');
    await page.getByLabel('Nickname').fill('For Ada alone');
    const tab = await example.openTab(visitor, '/sign-in');
    await tab.getByLabel('Email').fill(grace.email);
    await tab.getByLabel('Password').fill(grace.password);
    await tab.keyboard.press('Enter');
    await tab.getByText(grace.email).waitFor();

    await page.bringToFront();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('You signed in to another account.').waitFor();
    expect(await page.getByLabel('Nickname').inputValue()).toBe('For Ada alone');
    await tab.reload();
    await tab.getByText(grace.email).waitFor();
    expect(await tab.getByLabel('Nickname').inputValue()).toBe('');
  });

  test('sees nothing personal any more after signing out in another tab', async () => {
    const person = await example.register();
    const visitor = await example.signIn(person);
    const { page } = visitor;
    const tab = await example.openTab(visitor);
    await tab.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('You are signed out.').first().waitFor();
    expect(await page.locator('body').innerText()).not.toContain(person.email);
    expect(await section(page, 'Profile').locator('input').count()).toBe(0);
  });
});
