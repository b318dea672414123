import { composeMail, type MailParts } from '../mails/compose-mail.ts';
import { findMailLink, type MailLink } from '../mails/mail-link.ts';
import type { ClaimedDelivery, Instant } from '../ports/account-store.ts';
import type { Mailer } from '../ports/mailer.ts';
import type { Ports } from '../ports/ports.ts';
import { queueResetMail, resetRequestKind } from './password-reset-mail.ts';

/** Ends a host's own sessions of an account, but the one to keep. Called until it resolves; has to bear repetition. */
export type EndSessions = (accountId: string, keepSessionId: string | null) => Promise<void>;

/** What one delivery needs. */
export interface AttemptParts {
  ports: Pick<Ports, 'store' | 'secrets' | 'clock' | 'settings'>;
  mail: MailParts;
  mailer: Mailer | null;
  endSessions: EndSessions | null;
  /** How long a mailer or a host may take. */
  timeoutSeconds: number;
}

/** The kind that is a call to the host and no mail. */
export const endSessionsKind = 'end_sessions';

/** What the token of a mail stands for. */
async function findState(
  link: MailLink,
  { ports: { store }, mail }: AttemptParts,
  at: Instant,
): Promise<string | undefined> {
  const digest = mail.secrets.digest(link.token);
  switch (link.of) {
    case 'email_change':
      return (await store.findEmailChange(digest, at))?.state;
    case 'email_report':
      return (await store.findEmailReport(digest, at))?.state;
    case 'link':
      return (await store.findLink(digest, at))?.state;
  }
}

/** Whether the link or the code of a mail still works; true for mails without one. */
async function isWorthSending(
  delivery: ClaimedDelivery,
  parts: AttemptParts,
  at: Instant,
): Promise<boolean> {
  const link = findMailLink(delivery, parts.mail.secrets);
  if (link !== null) return (await findState(link, parts, at)) === 'live';
  const { expiresAt } = delivery.params;
  return expiresAt === undefined || at < expiresAt;
}

/** Settles with the work, or rejects when it takes too long. */
async function within(seconds: number, work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer in ${seconds} s.`)), seconds * 1000);
  });
  try {
    await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Does what a delivery asks for. Resolves to whether something left: false when there is no point in it any more,
 * because the link or the code of the mail has ended, and when it only became another delivery, or none. Rejects when it
 * could not be done.
 */
export async function attemptDelivery(
  delivery: ClaimedDelivery,
  parts: AttemptParts,
  at: Instant,
): Promise<boolean> {
  if (delivery.kind === endSessionsKind) {
    if (parts.endSessions === null) throw new Error('There is nobody to call: no endSessions.');
    const keep = delivery.params['keep'] ?? '';
    await within(parts.timeoutSeconds, parts.endSessions(delivery.to, keep === '' ? null : keep));
    return true;
  }
  if (delivery.kind === resetRequestKind) {
    await queueResetMail(parts.ports, delivery);
    return false;
  }
  if (!(await isWorthSending(delivery, parts, at))) return false;
  if (parts.mailer === null) throw new Error('There is no mailer.');
  await within(parts.timeoutSeconds, parts.mailer.send(composeMail(delivery, parts.mail)));
  return true;
}
