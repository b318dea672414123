import type { DoneAnswer } from '../../contract/account.ts';
import { AccountError } from '../../contract/account-error.ts';
import { maskEmail } from '../../contract/email-address.ts';
import type { LinkToken } from '../../contract/email-change.ts';
import type { Ports } from '../ports/ports.ts';
import type { LinkCall } from './call.ts';
import { delivery, effects } from './effects.ts';
import { newReport } from './email-change.ts';
import { instant } from './instants.ts';

/** What a link that is not live any more answers. A dead one was replaced or cancelled: it reads as no link of ours. */
export function refuseLink(state: 'live' | 'expired' | 'used' | 'dead' | undefined): void {
  if (state === 'live') return;
  if (state === 'expired') throw new AccountError('link_expired');
  if (state === 'used') throw new AccountError('link_used');
  throw new AccountError('link_invalid');
}

/**
 * Confirms the new address. The token alone decides: no session is needed, none is made, and a session of another
 * account in the same browser changes nothing.
 */
export async function confirmEmailChange(
  ports: Ports,
  call: LinkCall<LinkToken>,
): Promise<DoneAnswer> {
  const at = instant(ports);
  const digest = ports.secrets.digest(call.input.token);
  const link = await ports.store.findEmailChange(digest, at);
  refuseLink(link?.state);
  const account = link && (await ports.store.findAccount(link.accountId, at));
  if (!link || !account) throw new AccountError('link_invalid');

  const report = newReport(ports, account.email);
  const outcome = await ports.store.takeEmailChange(
    { id: link.id, keepOldUntil: report.expiresAt, report },
    effects(ports, {
      event: 'email_changed',
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
    // It ended since it was looked at: told as what it is now, so that a cancelled change never reads as a used one.
    refuseLink((await ports.store.findEmailChange(digest, instant(ports)))?.state);
    throw new AccountError('link_invalid');
  }
  if (outcome.kind === 'email_taken') throw new AccountError('email_taken');
  if (outcome.kind !== 'done') throw new AccountError('link_invalid');
  return { done: true, maskedEmail: maskEmail(link.address) };
}
