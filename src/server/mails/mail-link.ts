import type { Delivery } from '../ports/account-store.ts';
import type { Secrets } from '../ports/secrets.ts';
import type { Settings } from '../ports/settings.ts';
import { type SecurityNoticeKind, securityNotices } from './security-notice.ts';

/** The link of one mail. */
export interface MailLink {
  /** Where the store finds what the token stands for. */
  of: 'email_change' | 'email_report' | 'link';
  /** The page that it opens. */
  page: keyof Settings['pages'];
  /** The secret. Goes into the mail and nowhere else. */
  token: string;
}

/** What a mail's link stands for, the page that it opens, and which parameter has the id that its token derives from. */
type Linked = Omit<MailLink, 'token'> & { param: string };

const securityReport: Linked = { of: 'link', page: 'securityReport', param: 'linkId' };

const notices = Object.fromEntries(
  (Object.keys(securityNotices) as SecurityNoticeKind[]).map((kind) => [kind, securityReport]),
);

/** Which mails carry a secret link. */
const linked: Readonly<Record<string, Linked>> = {
  ...notices,
  email_change_link: { of: 'email_change', page: 'emailConfirmation', param: 'changeId' },
  email_change_requested: { of: 'email_report', page: 'emailReport', param: 'reportId' },
  email_changed: { of: 'email_report', page: 'emailReport', param: 'reportId' },
  email_verification: { of: 'link', page: 'emailConfirmation', param: 'linkId' },
  password_reset_link: { of: 'link', page: 'passwordReset', param: 'linkId' },
};

/** The link that goes with a delivery, or null where its kind has none. */
export function findMailLink(delivery: Delivery, secrets: Secrets): MailLink | null {
  const kind = Object.hasOwn(linked, delivery.kind) ? linked[delivery.kind] : undefined;
  if (kind === undefined) return null;
  const id = delivery.params[kind.param];
  if (id === undefined) throw new Error(`A delivery of ${delivery.kind} has no ${kind.param}.`);
  return { of: kind.of, page: kind.page, token: secrets.deriveToken(id) };
}

/** The link as it is mailed. The token stands behind the `#`, where no server log sees it. */
export function mailLinkUrl(link: MailLink, pages: Settings['pages']): string {
  return `${pages[link.page]}#token=${link.token}`;
}
