import { canonicalEmail } from '../../contract/email-address.ts';
import type { Origin } from '../../contract/sessions.ts';
import type { AccountRecord } from '../ports/account-store.ts';
import type { Ports } from '../ports/ports.ts';
import { delivery, type EffectsInput } from './effects.ts';
import { instant } from './instants.ts';

/** What the owner of an account is told of by mail, at the address that was theirs before it happened. */
export type SecurityNoticeKind =
  | 'password_changed'
  | 'password_reset'
  | 'password_locked'
  | 'two_factor_enabled'
  | 'two_factor_disabled'
  | 'recovery_codes_created'
  | 'recovery_code_used'
  | 'passkey_added'
  | 'passkey_removed'
  | 'new_sign_in';

/**
 * The notice of a security event with its "this wasn't me" link, to be spread into the effects of the write that it
 * tells of. Nothing where mail is off.
 */
export function securityNotice(
  ports: Ports,
  account: Pick<AccountRecord, 'id' | 'email' | 'name' | 'language'>,
  kind: SecurityNoticeKind,
  from: Origin,
): Required<Pick<EffectsInput, 'links' | 'deliveries'>> {
  if (!ports.mail) return { links: [], deliveries: [] };
  const id = ports.secrets.mintId();
  const expiresAt = instant(ports, ports.settings.reportLinkSeconds);
  return {
    links: [
      {
        id,
        kind: 'security_report',
        accountId: account.id,
        tokenDigest: ports.secrets.digest(ports.secrets.deriveToken(id)),
        address: account.email,
        addressCanonical: canonicalEmail(account.email),
        expiresAt,
      },
    ],
    deliveries: [
      delivery(ports, account, {
        kind,
        to: account.email,
        params: {
          linkId: id,
          name: account.name ?? '',
          browser: from.browser ?? '',
          system: from.system ?? '',
          place: from.place ?? '',
          expiresAt,
        },
      }),
    ],
  };
}
