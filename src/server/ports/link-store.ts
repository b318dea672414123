import type { Done, Effects, Instant, Refused } from './account-store.ts';

/**
 * What a mailed link is for. `verification`: shows that the present address is the person's. `password_reset`: chooses
 * a new password. `security_report`: "this wasn't me" in the notice of a security event.
 */
export type LinkKind = 'verification' | 'password_reset' | 'security_report';

/** A link that goes out with a mail. A newer one of the kinds `verification` and `password_reset` makes the older dead. */
export interface NewLink {
  /** The token of the link is derived from it (`Secrets.deriveToken`). */
  id: string;
  /** What its button does. */
  kind: LinkKind;
  /** Whose account it is about. */
  accountId: string;
  /** `Secrets.digest` of the token; unique. */
  tokenDigest: string;
  /** The address that it is mailed to. */
  address: string;
  /** `canonicalEmail(address)`. */
  addressCanonical: string;
  /** Works before this instant. */
  expiresAt: Instant;
}

/** What a link stands for, looked up by the digest of its token. */
export interface Link {
  /** What the `take…` methods are called with. */
  id: string;
  /** What its button does. */
  kind: LinkKind;
  /** Whose account it is about. */
  accountId: string;
  /** The address that it was mailed to. */
  address: string;
  /** `live`, or how it ended: `used` by its button, `dead` when a newer one or another event made it void. */
  state: 'live' | 'expired' | 'used' | 'dead';
}

/** Links to an account, each of which works once. */
export interface LinkStore {
  /**
   * Only stores what the effects carry (their `links`, deliveries, attempts, audit). The version rises only with a
   * `verification`: no other link shows in the account, and a stranger may ask for one.
   */
  putLinks(change: { accountId: string }, effects: Effects): Promise<Done | Refused>;
  /** What the token stands for, or null. */
  findLink(tokenDigest: string, at: Instant): Promise<Link | null>;
  /**
   * Consumes a `verification`: the address is verified if it is still the account's (else `link_used`).
   */
  takeVerification(
    change: { id: string },
    effects: Effects,
  ): Promise<Done | Refused | { kind: 'link_used' }>;
  /**
   * Consumes a `password_reset`, if its address is still the account's (else `link_used`): replaces the hash, ends
   * every session, every grant, every waiting challenge and set-up, the pending change of address and all other
   * `password_reset` links; forgets wrong tries in a row; the address is verified, as the link shows. If it had not
   * been, whatever could have been put there by somebody else before goes, too: passkeys, authenticator app, recovery
   * codes, identities, known browsers. The former hash joins the history, of which `keepHistory` stay.
   */
  takePasswordReset(
    change: { id: string; passwordHash: string; standsAlone: boolean; keepHistory: number },
    effects: Effects,
  ): Promise<Done | Refused | { kind: 'link_used' }>;
  /**
   * Consumes a `security_report`: ends every session, grant, challenge, waiting set-up and the pending change of
   * address; forgets the known browsers, one of which may be a thief's. The other reports of the account stay live.
   */
  takeSecurityReport(
    change: { id: string },
    effects: Effects,
  ): Promise<Done | Refused | { kind: 'link_used' }>;
}
