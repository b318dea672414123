import { inspect } from 'node:util';
import type { SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, test } from 'vitest';
import { createSmtpMailer } from '../../src/node.ts';
import type { SmtpMailerOptions } from '../../src/node.ts';
import { MailRefused } from '../../src/server/ports/mailer.ts';
import { certificate } from './smtp-certificate.ts';
import type { PostOffice } from './smtp-post-office.ts';
import { openPostOffice, refusal } from './smtp-post-office.ts';

const open: PostOffice[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((office) => office.close()));
});

async function postOffice(options?: SMTPServerOptions): Promise<PostOffice> {
  const office = await openPostOffice(options);
  open.push(office);
  return office;
}

const from = 'no-reply@example.com';
const mail = {
  to: 'ann@example.com',
  subject: 'Hello',
  text: 'Hello',
  html: '<p>Hello</p>',
  language: 'en',
  messageId: '1@example.com',
};
const password = 'p@ss/wörd:%41 1';

async function outcome(options: SmtpMailerOptions): Promise<Error | null> {
  try {
    await (await createSmtpMailer(options)).send(mail);
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Signs in whoever knows the password. */
const guarded: SMTPServerOptions = {
  authOptional: false,
  onAuth(auth, _session, callback) {
    if (auth.username === 'us&er' && auth.password === password) callback(null, { user: 'user' });
    else callback(refusal(535, `wrong: ${auth.password}`));
  },
};

describe('encryption', () => {
  const host = 'localhost';
  const { cert: ca } = certificate;

  test('by STARTTLS, before anything is said', async () => {
    const { port, received } = await postOffice({ ...certificate, disabledCommands: [] });
    expect(await outcome({ host, port, from, ca })).toBeNull();
    expect(received.map(({ encrypted }) => encrypted)).toEqual([true]);
  });

  test('from the first byte with smtps', async () => {
    const { port, received } = await postOffice({ ...certificate, secure: true });
    expect(await outcome({ url: `smtps://${host}:${port}`, from, ca })).toBeNull();
    expect(received.map(({ encrypted }) => encrypted)).toEqual([true]);
  });

  test('is never given up: a server without STARTTLS gets nothing', async () => {
    const { port, received } = await postOffice();
    for (const options of [
      { host, port, from },
      { url: `smtp://${host}:${port}`, from },
    ]) {
      const error = await outcome(options);
      expect(error).toBeInstanceOf(Error);
      expect(error).not.toBeInstanceOf(MailRefused);
    }
    expect(received).toEqual([]);
  });

  test('a certificate that nobody trusts, or of another host, is refused', async () => {
    const implicit = await postOffice({ ...certificate, secure: true });
    const upgraded = await postOffice({ ...certificate, disabledCommands: [] });
    const attempts: SmtpMailerOptions[] = [
      { host, port: implicit.port, protection: 'tls', from },
      { host, port: upgraded.port, from },
      { host: '127.0.0.1', port: implicit.port, protection: 'tls', from, ca },
      { host: '127.0.0.1', port: upgraded.port, from, ca },
    ];
    for (const attempt of attempts) {
      const error = await outcome(attempt);
      expect(error).toBeInstanceOf(Error);
      expect(error?.message).toMatch(/certificate|altnames/i);
      expect(error).not.toBeInstanceOf(MailRefused);
    }
    expect([...implicit.received, ...upgraded.received]).toEqual([]);
  });
});

describe('the password', () => {
  const plain = { host: '127.0.0.1', protection: 'none', from } as const;

  test('is sent as it is written in the URL, percent-encoded', async () => {
    const { port, received } = await postOffice(guarded);
    const url = `smtp://us%26er:${encodeURIComponent(password)}@127.0.0.1:${port}`;
    expect(await outcome({ url, protection: 'none', from })).toBeNull();
    expect(await outcome({ ...plain, port, user: 'us&er', password })).toBeNull();
    expect(received).toHaveLength(2);
  });

  test('that is wrong may be right later, and stays out of the error', async () => {
    const { port } = await postOffice(guarded);
    const wrong = 'hunter2secret';
    for (const options of [
      { ...plain, port, user: 'user', password: wrong },
      { url: `smtp://user:${wrong}@127.0.0.1:${port}`, protection: 'none' as const, from },
    ]) {
      const error = await outcome(options);
      expect(error?.message).toContain('wrong: ***');
      expect(error).not.toBeInstanceOf(MailRefused);
      expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(wrong);
    }
  });

  test('is not kept to ourselves: a server that asks for none gets no mail unsigned', async () => {
    const { port, received } = await postOffice({ disabledCommands: ['STARTTLS', 'AUTH'] });
    expect(await outcome({ ...plain, port, user: 'user', password })).toBeInstanceOf(Error);
    expect(received).toEqual([]);
  });

  test.each([
    'smtp://user:hunter2secret@',
    'smtp://user:hunter2secret@host:99999',
    'smtp://user:hunter2secret@host:port',
    'http://user:hunter2secret@host',
    'user:hunter2secret@host',
    'smtp://user:hunter2secret%@host',
    'smtps://user:hunter2secret@host?tls.rejectUnauthorized=false',
    'smtp://user:hunter2secret@host/path',
  ])('of a URL that cannot be read stays out of the error: %s', async (url) => {
    const error = await outcome({ url, from });
    expect(error?.message).toContain('createSmtpMailer: the url cannot be read');
    expect(`${error?.message}${error?.stack}${String(error?.cause)}`).not.toContain(
      'hunter2secret',
    );
  });
});

describe('options that make no sense', () => {
  test.each<[string, SmtpMailerOptions]>([
    ['name the mail server', { from }],
    ['name the mail server', { host: '', from }],
    ['user and password', { host: 'localhost', user: 'user', from }],
    ['user and password', { host: 'localhost', password: 'x', from }],
    ['from is', { host: 'localhost', from: '' }],
    ['from is', { host: 'localhost', from: 'Example' }],
    ['from is', { host: 'localhost', from: 'Example <no-reply@example.com>, evil@example.com' }],
    ['from is', { host: 'localhost', from: 'Example\r\nBcc: evil@example.com <a@example.com>' }],
  ])('are refused in one sentence: %s', async (sentence, options) => {
    await expect(createSmtpMailer(options)).rejects.toThrow(sentence);
  });
});
