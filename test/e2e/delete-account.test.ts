import { mkdirSync, readdirSync, renameSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cameraPhoto } from '../support/pictures.ts';
import { confirmItsMe, section, startExample } from '../support/example.ts';

const example = startExample();

test('says what goes, and wants the box ticked before anything is asked', async () => {
  const { page, calls } = await example.signIn(await example.register());
  const area = section(page, 'Delete account');
  await area.getByRole('checkbox').waitFor();
  expect(await area.getByRole('listitem').allInnerTexts()).toEqual([
    'your profile and your picture',
    'your sign-in, here and on every device',
    'the record of what was done with the account',
  ]);
  await page.getByRole('button', { name: 'Delete my account' }).click();
  await page.getByText('Tick this first.').waitFor();
  expect(await area.getByRole('checkbox').evaluate((it) => it === document.activeElement)).toBe(
    true,
  );
  expect(calls).toEqual(['GET /users/me']);
});

test('leaves the account alone when the proof is cancelled', async () => {
  const person = await example.register();
  const { page } = await example.signIn(person);
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Delete my account' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('Nothing was changed.').waitFor();
  await page.reload();
  await page.getByText(person.email).waitFor();
});

test('deletes everything: session, cookies, rows, pictures and queued mails', async () => {
  const { server } = example;
  const person = await example.register('Rosalind Franklin');
  const { page, context } = await example.signIn(person);
  const elsewhere = await example.signIn(person);
  const origin = { origin: server.origin };
  const uploaded = await context.request.put('/api/auth/users/me/avatar', {
    data: Buffer.from(cameraPhoto),
    headers: { ...origin, 'content-type': 'image/jpeg' },
  });
  const { account } = (await uploaded.json()) as {
    account: { id: string; avatar: { url: string } };
  };
  expect(server.pictures(account.avatar.url)).toHaveLength(2);

  example.allow(/EISDIR/);
  // From here on no mail can be kept, so that all of them wait in the queue.
  const mails = join(server.folder, 'mails.jsonl');
  const aside = `${mails}.aside`;
  const kept = readdirSync(server.folder).includes('mails.jsonl');
  if (kept) renameSync(mails, aside);
  mkdirSync(mails);
  await page.getByLabel('New address').fill(`next-${person.email}`);
  await page.getByRole('button', { name: 'Send link' }).click();
  await confirmItsMe(page);
  await page.getByText('Open the link we sent to').waitFor();
  expect(server.dump()).toContain('"kind": "email_change_link"');

  await page.getByRole('checkbox').check();
  const answered = page.waitForResponse(
    (response) => response.request().method() === 'DELETE' && response.status() === 200,
  );
  await page.getByRole('button', { name: 'Delete my account' }).click();
  await confirmItsMe(page);
  const cookies = await (await answered).headersArray();
  const cleared = cookies
    .filter(({ name }) => name.toLowerCase() === 'set-cookie')
    .map(({ value }) => value);
  const names = [
    'selvedge-session',
    ...['requestEmailChange', 'changePassword', 'deleteAccount'].map(
      (it) => `selvedge-grant-${it}`,
    ),
  ];
  for (const name of names) {
    expect(cleared.some((it) => it.startsWith(`${name}=; `) && it.includes('Max-Age=0'))).toBe(
      true,
    );
  }
  await page.getByText('Your account has been deleted.').filter({ visible: true }).waitFor();
  expect(await page.getByRole('link', { name: 'Sign in' }).getAttribute('href')).toBe('/sign-in');
  expect(await context.cookies()).toEqual([]);

  await elsewhere.page.reload();
  await elsewhere.page.getByText('You are signed out.').first().waitFor();
  await expect.poll(() => server.pictures(account.avatar.url)).toEqual([]);
  const left = JSON.parse(server.dump()) as Record<string, { kind?: string }[]>;
  expect(left['outbox']).toMatchObject([{ kind: 'account_deleted', recipient: person.email }]);
  const rest = JSON.stringify({ ...left, outbox: [] });
  for (const trace of [account.id, person.email, 'Rosalind']) expect(rest).not.toContain(trace);
  expect(JSON.stringify(left['outbox'])).not.toContain('next-');

  rmdirSync(mails);
  if (kept) renameSync(aside, mails);
  await server.advance(3600);
  // Any write wakes the dispatcher.
  await example.register();
  await example.mailTo(person.email, /account was deleted/);
  await expect.poll(() => server.dump()).not.toContain(person.email);
  expect(server.dump()).not.toContain(account.id);

  await page.goto('/sign-in');
  await page.getByLabel('Email').fill(person.email);
  await page.getByLabel('Password').fill(person.password);
  await page.keyboard.press('Enter');
  await page.getByText('Email or password is not right.').waitFor();
});
