import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerOptions } from 'smtp-server';

/** One mail as it came over the wire. */
export interface ReceivedMail {
  sender: string;
  recipients: string[];
  /** Whether the connection was encrypted by then. */
  encrypted: boolean;
  raw: string;
  /** Header lines, unfolded, as name and value. */
  headers: [string, string][];
}

/** A real mail server on a free port, and what it was handed. */
export interface PostOffice {
  port: number;
  received: ReceivedMail[];
  close(): Promise<void>;
}

function headersOf(raw: string): [string, string][] {
  const [head = ''] = raw.split('\r\n\r\n', 1);
  return head
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]);
}

/** An SMTP error with a code, as `smtp-server` wants it. */
export const refusal = (responseCode: number, text: string): Error =>
  Object.assign(new Error(text), { responseCode });

/** Opens a mail server; without options it takes everything, unencrypted. */
export async function openPostOffice(options: SMTPServerOptions = {}): Promise<PostOffice> {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    onData(stream, session, callback) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const raw = Buffer.concat(parts).toString('utf8');
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          sender: mailFrom === false ? '' : mailFrom.address,
          recipients: rcptTo.map(({ address }) => address),
          encrypted: session.secure,
          raw,
          headers: headersOf(raw),
        });
        callback();
      });
    },
    ...options,
  });
  // A client that hangs up on a bad certificate is what some tests are about.
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** A server that greets, or not, and then drips one byte in a while. */
export async function openTarpit(
  greeting: string,
): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.write(greeting);
    const drip = setInterval(() => socket.write('2'), 100);
    socket.on('close', () => clearInterval(drip));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Stands before a mail server and writes down what the client says to it. */
export async function openWiretap(
  port: number,
): Promise<{ port: number; said(): string; close(): Promise<void> }> {
  const parts: Buffer[] = [];
  const server = createServer((client) => {
    const office = connect(port, '127.0.0.1');
    client.on('data', (part) => parts.push(part));
    client.on('error', () => office.destroy());
    office.on('error', () => client.destroy());
    client.pipe(office).pipe(client);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    said: () => Buffer.concat(parts).toString('utf8'),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A port that nobody listens on. */
export async function deadPort(): Promise<number> {
  const tarpit = await openTarpit('');
  await tarpit.close();
  return tarpit.port;
}
