import type { AccountRecord, Instant } from '../ports/account-store.ts';
import type { Actor } from '../ports/actor.ts';

/** One call of an operation by the signed-in person. */
export interface Call<Input> {
  actor: Actor;
  /** The account as whoever found the session read it; null when it has to be read. */
  account: AccountRecord | null;
  /** Judged by the contract's schema. */
  input: Input;
  /** The grant that came with the call for this operation's purpose, or null. */
  grant: string | null;
  /** From `If-Match`; null accepts any version. */
  expectedVersion: number | null;
}

/** One call by whoever holds a mailed link. */
export interface LinkCall<Input> {
  input: Input;
}

/** A grant that was minted: the wire's skin keeps it where the page cannot read it. */
export interface MintedGrant {
  purpose: string;
  secret: string;
  expiresAt: Instant;
}
