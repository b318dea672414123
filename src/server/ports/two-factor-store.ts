import type { Done, Effects, Instant, Refused } from './account-store.ts';

/** The secret of an authenticator app. */
export interface TotpRecord {
  /** The secret is derived from it (`Secrets.derive`). */
  secretId: string;
  /** `waiting`: set up, no code has come back yet. `on`: asked for beside the password. */
  state: 'waiting' | 'on';
  /** The session that set it up; only it can switch it on. */
  sessionId: string;
  /** While waiting: works before this instant. */
  expiresAt: Instant;
}

/** The second factor: an authenticator app, and the codes for the day on which it is lost. */
export interface TwoFactorStore {
  /** Puts a secret that waits in place of another that waits. `already_on` when the factor is on. Version unchanged. */
  putTotp(
    change: { accountId: string; secretId: string; sessionId: string; expiresAt: Instant },
    effects: Effects,
  ): Promise<Done | Refused | { kind: 'already_on' }>;
  /** The secret that is on, or that waits and has not run out; else null. */
  findTotp(accountId: string, at: Instant): Promise<TotpRecord | null>;
  /**
   * Switches on the secret that waits, if it is still this one, of this session, and has not run out (else `stale`);
   * `step` counts as used; the recovery codes become these. Kills all grants of the account.
   */
  enableTotp(
    change: {
      accountId: string;
      secretId: string;
      sessionId: string;
      step: number;
      codeDigests: readonly string[];
    },
    effects: Effects,
  ): Promise<Done | Refused | { kind: 'stale' }>;
  /** Removes secret and recovery codes, kills all grants. `done`, too, when it was off: then nothing happens. */
  disableTwoFactor(change: { accountId: string }, effects: Effects): Promise<Done | Refused>;
  /** Puts these recovery codes in place of all others. `off` when the factor is off. */
  putRecoveryCodes(
    change: { accountId: string; codeDigests: readonly string[] },
    effects: Effects,
  ): Promise<Done | Refused | { kind: 'off' }>;
}
