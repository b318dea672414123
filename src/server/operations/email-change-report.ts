import type { DoneAnswer } from '../../contract/account.ts';
import { AccountError } from '../../contract/account-error.ts';
import { maskEmail } from '../../contract/email-address.ts';
import type { LinkToken } from '../../contract/email-change.ts';
import type { Ports } from '../ports/ports.ts';
import type { LinkCall } from './call.ts';
import { effects, sessionEndings } from './effects.ts';
import { instant } from './instants.ts';
import { refuseLink } from './links.ts';

/**
 * "This wasn't me": whatever came of the change, its traces go. A pending change is ended, a completed one is undone
 * as long as the old address is kept, and in either case every session and grant ends.
 */
export async function reportEmailChange(
  ports: Ports,
  call: LinkCall<LinkToken>,
): Promise<DoneAnswer> {
  const at = instant(ports);
  const digest = ports.secrets.digest(call.input.token);
  const link = await ports.store.findEmailReport(digest, at);
  const account = link && (await ports.store.findAccount(link.accountId, at));
  if (!link || !account) throw new AccountError('link_invalid');

  const outcome = await ports.store.takeEmailReport(
    { id: link.id },
    effects(ports, {
      event: 'email_change_reported',
      from: call.from,
      deliveries: sessionEndings(ports, account, null),
    }),
  );
  if (outcome.kind === 'link_used') {
    refuseLink((await ports.store.findEmailReport(digest, instant(ports)))?.state);
    throw new AccountError('link_invalid');
  }
  if (outcome.kind !== 'done') throw new AccountError('link_invalid');
  return { done: true, maskedEmail: maskEmail(link.address) };
}
