import type { DoneAnswer } from '../../contract/account.ts';
import { AccountError } from '../../contract/account-error.ts';
import { canonicalEmail, maskEmail } from '../../contract/email-address.ts';
import type { RequestPasswordReset, ResetPassword } from '../../contract/password-reset.ts';
import type { Ports } from '../ports/ports.ts';
import { resetPasswordLock } from './account-view.ts';
import { countAddress } from './address-attempts.ts';
import type { LinkCall } from './call.ts';
import { effects, sessionEndings } from './effects.ts';
import { instant } from './instants.ts';
import { mailAttempt, refuseEndedLink, requireLink } from './links.ts';
import { refuseUsedPassword, requireGoodPassword } from './password-judge.ts';
import { resetRequest } from './password-reset-mail.ts';
import { standsAlone } from './password-rules.ts';
import { signInProofs } from './proof-attempts.ts';
import { securityNotice } from './security-notice.ts';
import { normalizePassword } from './step-up.ts';

/**
 * Mails a link to choose a new password, if there is such an account. The answer is one for every address, and so is
 * the work: that there is an account is found out by the dispatcher, which nobody waits for.
 */
export async function requestPasswordReset(
  ports: Ports,
  call: LinkCall<RequestPasswordReset>,
): Promise<DoneAnswer> {
  const reason = resetPasswordLock(ports);
  if (reason !== null) throw new AccountError('not_allowed', { reason });
  await countAddress(ports, 'forgot-password', call.address);
  const { email } = call.input;
  // That a mailbox has had enough is told to nobody: the links that went there still stand in it.
  await ports.store.queueDelivery(
    resetRequest(ports, email, call.from),
    [mailAttempt(ports, 'reset', canonicalEmail(email))],
    instant(ports),
  );
  return { done: true };
}

/**
 * Chooses a new password by a mailed link: ends every session, starts none, and leaves the second factor asked for.
 * The link alone decides; it is used up with the write.
 */
export async function resetPassword(
  ports: Ports,
  call: LinkCall<ResetPassword>,
): Promise<DoneAnswer> {
  const reason = resetPasswordLock(ports);
  if (reason !== null) throw new AccountError('not_allowed', { reason });
  const { token, newPassword } = call.input;
  const { link, account } = await requireLink(ports, token, 'password_reset');
  const password = normalizePassword(newPassword);
  // The second factor of an address that nobody had shown to be theirs goes with this write: it makes nothing shorter.
  const owner = account.emailVerified ? account : { ...account, totpEnabledAt: null };
  await requireGoodPassword(ports, owner, password, '/newPassword');
  await refuseUsedPassword(ports, account, password, '/newPassword');

  const emailCanonical = canonicalEmail(account.email);
  const context = { emailCanonical, accountId: account.id, deviceDigest: null };
  const notice = securityNotice(ports, account, 'password_reset', call.from);
  const outcome = await ports.store.takePasswordReset(
    {
      id: link.id,
      passwordHash: await ports.hasher.hash(password),
      standsAlone: standsAlone(password, ports.settings),
      keepHistory: ports.settings.passwordPolicy.history,
    },
    effects(ports, {
      event: 'password_reset',
      from: call.from,
      // Tries at this address that were counted before there was the account.
      clears: [signInProofs(ports, context).key],
      links: notice.links,
      deliveries: [...notice.deliveries, ...sessionEndings(ports, account, null)],
    }),
  );
  if (outcome.kind !== 'done') return refuseEndedLink(ports, token);
  return { done: true, maskedEmail: maskEmail(link.address) };
}
