import type { SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, test } from 'vitest';
import { createSmtpMailer } from '../../src/node.ts';
import type { SmtpMailerOptions } from '../../src/node.ts';
import type { Mail } from '../../src/server/ports/mailer.ts';
import { MailRefused } from '../../src/server/ports/mailer.ts';
import type { PostOffice } from './smtp-post-office.ts';
import { deadPort, openPostOffice, openTarpit, openWiretap, refusal } from './smtp-post-office.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function postOffice(options?: SMTPServerOptions): Promise<PostOffice> {
  const office = await openPostOffice(options);
  open.push(office);
  return office;
}

const mailerFor = (port: number, options: Partial<SmtpMailerOptions> = {}) =>
  createSmtpMailer({
    host: '127.0.0.1',
    port,
    protection: 'none',
    from: 'Example <no-reply@example.com>',
    ...options,
  });

const mail: Mail = {
  to: 'ann@example.com',
  subject: 'Your new address',
  text: 'Follow the link.\n.\nBye.',
  html: '<p>Follow the <a href="https://example.com/#token=x">link</a>.</p>',
  language: 'de-CH',
  messageId: 'abc.1@example.com',
};

const failure = (sending: Promise<void>): Promise<Error | null> =>
  sending.then(
    () => null,
    (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
  );

describe('a mail', () => {
  test('arrives with its headers, as text and as HTML', async () => {
    const office = await postOffice();
    await (await mailerFor(office.port)).send(mail);
    const [received] = office.received;
    expect(received).toMatchObject({
      sender: 'no-reply@example.com',
      recipients: ['ann@example.com'],
    });
    const headers = Object.fromEntries(received!.headers);
    expect(Object.keys(headers).sort()).toEqual([
      'Auto-Submitted',
      'Content-Language',
      'Content-Type',
      'Date',
      'From',
      'MIME-Version',
      'Message-ID',
      'Subject',
      'To',
    ]);
    expect(headers).toMatchObject({
      'Auto-Submitted': 'auto-generated',
      'Content-Language': 'de-CH',
      From: 'Example <no-reply@example.com>',
      'Message-ID': '<abc.1@example.com>',
      Subject: 'Your new address',
      To: 'ann@example.com',
    });
    expect(headers['Content-Type']).toContain('multipart/alternative');
    expect(received!.raw).toContain('Content-Type: text/plain; charset=utf-8');
    expect(received!.raw).toContain('Content-Type: text/html; charset=utf-8');
    expect(received!.raw).toContain('Follow the link.\r\n.\r\nBye.');
  });

  test('carries the same message id at every try', async () => {
    const office = await postOffice();
    const mailer = await mailerFor(office.port);
    await mailer.send(mail);
    await mailer.send(mail);
    const ids = office.received.map(({ headers }) => Object.fromEntries(headers)['Message-ID']);
    expect(ids).toEqual(['<abc.1@example.com>', '<abc.1@example.com>']);
  });

  test.each(['Ann.B+c@example.com', "o'neil_1@xn--bcher-kva.example", 'ünï@example.com', 'a@b.co'])(
    'goes to exactly the address that is stored: %s',
    async (to) => {
      const office = await postOffice();
      const wiretap = await openWiretap(office.port);
      open.push(wiretap);
      await (await mailerFor(wiretap.port)).send({ ...mail, to });
      const recipients = wiretap.said().match(/^RCPT TO:.*$/gim);
      expect(recipients).toEqual([`RCPT TO:<${to}>`]);
      expect(office.received).toHaveLength(1);
    },
  );

  test.each([
    'a@x.example,b@y.example',
    'a@x.example b@y.example',
    'a@x.example\r\nBcc: b@y.example',
    'Ann <a@x.example>',
    '"a@evil.test x"@x.example',
    'a@evil.test@x.example',
    'list: a@x.example;',
    '(a)b@x.example',
    'a@[127.0.0.1]',
    '',
    'ann',
  ])('goes to nobody when its address is not one plain address: %j', async (to) => {
    const office = await postOffice();
    const error = await failure((await mailerFor(office.port)).send({ ...mail, to }));
    expect(error).toBeInstanceOf(MailRefused);
    expect(office.received).toEqual([]);
  });

  test('keeps line breaks out of its headers', async () => {
    const office = await postOffice();
    const breaks = 'x\r\nBcc: evil@example.com\nX-Evil: 1\r\n\r\nbody\u2028\u0000';
    await (
      await mailerFor(office.port)
    ).send({
      ...mail,
      subject: breaks,
      language: breaks,
      messageId: breaks,
    });
    const [received] = office.received;
    expect(received!.recipients).toEqual(['ann@example.com']);
    const names = received!.headers.map(([name]) => name);
    expect(names).toHaveLength(9);
    expect(names).not.toContain('Bcc');
    expect(names).not.toContain('X-Evil');
  });

  test('cannot smuggle a second one, nor have files or pages fetched', async () => {
    const office = await postOffice();
    const smuggled =
      'hello\n.\r\nMAIL FROM:<a@x.example>\r\nRCPT TO:<b@x.example>\r\nDATA\r\n.\r.\n';
    await (
      await mailerFor(office.port)
    ).send({
      ...mail,
      text: smuggled,
      html: '<img src="file:///etc/passwd"><img src="http://127.0.0.1:1/x">',
    });
    expect(office.received).toHaveLength(1);
    expect(office.received[0]!.raw).toContain('file:///etc/passwd');
  });

  test('of many kilobytes in any script arrives whole', async () => {
    const office = await postOffice();
    const text = 'Grüße, 你好, 🧵 '.repeat(2000);
    await (await mailerFor(office.port)).send({ ...mail, subject: 'Grüße 🧵', text });
    const headers = Object.fromEntries(office.received[0]!.headers);
    expect(headers['Subject']).toMatch(/^=\?UTF-8\?[BQ]\?/);
  });
});

describe('a server that does not take the mail', () => {
  const refusing = (responseCode: number): SMTPServerOptions => ({
    onRcptTo: (_address, _session, callback) => callback(refusal(responseCode, 'no such person')),
  });

  test('is final when it refuses the recipient for good', async () => {
    const office = await postOffice(refusing(550));
    const error = await failure((await mailerFor(office.port)).send(mail));
    expect(error).toBeInstanceOf(MailRefused);
    expect(error?.message).toContain('no such person');
  });

  test('is final when it refuses the content for good', async () => {
    const office = await postOffice({
      onData(stream, _session, callback) {
        stream.resume();
        stream.on('end', () => callback(refusal(554, 'spam')));
      },
    });
    expect(await failure((await mailerFor(office.port)).send(mail))).toBeInstanceOf(MailRefused);
  });

  test('may be tried again when it says later, or refuses us rather than the mail', async () => {
    const later = await postOffice(refusing(451));
    const sender = await postOffice({
      onMailFrom: (_address, _session, callback) => callback(refusal(550, 'not you')),
    });
    const dead = await deadPort();
    for (const port of [later.port, sender.port, dead]) {
      const error = await failure((await mailerFor(port)).send(mail));
      expect(error).toBeInstanceOf(Error);
      expect(error).not.toBeInstanceOf(MailRefused);
    }
  });

  test.each([
    ['says nothing', '', { idleTimeoutSeconds: 1 }],
    ['drips a byte at a time', '220 hello\r\n', { timeoutSeconds: 1 }],
  ])('is left when it %s', async (_name, greeting, options) => {
    const tarpit = await openTarpit(greeting);
    const start = performance.now();
    const error = await failure((await mailerFor(tarpit.port, options)).send(mail));
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(MailRefused);
    // Without its option it would be 20 or 60 seconds.
    expect(performance.now() - start).toBeLessThan(15_000);
    // Closes only when no connection is left open.
    await tarpit.close();
  });
});
