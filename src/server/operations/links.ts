import { AccountError } from '../../contract/account-error.ts';
import { canonicalEmail } from '../../contract/email-address.ts';
import type { AccountRecord, Attempt } from '../ports/account-store.ts';
import type { Link, LinkKind, NewLink } from '../ports/link-store.ts';
import type { Ports } from '../ports/ports.ts';
import type { EffectsInput } from './effects.ts';
import { instant } from './instants.ts';

/** Mails with their links, to be spread into the effects of the write that they belong to. */
export type LinkMails = Required<Pick<EffectsInput, 'links' | 'deliveries'>>;

/** No mail, as where mail is off. */
export const noMails: LinkMails = { links: [], deliveries: [] };

/** What a mail is asked for: each kind is counted apart, so that nobody uses up another's by asking for their own. */
export type CountedMail = 'change' | 'verification' | 'reset' | 'code';

/** Mails that somebody can ask for are counted by address; the digest keeps the address itself out of the rows. */
export function mailAttempt(ports: Ports, kind: CountedMail, emailCanonical: string): Attempt {
  return {
    key: `mail:${kind}:${ports.secrets.digest(emailCanonical)}`,
    limits: ports.settings.limits.mails,
  };
}

/** A link to an account, for the mail that goes to its present address. Its token is derived from the id. */
export function newLink(
  ports: Pick<Ports, 'secrets' | 'clock'>,
  account: Pick<AccountRecord, 'id' | 'email'>,
  link: { kind: LinkKind; seconds: number; id?: string },
): NewLink {
  const id = link.id ?? ports.secrets.mintId();
  return {
    id,
    kind: link.kind,
    accountId: account.id,
    tokenDigest: ports.secrets.digest(ports.secrets.deriveToken(id)),
    address: account.email,
    addressCanonical: canonicalEmail(account.email),
    expiresAt: instant(ports, link.seconds),
  };
}

/** What a link that is not live any more answers. A dead one was replaced or cancelled: it reads as no link of ours. */
export function refuseLink(state: 'live' | 'expired' | 'used' | 'dead' | undefined): void {
  if (state === 'live') return;
  if (state === 'expired') throw new AccountError('link_expired');
  if (state === 'used') throw new AccountError('link_used');
  throw new AccountError('link_invalid');
}

/** What a token stands for, with its account; throws when it is no live link of this kind. Uses nothing up. */
export async function requireLink(
  ports: Ports,
  token: string,
  kind: LinkKind,
): Promise<{ link: Link; account: AccountRecord }> {
  const at = instant(ports);
  const link = await ports.store.findLink(ports.secrets.digest(token), at);
  if (link?.kind !== kind) throw new AccountError('link_invalid');
  refuseLink(link.state);
  const account = await ports.store.findAccount(link.accountId, at);
  if (account === null) throw new AccountError('link_invalid');
  return { link, account };
}

/** Throws for a link that ended since it was looked at, as what it is now: a replaced one never reads as a used one. */
export async function refuseEndedLink(ports: Ports, token: string): Promise<never> {
  const link = await ports.store.findLink(ports.secrets.digest(token), instant(ports));
  refuseLink(link?.state);
  throw new AccountError('link_invalid');
}
