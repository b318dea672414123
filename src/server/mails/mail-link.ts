import type { Delivery } from '../ports/account-store.ts';
import type { Secrets } from '../ports/secrets.ts';
import type { Settings } from '../ports/settings.ts';

/** The link of one mail. */
export interface MailLink {
  /** What the token stands for. */
  of: 'email_change' | 'email_report';
  /** The secret. Goes into the mail and nowhere else. */
  token: string;
}

/** Which mails carry a secret link: what it stands for, and which parameter has the id that its token derives from. */
const linked: Readonly<Record<string, { of: MailLink['of']; param: string }>> = {
  email_change_link: { of: 'email_change', param: 'changeId' },
  email_change_requested: { of: 'email_report', param: 'reportId' },
  email_changed: { of: 'email_report', param: 'reportId' },
};

/** The link that goes with a delivery, or null where its kind has none. */
export function findMailLink(delivery: Delivery, secrets: Secrets): MailLink | null {
  const kind = linked[delivery.kind];
  if (kind === undefined) return null;
  const id = delivery.params[kind.param];
  if (id === undefined) throw new Error(`A delivery of ${delivery.kind} has no ${kind.param}.`);
  return { of: kind.of, token: secrets.deriveToken(id) };
}

/** The link as it is mailed. The token stands behind the `#`, where no server log sees it. */
export function mailLinkUrl(link: MailLink, pages: Settings['pages']): string {
  const page = link.of === 'email_change' ? pages.emailConfirmation : pages.emailReport;
  return `${page}#token=${link.token}`;
}
