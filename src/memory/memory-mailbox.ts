import type { Mail, Mailer } from '../server/ports/mailer.ts';

/** A mailer that delivers nowhere, and whoever made it reads the mails. */
export interface MemoryMailbox extends Mailer {
  /** All mails, newest first, each once however often it was tried. */
  list(): Mail[];
  /** The newest mail to an address, or null. Addresses are compared without regard to case. */
  findNewest(to: string): Mail | null;
  /** Throws all mails away. */
  clear(): void;
}

/** The token in the link of a mail, as the page behind the link finds it; null when the mail has none. */
export function findLinkToken(mail: Mail): string | null {
  return /#token=([\w-]+)/.exec(mail.text)?.[1] ?? null;
}

/** The code of six digits in a mail that says one, as it is typed; null when the mail says none. */
export function findCode(mail: Mail): string | null {
  const found = /(?<![\w#=-])(\d{3}) ?(\d{3})(?![\w-])/.exec(mail.text);
  return found ? `${found[1]}${found[2]}` : null;
}

/** Makes an empty mailbox. */
export function createMemoryMailbox(): MemoryMailbox {
  const mails = new Map<string, Mail>();
  const list = (): Mail[] => [...mails.values()].map((mail) => ({ ...mail })).toReversed();
  return {
    async send(mail) {
      if (!mails.has(mail.messageId)) mails.set(mail.messageId, { ...mail });
    },
    list,
    findNewest: (to) => list().find((mail) => mail.to.toLowerCase() === to.toLowerCase()) ?? null,
    clear: () => mails.clear(),
  };
}
