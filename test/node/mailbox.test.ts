import { appendFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMailbox } from '../../src/node.ts';

let outer = '';
beforeEach(async () => {
  outer = await mkdtemp(join(tmpdir(), 'selvedge-mailbox-'));
});
afterEach(() => rm(outer, { recursive: true }));

const mail = (name: string) => ({
  to: 'ann@example.com',
  subject: name,
  text: `Hello\n${name}\u2028`,
  html: `<p>${name}</p>`,
  language: 'en',
  messageId: `${name}@example.com`,
});

test('lists the mails, newest first, with the time that they came', async () => {
  let now = Date.UTC(2026, 10, 20, 12);
  for (const folder of [undefined, join(outer, 'mails')]) {
    const mailbox = createMailbox({ ...(folder ? { folder } : {}), clock: { now: () => now } });
    expect(await mailbox.list()).toEqual([]);
    await mailbox.send(mail('first'));
    now += 1000;
    await mailbox.send(mail('second'));
    expect(await mailbox.list()).toEqual([
      { ...mail('second'), keptAt: '2026-11-20T12:00:01.000Z' },
      { ...mail('first'), keptAt: '2026-11-20T12:00:00.000Z' },
    ]);
    now -= 1000;
  }
});

test('shows a mail once, however often it was tried', async () => {
  const mailbox = createMailbox();
  await mailbox.send(mail('first'));
  await mailbox.send(mail('second'));
  await mailbox.send(mail('first'));
  expect((await mailbox.list()).map(({ subject }) => subject)).toEqual(['second', 'first']);
});

test('keeps them between starts in a folder, readable for the owner alone', async () => {
  const folder = join(outer, 'mails');
  await createMailbox({ folder }).send(mail('first'));
  const next = createMailbox({ folder });
  await next.send(mail('second'));
  expect((await next.list()).map(({ subject }) => subject)).toEqual(['second', 'first']);
  expect((await stat(join(folder, 'mails.jsonl'))).mode & 0o777).toBe(0o600);
});

test('loses nothing but the torn line of a server that was killed', async () => {
  const folder = join(outer, 'mails');
  const mailbox = createMailbox({ folder });
  await mailbox.send(mail('first'));
  await appendFile(join(folder, 'mails.jsonl'), '\n{"to":"ann@exa');
  await mailbox.send(mail('second'));
  expect((await mailbox.list()).map(({ subject }) => subject)).toEqual(['second', 'first']);
});

test('mails that are sent at the same time are all there', async () => {
  const mailbox = createMailbox({ folder: join(outer, 'mails') });
  await Promise.all(Array.from({ length: 50 }, (_, index) => mailbox.send(mail(`mail ${index}`))));
  expect(await mailbox.list()).toHaveLength(50);
});
