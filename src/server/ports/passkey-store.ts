import type { Done, Effects, Instant, Refused } from './account-store.ts';
import type { ChallengeRecord } from './proofs.ts';

/** A passkey as the account lists it. */
export interface PasskeySummary {
  /** Names it; no secret. */
  id: string;
  /** 1 to 64 code points. */
  name: string;
  /** When it was added. */
  createdAt: Instant;
  /** Null when it never proved anything. */
  lastUsedAt: Instant | null;
  /** Whether the authenticator keeps it in more than one place. */
  synced: boolean;
}

/** A passkey with what judging its answers takes. */
export interface PasskeyRecord extends PasskeySummary {
  /** Whose it is. */
  accountId: string;
  /** base64url, as the browser names it; unique among all accounts. */
  credentialId: string;
  /** The public key in COSE form, base64url. */
  publicKey: string;
  /** The authenticator's own count of uses; 0 where it keeps none. */
  signCount: number;
  /** How the authenticator is reached: `internal`, `usb`, `hybrid`. */
  transports: readonly string[];
}

/** Passkeys, and what is asked of browsers and mailboxes. */
export interface PasskeyStore {
  /** Stores a challenge. */
  putChallenge(challenge: ChallengeRecord, effects: Effects): Promise<{ kind: 'done' } | Refused>;
  /** Whether the challenge could be used now. Does not use it. */
  findChallenge(challenge: Omit<ChallengeRecord, 'expiresAt'>, at: Instant): Promise<boolean>;
  /** By the credential's id, whosever it is. */
  findPasskey(credentialId: string): Promise<PasskeyRecord | null>;
  /** All of an account, in the order in which they were added. */
  findPasskeys(accountId: string): Promise<PasskeyRecord[]>;
  /** Adds one; `passkey_known` when the credential is anybody's, else `too_many` when the account has `most`. Kills all grants. */
  addPasskey(
    change: { passkey: PasskeyRecord; most: number },
    effects: Effects,
  ): Promise<Done | Refused | { kind: 'passkey_known' } | { kind: 'too_many' }>;
  /** Names one. */
  renamePasskey(
    change: { accountId: string; id: string; name: string },
    effects: Effects,
  ): Promise<Done | Refused | { kind: 'not_found' }>;
  /**
   * Removes one; `last_method` when the account has no password, no identity and no other passkey, unless it
   * `mayBeLast`. Kills all grants.
   */
  removePasskey(
    change: {
      accountId: string;
      id: string;
      /** Where a host signs people in itself. Default false. */
      mayBeLast?: boolean;
    },
    effects: Effects,
  ): Promise<Done | Refused | { kind: 'not_found' } | { kind: 'last_method' }>;
}
