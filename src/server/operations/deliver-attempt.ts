import { composeMail, type MailParts } from '../mails/compose-mail.ts';
import { findMailLink } from '../mails/mail-link.ts';
import type { ClaimedDelivery, Instant } from '../ports/account-store.ts';
import type { Mailer } from '../ports/mailer.ts';
import type { Ports } from '../ports/ports.ts';

/** Ends a host's own sessions of an account, but the one to keep. Called until it resolves; has to bear repetition. */
export type EndSessions = (accountId: string, keepSessionId: string | null) => Promise<void>;

/** What one delivery needs. */
export interface AttemptParts {
  store: Ports['store'];
  mail: MailParts;
  mailer: Mailer | null;
  endSessions: EndSessions | null;
  /** How long a mailer or a host may take. */
  timeoutSeconds: number;
}

/** The kind that is a call to the host and no mail. */
export const endSessionsKind = 'end_sessions';

/** Whether the link of a mail still works; true for mails without one. */
async function isWorthSending(
  delivery: ClaimedDelivery,
  parts: AttemptParts,
  at: Instant,
): Promise<boolean> {
  const { secrets } = parts.mail;
  const link = findMailLink(delivery, secrets);
  if (link === null) return true;
  const digest = secrets.digest(link.token);
  const found =
    link.of === 'email_change'
      ? await parts.store.findEmailChange(digest, at)
      : await parts.store.findEmailReport(digest, at);
  return found?.state === 'live';
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
 * Does what a delivery asks for. Resolves to whether it was done; false when there is no point in it any more, because
 * the link of the mail has ended. Rejects when it could not be done.
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
  if (!(await isWorthSending(delivery, parts, at))) return false;
  if (parts.mailer === null) throw new Error('There is no mailer.');
  await within(parts.timeoutSeconds, parts.mailer.send(composeMail(delivery, parts.mail)));
  return true;
}
