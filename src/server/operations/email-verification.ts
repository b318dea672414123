import type { AccountAnswer } from '../../contract/account.ts';
import { AccountError } from '../../contract/account-error.ts';
import { canonicalEmail } from '../../contract/email-address.ts';
import type { AccountRecord, Attempt } from '../ports/account-store.ts';
import type { Ports } from '../ports/ports.ts';
import { accountView, verifyEmailLock } from './account-view.ts';
import type { Call } from './call.ts';
import { callerAccount, delivery, effects, settle } from './effects.ts';
import { instant } from './instants.ts';
import { type LinkMails, mailAttempt, newLink, noMails } from './links.ts';

/** Whose address it is to be shown. */
type Unverified = Pick<AccountRecord, 'id' | 'email' | 'name' | 'language'>;

function compose(ports: Ports, account: Unverified): LinkMails {
  const seconds = ports.settings.verificationLinkSeconds;
  const link = newLink(ports, account, { kind: 'verification', seconds });
  return {
    links: [link],
    deliveries: [
      delivery(ports, account, {
        kind: 'email_verification',
        to: account.email,
        params: { linkId: link.id, name: account.name ?? '', expiresAt: link.expiresAt },
      }),
    ],
  };
}

function verificationAttempt(ports: Ports, account: Unverified): Attempt {
  return mailAttempt(ports, 'verification', canonicalEmail(account.email));
}

/**
 * The mail that asks a new account to show that the address is theirs, with what counts it, for the effects of the
 * write that makes the account. Nothing where mail is off, and nothing where the mailbox has had enough: whoever fills
 * it must not keep its owner from signing up, and the mail can be asked for later.
 */
export async function verificationMail(
  ports: Ports,
  account: Unverified,
): Promise<LinkMails & { attempts: readonly Attempt[] }> {
  const attempt = verificationAttempt(ports, account);
  if (!ports.mail) return { ...noMails, attempts: [] };
  const room = await ports.store.findAttemptRoom(attempt, instant(ports));
  if (room.kind !== 'done') return { ...noMails, attempts: [] };
  return { ...compose(ports, account), attempts: [attempt] };
}

/** Mails a link that shows whose the address is; the one before stops working. */
export async function resendVerification(
  ports: Ports,
  call: Call<undefined>,
): Promise<AccountAnswer> {
  const account = await callerAccount(ports, call);
  const reason = verifyEmailLock(account, ports);
  if (reason !== null) throw new AccountError('not_allowed', { reason });
  const outcome = settle(
    ports,
    await ports.store.putLinks(
      { accountId: account.id },
      effects(ports, {
        event: 'email_verification_sent',
        from: call.from,
        sessionId: call.actor.sessionId,
        attempts: [verificationAttempt(ports, account)],
        ...compose(ports, account),
      }),
    ),
    account,
  );
  return { account: accountView(outcome.account, ports) };
}
