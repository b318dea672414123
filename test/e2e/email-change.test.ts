import { describe, expect, test } from 'vitest';
import type { Page } from 'playwright';
import { confirmItsMe, countClicks, linkIn, section, startExample } from '../support/example.ts';

const example = startExample();

/** Asks for a new address, with the proof. */
async function ask(page: Page, address: string): Promise<void> {
  await page.getByLabel('New address').fill(address);
  await page.getByRole('button', { name: 'Send link' }).click();
  await confirmItsMe(page);
  await page.getByText(`Open the link we sent to ${address}`).waitFor();
}

const currentAddress = (page: Page): Promise<string> =>
  section(page, 'Email address').locator('.selvedge-detail-value').innerText();

describe('changing the address', () => {
  test('takes three clicks and the link, which works in another browser without a session', async () => {
    const person = await example.register();
    const fresh = `fresh-${person.email}`;
    const { page, calls } = await example.signIn(person);
    const clicks = await countClicks(page);

    await page.getByLabel('New address').click();
    await page.keyboard.type(`  ${fresh} `);
    await page.getByRole('button', { name: 'Send link' }).click();
    const prompt = page.getByRole('dialog', { name: 'Confirm it’s you' });
    await prompt.waitFor();
    // The field of the prompt has the focus already: no click.
    await page.keyboard.type(person.password);
    await prompt.getByRole('button', { name: 'Confirm', exact: true }).click();
    await page.getByText(`Open the link we sent to ${fresh}`).waitFor();
    expect(clicks()).toBe(3);
    expect(calls.slice(1)).toEqual(['PUT /users/me/email', 'POST /step-up', 'PUT /users/me/email']);

    await page.reload();
    await page.getByText(`Open the link we sent to ${fresh}`).waitFor();
    expect(await currentAddress(page)).toContain(person.email);

    const elsewhere = await example.visit();
    await elsewhere.page.goto(linkIn(await example.mailTo(fresh, /Confirm your new email/)));
    await elsewhere.page.getByRole('button', { name: 'Confirm address' }).waitFor();
    await expect.poll(() => elsewhere.page.url()).toBe(`${example.server.origin}/confirm-email`);
    expect(elsewhere.calls.filter((call) => call.startsWith('POST'))).toEqual([]);
    await elsewhere.page.getByRole('button', { name: 'Confirm address' }).click();
    await elsewhere.page.getByText('is now the address of your account').waitFor();
    expect(await elsewhere.context.cookies()).toEqual([]);

    await page.reload();
    await page.getByLabel('New address').waitFor();
    expect(await currentAddress(page)).toBe(`${fresh} Verified`);
  });

  test('says so when the link was used already', async () => {
    const person = await example.register();
    const fresh = `fresh-${person.email}`;
    const { page } = await example.signIn(person);
    await ask(page, fresh);
    const link = linkIn(await example.mailTo(fresh, /Confirm/));
    const { page: first } = await example.visit();
    await first.goto(link);
    await first.getByRole('button', { name: 'Confirm address' }).click();
    await first.getByText('is now the address').waitFor();
    await first.goto('/mailbox');
    await first.goto(link);
    await first.getByRole('button', { name: 'Confirm address' }).click();
    await first.getByText('This link was used already.').waitFor();
  });

  test('keeps the typed address when the proof is cancelled, and changes nothing', async () => {
    const person = await example.register();
    const { page, calls } = await example.signIn(person);
    await page.getByLabel('New address').fill('elsewhere@example.com');
    await page.getByRole('button', { name: 'Send link' }).click();
    const prompt = page.getByRole('dialog', { name: 'Confirm it’s you' });
    await prompt.getByLabel('Password', { exact: true }).fill('half a passw');
    await page.keyboard.press('Escape');
    await prompt.waitFor({ state: 'detached' });
    await page.getByText('Nothing was changed.').waitFor();
    expect(await page.getByLabel('New address').inputValue()).toBe('elsewhere@example.com');
    expect(calls.slice(1)).toEqual(['PUT /users/me/email']);
    expect(example.server.dump()).not.toContain('elsewhere@example.com');
  });

  test('asks for one proof and sends one request where somebody clicks twice', async () => {
    const person = await example.register();
    // So tall that the button is seen without scrolling, and not where the prompt will be.
    const viewport = { width: 1280, height: 1280 };
    const { page, calls } = await example.signIn(person, { viewport });
    await page.getByLabel('New address').fill(`twice-${person.email}`);
    const box = await page.getByRole('button', { name: 'Send link' }).boundingBox();
    if (box === null) throw new Error('There is no button.');
    await page.mouse.move(box.x + 10, box.y + 10);
    for (const clickCount of [1, 2]) {
      await page.mouse.down({ clickCount });
      await page.mouse.up({ clickCount });
      // A person's pace: the prompt is open by the second press, which lands beside it.
      if (clickCount === 1) await page.getByRole('dialog').waitFor();
    }
    await confirmItsMe(page);
    await page.getByText(`Open the link we sent to twice-${person.email}`).waitFor();
    expect(calls.filter((call) => call === 'PUT /users/me/email')).toHaveLength(2);
    expect(calls.filter((call) => call === 'POST /step-up')).toHaveLength(1);
  });

  test('asks again for the password when it was wrong, and then goes on by itself', async () => {
    const person = await example.register();
    const { page } = await example.signIn(person);
    await page.getByLabel('New address').fill(`next-${person.email}`);
    await page.getByRole('button', { name: 'Send link' }).click();
    await confirmItsMe(page, 'not this one');
    await page.getByText('That is not your password.').waitFor();
    await confirmItsMe(page);
    await page.getByText(`Open the link we sent to next-${person.email}`).waitFor();
  });

  test('sends the link again after the wait, and only then', async () => {
    const person = await example.register();
    const fresh = `again-${person.email}`;
    const visitor = await example.signIn(person);
    const { page } = visitor;
    await page.clock.install();
    await page.reload();
    await ask(page, fresh);
    const mailsToFresh = async (): Promise<number> =>
      (await example.server.mails()).filter(({ to }) => to === fresh).length;
    await example.mailTo(fresh, /Confirm/);
    const button = page.getByRole('button', { name: /^Send again in \d+ seconds$/ });
    await button.click({ force: true });
    expect(visitor.calls).not.toContain('POST /users/me/email/pending/resend');

    await example.server.advance(61);
    await page.clock.fastForward(61_000);
    await page.getByRole('button', { name: 'Send again', exact: true }).click();
    await page.getByText('Sent again.').waitFor();
    await expect.poll(mailsToFresh).toBe(2);
    await button.waitFor();
  });

  test('gives the new address up, and its link is dead', async () => {
    const person = await example.register();
    const fresh = `gone-${person.email}`;
    const { page } = await example.signIn(person);
    await ask(page, fresh);
    const link = linkIn(await example.mailTo(fresh, /Confirm/));
    await page.getByRole('button', { name: 'Keep the old address' }).click();
    await page.getByText('Your address stays as it is.').waitFor();
    expect(
      await page.getByLabel('New address').evaluate((it) => it === document.activeElement),
    ).toBe(true);
    const { page: other } = await example.visit();
    await other.goto(link);
    await other.getByRole('button', { name: 'Confirm address' }).click();
    await other.getByText('This link does not work. Use the newest mail.').waitFor();
    await page.reload();
    await page.getByLabel('New address').waitFor();
    expect(await currentAddress(page)).toContain(person.email);
  });

  test('answers an address that is taken as any other, and warns its owner', async () => {
    const grace = await example.register('Grace Hopper');
    const { page } = await example.signIn(await example.register());
    await ask(page, grace.email);
    const warning = await example.mailTo(grace.email, /Someone entered your email address/);
    expect(warning.text).not.toContain('#token=');
  });
});

describe('the notice at the old address', () => {
  test('stops a change that waits, with "this wasn’t me", and ends every session', async () => {
    const person = await example.register();
    const thief = await example.signIn(person);
    const owner = await example.signIn(person);
    const fresh = `thief-${person.email}`;
    await ask(thief.page, fresh);
    const notice = await example.mailTo(person.email, /asked to change the email address/);
    const { page } = await example.visit();
    await page.goto(linkIn(notice));
    await expect.poll(() => page.url()).toBe(`${example.server.origin}/not-me`);
    await page.getByRole('button', { name: 'Stop the change and sign out everywhere' }).click();
    await page.getByText('and every session has ended').waitFor();

    const link = linkIn(await example.mailTo(fresh, /Confirm/));
    await page.goto('/mailbox');
    await page.goto(link);
    await page.getByRole('button', { name: 'Confirm address' }).click();
    await page.getByText('This link does not work.').waitFor();
    for (const { page: signedIn } of [thief, owner]) {
      await signedIn.reload();
      await signedIn.getByText('You are signed out.').first().waitFor();
    }
  });

  test('puts the old address back after the change, and ends every session', async () => {
    const person = await example.register();
    const thief = await example.signIn(person);
    const fresh = `stolen-${person.email}`;
    await ask(thief.page, fresh);
    const { page } = await example.visit();
    await page.goto(linkIn(await example.mailTo(fresh, /Confirm/)));
    await page.getByRole('button', { name: 'Confirm address' }).click();
    await page.getByText('is now the address').waitFor();

    const notice = await example.mailTo(person.email, /email address .* was changed/);
    expect(notice.text).not.toContain(fresh);
    await page.goto('/mailbox');
    await page.goto(linkIn(notice));
    await page.getByRole('button', { name: 'Stop the change and sign out everywhere' }).click();
    await page.getByText('and every session has ended').waitFor();
    await thief.page.reload();
    await thief.page.getByText('You are signed out.').first().waitFor();

    const { page: back } = await example.signIn(person);
    await back.getByLabel('New address').waitFor();
    expect(await currentAddress(back)).toContain(`${person.email} `);
  });
});
