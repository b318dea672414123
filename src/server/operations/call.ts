import type { AccountRecord, Instant } from '../ports/account-store.ts';
import type { Origin } from '../../contract/sessions.ts';
import type { Actor } from '../ports/actor.ts';

/** Where a call comes from. */
export interface Caller {
  /** Browser, system and place; what is not known is null. */
  from: Origin;
  /** The address, as far as proxies are trusted; null when it is not known. */
  address: string | null;
}

/** One call of an operation by the signed-in person. */
export interface Call<Input> extends Caller {
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

/** One call by whoever holds a mailed link, or by anyone. */
export interface LinkCall<Input> extends Caller {
  input: Input;
}

/** One call that may start a session, by anyone. */
export interface EntryCall<Input> extends LinkCall<Input> {
  /** What the browser's device cookie holds, as `StartedSession.device` gave it; null without one. */
  device: string | null;
}

/** A grant that was minted: the wire's skin keeps it where the page cannot read it. */
export interface MintedGrant {
  purpose: string;
  secret: string;
  expiresAt: Instant;
}
