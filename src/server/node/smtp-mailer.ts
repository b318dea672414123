import type { Mail, Mailer } from '../ports/mailer.ts';
import { MailRefused } from '../ports/mailer.ts';
import type { SmtpServer, SmtpServerOptions } from './smtp-settings.ts';
import { decideServer, isPlainAddress, readSender } from './smtp-settings.ts';

/** What `createSmtpMailer` needs: the server, and who the mails are from. */
export interface SmtpMailerOptions extends SmtpServerOptions {
  /** `Example <no-reply@example.com>`, or an address. Also the envelope's sender, which gets the bounces. */
  from: string;
  /** How long a connection, or an answer on it, may take. Default 20. */
  idleTimeoutSeconds?: number;
  /** How long one mail may take as a whole; then the connection is cut. Default 60. */
  timeoutSeconds?: number;
}

/** What nodemailer's errors carry. */
interface SmtpFailure {
  code: string;
  command: string;
  responseCode: number;
}

function failureOf(error: unknown): SmtpFailure {
  const has = (name: string): unknown =>
    error instanceof Error ? Reflect.get(error, name) : undefined;
  const [code, command, responseCode] = [has('code'), has('command'), has('responseCode')];
  return {
    code: typeof code === 'string' ? code : '',
    command: typeof command === 'string' ? command : '',
    responseCode: typeof responseCode === 'number' ? responseCode : 0,
  };
}

/** Whether the server refused this mail for good. Refused sign-in or sender are faults of the set-up, not of the mail. */
function isPermanent({ command, responseCode }: SmtpFailure): boolean {
  return responseCode >= 500 && responseCode < 600 && (command === 'RCPT TO' || command === 'DATA');
}

/** The texts of errors are kept in the outbox and in logs: what the server was told in confidence is cut out. */
function withoutSecrets(text: string, { auth }: SmtpServer): string {
  if (auth === null || auth.pass === '') return text;
  const encoded = [
    auth.pass,
    encodeURIComponent(auth.pass),
    Buffer.from(auth.pass).toString('base64'),
    Buffer.from(`\u0000${auth.user}\u0000${auth.pass}`).toString('base64'),
  ];
  return encoded.reduce((kept, secret) => kept.replaceAll(secret, '***'), text);
}

function refused(error: unknown, server: SmtpServer): Error {
  const failure = failureOf(error);
  const text = error instanceof Error ? error.message : String(error);
  const message = withoutSecrets(`${failure.code} ${failure.command}: ${text}`.trim(), server);
  // No cause: it would carry the unredacted text.
  return isPermanent(failure) ? new MailRefused(message) : new Error(message);
}

const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

function transportOptions(server: SmtpServer, idleMilliseconds: number) {
  return {
    host: server.host,
    port: server.port,
    secure: server.protection === 'tls',
    requireTLS: server.protection === 'starttls',
    ignoreTLS: server.protection === 'none',
    ...(server.auth === null ? {} : { auth: server.auth, forceAuth: true }),
    tls: {
      rejectUnauthorized: true,
      minVersion: 'TLSv1.2' as const,
      ...(server.ca === null ? {} : { ca: server.ca }),
    },
    connectionTimeout: idleMilliseconds,
    greetingTimeout: idleMilliseconds,
    socketTimeout: idleMilliseconds,
    dnsTimeout: idleMilliseconds,
    // A server that does not hang up when we do is left after a second.
    socketCloseTimeout: 1000,
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
  };
}

function compose(mail: Mail, from: { name: string; address: string }) {
  return {
    envelope: { from: from.address, to: [mail.to] },
    from,
    to: { name: '', address: mail.to },
    subject: oneLine(mail.subject),
    messageId: `<${oneLine(mail.messageId)}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': oneLine(mail.language) },
    text: mail.text,
    html: mail.html,
    xMailer: false as const,
  };
}

/**
 * Mails through an SMTP server by nodemailer, an optional peer; one connection a mail. Certificates are checked, and
 * nothing is sent unencrypted unless `protection` says `none`. A mail goes to exactly the one address that it names.
 * `send` rejects with `MailRefused` when the server refuses recipient or content for good (5xx), with another error
 * when it may work later. Rejects with one sentence when nodemailer is not installed or the options make no sense.
 */
export async function createSmtpMailer(options: SmtpMailerOptions): Promise<Mailer> {
  const { from, idleTimeoutSeconds = 20, timeoutSeconds = 60, ...serverOptions } = options;
  const server = decideServer(serverOptions);
  const sender = readSender(from);
  let nodemailer: typeof import('nodemailer');
  try {
    nodemailer = await import('nodemailer');
  } catch (cause) {
    throw new Error('createSmtpMailer needs nodemailer: npm install nodemailer', { cause });
  }
  const transport = nodemailer.createTransport(transportOptions(server, idleTimeoutSeconds * 1000));

  return {
    async send(mail) {
      if (!isPlainAddress(mail.to))
        throw new MailRefused('The recipient is not one plain address.');
      const signal = AbortSignal.timeout(timeoutSeconds * 1000);
      try {
        await transport.sendMail({ ...compose(mail, sender), signal });
      } catch (error) {
        throw refused(error, server);
      }
    },
  };
}
