/** How the connection to the mail server is protected. */
export type SmtpProtection = 'tls' | 'starttls' | 'none';

/** Where mails are handed over, and as whom. */
export interface SmtpServerOptions {
  /**
   * `smtps://user:password@host:465` or `smtp://user:password@host:587`, user and password percent-encoded. Instead of
   * `host`, `port`, `user` and `password`. Never repeated in an error.
   */
  url?: string;
  /** Name or IP address; required without `url`. Goes before what the `url` says, like all below. */
  host?: string;
  /** Default 465 with `tls`, 587 with `starttls`, 25 with `none`. */
  port?: number;
  /** Default: mails are handed over without signing in. Only together with `password`. */
  user?: string;
  /** As it is, not percent-encoded. Cut out of every error. */
  password?: string;
  /**
   * `tls`: encrypted from the first byte. `starttls`: encrypted before anything is said, or not sent at all. `none`:
   * plain text, for a server on the same machine. Default: `tls` for `smtps://` and port 465, else `starttls`.
   */
  protection?: SmtpProtection;
  /** Certificate authorities in PEM, instead of those that Node trusts, for a mail server with its own. */
  ca?: string;
}

/** The same, with everything decided. */
export interface SmtpServer {
  host: string;
  port: number;
  protection: SmtpProtection;
  auth: { user: string; pass: string } | null;
  ca: string | null;
}

/** Who the mails are from. */
export interface Sender {
  name: string;
  address: string;
}

const defaultPorts: Readonly<Record<SmtpProtection, number>> = {
  tls: 465,
  starttls: 587,
  none: 25,
};

function fromUrl(text: string): SmtpServerOptions {
  let read: SmtpServerOptions | null = null;
  try {
    const url = new URL(text);
    const isSecure = url.protocol === 'smtps:';
    const isPlace = url.hostname !== '' && url.pathname.length <= 1 && url.search + url.hash === '';
    if (isPlace && (isSecure || url.protocol === 'smtp:')) {
      read = {
        host: decodeURIComponent(url.hostname).replace(/^\[(.*)\]$/, '$1'),
        ...(url.port === '' ? {} : { port: Number(url.port) }),
        ...(url.username === '' ? {} : { user: decodeURIComponent(url.username) }),
        ...(url.password === '' ? {} : { password: decodeURIComponent(url.password) }),
        ...(isSecure ? { protection: 'tls' } : {}),
      };
    }
  } catch {
    // What the parser says repeats the URL, and with it the password.
  }
  if (read !== null) return read;
  throw new Error(
    'createSmtpMailer: the url cannot be read; it is smtps://user:password@host:465 or smtp://user:password@host:587, with percent-encoded user and password.',
  );
}

/** Decides what the options leave open; throws one sentence where they make no sense. */
export function decideServer(options: SmtpServerOptions): SmtpServer {
  const { url, ...rest } = options;
  // An option that is undefined does not take away what the URL says.
  const own = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const given: SmtpServerOptions = url === undefined ? own : { ...fromUrl(url), ...own };
  if (given.host === undefined || given.host === '') {
    throw new Error('createSmtpMailer: name the mail server with url or host.');
  }
  const protection = given.protection ?? (given.port === 465 ? 'tls' : 'starttls');
  if ((given.user === undefined) !== (given.password === undefined)) {
    throw new Error('createSmtpMailer: user and password are given together or not at all.');
  }
  return {
    host: given.host,
    port: given.port ?? defaultPorts[protection],
    protection,
    auth: given.user === undefined ? null : { user: given.user, pass: given.password ?? '' },
    ca: given.ca ?? null,
  };
}

/** One address that a server can be told as it is: no list, no quotes, no comment, no control or space. */
export function isPlainAddress(address: string): boolean {
  return (
    address.length <= 320 &&
    /^[^\s\p{Cc}"(),:;<>@[\\\]]+@[^\s\p{Cc}"(),:;<>@[\\\]]+$/u.test(address)
  );
}

/** Reads `Example <no-reply@example.com>` or a bare address; throws one sentence for anything else. */
export function readSender(from: string): Sender {
  const match = /^(?:"?([^"<>\p{Cc}]*?)"?\s*<([^<>]+)>|([^<>]+))$/u.exec(from.trim());
  const address = match?.[2] ?? match?.[3] ?? '';
  if (!isPlainAddress(address)) {
    throw new Error('createSmtpMailer: from is "Example <no-reply@example.com>" or an address.');
  }
  return { name: match?.[1]?.trim() ?? '', address };
}
