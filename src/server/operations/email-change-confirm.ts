import type { DoneAnswer } from '../../contract/account.ts';
import { AccountError } from '../../contract/account-error.ts';
import { maskEmail } from '../../contract/email-address.ts';
import type { LinkToken } from '../../contract/email-change.ts';
import type { Ports } from '../ports/ports.ts';
import type { LinkCall } from './call.ts';
import { delivery, effects } from './effects.ts';
import { newReport } from './email-change.ts';
import { instant } from './instants.ts';
import { refuseEndedLink, refuseLink, requireLink } from './links.ts';

/** Shows that the present address is the person's. */
async function confirmPresent(ports: Ports, call: LinkCall<LinkToken>): Promise<DoneAnswer> {
  const { token } = call.input;
  const { link } = await requireLink(ports, token, 'verification');
  const outcome = await ports.store.takeVerification(
    { id: link.id },
    effects(ports, { event: 'email_verified', from: call.from }),
  );
  if (outcome.kind !== 'done') return refuseEndedLink(ports, token);
  return { done: true, maskedEmail: maskEmail(link.address) };
}

/**
 * Confirms an address: the new one of a change, or the present one that was not verified. The token alone decides: no
 * session is needed, none is made, and a session of another account in the same browser changes nothing.
 */
export async function confirmEmailChange(
  ports: Ports,
  call: LinkCall<LinkToken>,
): Promise<DoneAnswer> {
  const at = instant(ports);
  const digest = ports.secrets.digest(call.input.token);
  const link = await ports.store.findEmailChange(digest, at);
  if (link === null) return confirmPresent(ports, call);
  const account = await ports.store.findAccount(link.accountId, at);
  if (account === null) throw new AccountError('link_invalid');

  const report = newReport(ports, account.email);
  const outcome = await ports.store.takeEmailChange(
    { id: link.id, keepOldUntil: report.expiresAt, report },
    effects(ports, {
      event: 'email_changed',
      from: call.from,
      deliveries: [
        delivery(ports, account, {
          kind: 'email_changed',
          to: account.email,
          params: {
            reportId: report.id,
            name: account.name ?? '',
            newEmail: maskEmail(link.address),
            expiresAt: report.expiresAt,
          },
        }),
      ],
    }),
  );
  if (outcome.kind === 'link_used') {
    // Told as what it is: a cancelled change never reads as a used one.
    refuseLink((await ports.store.findEmailChange(digest, instant(ports)))?.state);
    throw new AccountError('link_invalid');
  }
  if (outcome.kind === 'email_taken') throw new AccountError('email_taken');
  if (outcome.kind !== 'done') throw new AccountError('link_invalid');
  return { done: true, maskedEmail: maskEmail(link.address) };
}
