import type { Origin } from '../../contract/sessions.ts';
import type { AccountRecord } from '../ports/account-store.ts';
import type { Ports } from '../ports/ports.ts';
import { resetPasswordLock } from './account-view.ts';
import { delivery } from './effects.ts';
import { type LinkMails, newLink, noMails } from './links.ts';
import { originParams } from './security-notice.ts';

/** The mail with a link to choose a new password. Nothing where mail is off, or the passwords are the host's. */
export function passwordResetMail(
  ports: Ports,
  account: Pick<AccountRecord, 'id' | 'email' | 'name' | 'language'>,
  from: Origin,
): LinkMails {
  if (resetPasswordLock(ports) !== null) return noMails;
  const seconds = ports.settings.resetLinkSeconds;
  const link = newLink(ports, account, { kind: 'password_reset', seconds });
  return {
    links: [link],
    deliveries: [
      delivery(ports, account, {
        kind: 'password_reset_link',
        to: account.email,
        params: {
          linkId: link.id,
          name: account.name ?? '',
          ...originParams(from),
          expiresAt: link.expiresAt,
        },
      }),
    ],
  };
}
