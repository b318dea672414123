import type { DoneAnswer } from '../../contract/account.ts';
import { canonicalEmail, maskEmail } from '../../contract/email-address.ts';
import type { LinkToken } from '../../contract/email-change.ts';
import type { Ports } from '../ports/ports.ts';
import type { LinkCall } from './call.ts';
import { effects, sessionEndings } from './effects.ts';
import { noMails, refuseEndedLink, requireLink } from './links.ts';
import { passwordResetMail } from './password-reset-mail.ts';

/**
 * "This wasn't me", from the notice of any security event: ends every session and everything that waits, and mails a
 * link to choose a new password. That link goes only to an address that is the account's still: where somebody moved
 * the account to another one, the notice of that has a link of its own, which moves it back.
 */
export async function reportSecurityEvent(
  ports: Ports,
  call: LinkCall<LinkToken>,
): Promise<DoneAnswer> {
  const { token } = call.input;
  const { link, account } = await requireLink(ports, token, 'security_report');
  const isPresent = canonicalEmail(link.address) === canonicalEmail(account.email);
  const mails = isPresent ? passwordResetMail(ports, account, call.from) : noMails;
  const outcome = await ports.store.takeSecurityReport(
    { id: link.id },
    effects(ports, {
      event: 'security_event_reported',
      from: call.from,
      links: mails.links,
      deliveries: [...mails.deliveries, ...sessionEndings(ports, account, null)],
    }),
  );
  if (outcome.kind !== 'done') return refuseEndedLink(ports, token);
  // The address is named where a mail goes there.
  return mails === noMails ? { done: true } : { done: true, maskedEmail: maskEmail(link.address) };
}
