import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '../ports/account-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { Mail, Mailer } from '../ports/mailer.ts';
import { createSystemClock } from './clock.ts';
import { failedWith } from './durable-file.ts';

/** A mail that was "sent" to the development mailbox. */
export interface KeptMail extends Mail {
  /** When it was handed over. ISO 8601, UTC. */
  keptAt: Instant;
}

/** A mailer that delivers nowhere, for development: whoever runs the server reads the mails. */
export interface Mailbox extends Mailer {
  /** All mails, newest first, each once however often it was tried. */
  list(): Promise<KeptMail[]>;
}

/** What `createMailbox` may be told. */
export interface MailboxOptions {
  /** Keeps the mails between starts, in `mails.jsonl` in this folder. Default: in memory. */
  folder?: string;
  /** Where `keptAt` comes from. Default: the system's. */
  clock?: Clock;
}

const OWNER_ONLY = 0o600;

function readLine(line: string): KeptMail[] {
  try {
    return [JSON.parse(line) as KeptMail];
  } catch {
    // The last line of a server that was killed while it wrote.
    return [];
  }
}

/** The development mailbox. Its file holds live links: it is for the developer's own machine. */
export function createMailbox(options: MailboxOptions = {}): Mailbox {
  const { folder, clock = createSystemClock() } = options;
  const kept: KeptMail[] = [];
  const file = folder === undefined ? null : join(folder, 'mails.jsonl');

  async function read(): Promise<KeptMail[]> {
    if (file === null) return kept;
    try {
      return (await readFile(file, 'utf8')).split('\n').flatMap(readLine);
    } catch (error) {
      if (failedWith(error, 'ENOENT')) return [];
      throw error;
    }
  }

  return {
    async send(mail) {
      const entry: KeptMail = { ...mail, keptAt: new Date(clock.now()).toISOString() };
      if (folder === undefined || file === null) {
        kept.push(entry);
        return;
      }
      await mkdir(folder, { recursive: true });
      // The line break comes first, so that a torn line never spoils the one after it.
      await appendFile(file, `\n${JSON.stringify(entry)}`, { mode: OWNER_ONLY });
    },
    async list() {
      const byId = new Map<string, KeptMail>();
      for (const mail of await read()) {
        if (!byId.has(mail.messageId)) byId.set(mail.messageId, mail);
      }
      return [...byId.values()].toReversed();
    },
  };
}
