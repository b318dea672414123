import type { Instant } from './account-store.ts';

/**
 * A proof that works once. A write that carries it uses it up by one guarded statement in its own transaction; when
 * that finds nothing to use, the write answers `proof_refused` and nothing happens. Using one does not raise the version.
 */
export type Proof =
  /** A code of the authenticator app: refused when this time step, or a later one, was used before, or the factor is off. */
  | { kind: 'totp'; accountId: string; step: number }
  /** A recovery code, by its digest. */
  | { kind: 'recovery_code'; accountId: string; digest: string }
  /** What was asked of a browser or a mailbox, by the digest of the challenge; it must belong to all of these. */
  | {
      kind: 'challenge';
      digest: string;
      /** Null for a sign-in: whose it is, the passkey says. */
      accountId: string | null;
      /** Null for a sign-in. */
      sessionId: string | null;
      /** A `StepUpPurpose`, `addPasskey` for a registration, or `signIn`. */
      purpose: string;
    }
  /** Writes down that a passkey was used: its counter, when it has one, must have risen. */
  | { kind: 'passkey'; accountId: string; id: string; signCount: number };

/** Something random that a browser or a mailbox has to give back. Stored as its digest only. */
export interface ChallengeRecord {
  /** `Secrets.digest` of the challenge, or of what a mailed code is derived from; unique. */
  digest: string;
  /** Null for a sign-in. */
  accountId: string | null;
  /** Null for a sign-in. */
  sessionId: string | null;
  /** As in `Proof`. */
  purpose: string;
  /** 5 minutes (passkey) or 10 minutes (mailed code) from now. */
  expiresAt: Instant;
}
