import { canonicalEmail } from '../../contract/email-address.ts';
import type { Origin } from '../../contract/sessions.ts';
import type { AccountRecord, Delivery } from '../ports/account-store.ts';
import type { Ports } from '../ports/ports.ts';
import { resetPasswordLock } from './account-view.ts';
import { delivery, effects } from './effects.ts';
import { instant } from './instants.ts';
import { type LinkMails, newLink, noMails } from './links.ts';
import { originParams, readOrigin } from './security-notice.ts';

/** What mailing a link takes. */
type MailPorts = Pick<Ports, 'store' | 'secrets' | 'clock' | 'settings'>;

/** Whom it goes to. */
type Reader = Pick<AccountRecord, 'id' | 'email' | 'name' | 'language'>;

function compose(ports: MailPorts, account: Reader, from: Origin, id?: string): LinkMails {
  const seconds = ports.settings.resetLinkSeconds;
  const kind = 'password_reset';
  const link = newLink(ports, account, { kind, seconds, ...(id === undefined ? {} : { id }) });
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

/** The mail with a link to choose a new password. Nothing where mail is off, or the passwords are the host's. */
export function passwordResetMail(ports: Ports, account: Reader, from: Origin): LinkMails {
  return resetPasswordLock(ports) === null ? compose(ports, account, from) : noMails;
}

/** The kind of a request, in the outbox. */
export const resetRequestKind = 'password_reset_request';

/** A link that somebody asked for. Whether there is an account is looked at when it is done, where nobody waits. */
export function resetRequest(
  ports: Ports,
  email: string,
  from: Origin,
): Delivery & { accountId: null } {
  return {
    id: ports.secrets.mintId(),
    accountId: null,
    kind: resetRequestKind,
    to: email,
    language: ports.settings.language,
    params: originParams(from),
  };
}

/** Does what was asked for: queues the mail with the link, once, if there is such an account. */
export async function queueResetMail(ports: MailPorts, request: Delivery): Promise<void> {
  const { store, secrets } = ports;
  const at = instant(ports);
  const account = await store.findAccountByEmail(canonicalEmail(request.to), at);
  if (account === null) return;
  // The link has the id of the request: whoever does it again, after a crash, finds it done.
  const known = await store.findLink(secrets.digest(secrets.deriveToken(request.id)), at);
  if (known !== null) return;
  const from = readOrigin(request.params);
  await store.putLinks(
    { accountId: account.id },
    effects(ports, {
      event: 'password_reset_requested',
      from,
      ...compose(ports, account, from, request.id),
    }),
  );
}
