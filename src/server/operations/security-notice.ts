import type { Origin } from '../../contract/sessions.ts';
import type { SecurityNoticeKind } from '../mails/security-notice.ts';
import type { AccountRecord } from '../ports/account-store.ts';
import type { Ports } from '../ports/ports.ts';
import { resetPasswordLock } from './account-view.ts';
import { delivery } from './effects.ts';
import { type LinkMails, newLink, noMails } from './links.ts';

export type { SecurityNoticeKind };

/** From where it was asked for or done, as parameters of a mail; what is not known is empty. */
export function originParams({ browser, system, place }: Origin): Record<string, string> {
  return { browser: browser ?? '', system: system ?? '', place: place ?? '' };
}

/** What `originParams` wrote. */
export function readOrigin(params: Readonly<Record<string, string>>): Origin {
  const read = (name: string): string | null => params[name] || null;
  return { browser: read('browser'), system: read('system'), place: read('place') };
}

/**
 * The notice of a security event with its "this wasn't me" link, to be spread into the effects of the write that it
 * tells of. Nothing where mail is off.
 */
export function securityNotice(
  ports: Ports,
  account: Pick<AccountRecord, 'id' | 'email' | 'name' | 'language'>,
  kind: SecurityNoticeKind,
  from: Origin,
): LinkMails {
  if (!ports.mail) return noMails;
  const seconds = ports.settings.reportLinkSeconds;
  const link = newLink(ports, account, { kind: 'security_report', seconds });
  return {
    links: [link],
    deliveries: [
      delivery(ports, account, {
        kind,
        to: account.email,
        params: {
          linkId: link.id,
          name: account.name ?? '',
          ...originParams(from),
          reset: resetPasswordLock(ports) === null ? 'yes' : '',
          expiresAt: link.expiresAt,
        },
      }),
    ],
  };
}
