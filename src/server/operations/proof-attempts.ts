import { AccountError } from '../../contract/account-error.ts';
import type { Origin } from '../../contract/sessions.ts';
import type { AccountRecord, Attempt } from '../ports/account-store.ts';
import type { Ports } from '../ports/ports.ts';
import { effects, rateLimited } from './effects.ts';
import { instant } from './instants.ts';
import { securityNotice } from './security-notice.ts';

/** A try that was counted before anybody looked whether it is right. */
export interface CountedProof {
  /** For `EffectsInput.clears`, when it was right. */
  key: string;
  /** Whether it is the last one in a row: a wrong one locks. */
  last: boolean;
}

/** Ids do not stand in rows that may outlive a deleted account by minutes. */
function accountKey(ports: Ports, accountId: string, context: string): string {
  return `proof:${ports.secrets.digest(accountId)}:${context}`;
}

/**
 * Tries of what a person knows, within one session: password, code of the app, recovery code, mailed code, the old
 * password. They are counted together, so that no way is a way around another; and apart from all other sessions and
 * from sign-ins, so that nobody else can use up the owner's.
 */
export function sessionProofs(ports: Ports, accountId: string, sessionId: string): Attempt {
  const { limits } = ports.settings;
  return {
    key: accountKey(ports, accountId, sessionId),
    limits: limits.proofs,
    inARow: limits.proofsInARow,
    accountId,
  };
}

/** Tries by something that cannot be guessed, within one session: they may come too often, but never lock anything. */
export function sessionTries(
  ports: Ports,
  what: 'passkey' | 'totp-set-up',
  accountId: string,
  sessionId: string,
): Attempt {
  const key = `${what}:${ports.secrets.digest(accountId)}:${sessionId}`;
  return { key, limits: ports.settings.limits.proofs, accountId };
}

/**
 * Sign-ins: a browser that the account knows has a count of its own, all others share the one of the address. An
 * address without account is counted in the same way, so that nothing is told by it.
 */
export function signInProofs(
  ports: Ports,
  { emailCanonical, accountId, deviceDigest }: SignInContext,
): Attempt {
  const { limits } = ports.settings;
  const known = accountId !== null && deviceDigest !== null;
  return {
    key: known
      ? accountKey(ports, accountId, deviceDigest)
      : `sign-in:${ports.secrets.digest(emailCanonical)}`,
    limits: limits.proofs,
    inARow: limits.proofsInARow,
    accountId,
  };
}

/** Who tries to sign in where. */
export interface SignInContext {
  emailCanonical: string;
  /** Null for an address without account. */
  accountId: string | null;
  /** Of the browser, if the account knows it. */
  deviceDigest: string | null;
}

/** Counts a try, before it is looked at; throws `rate_limited`, and `password_locked` after too many in a row. */
export async function countProof(ports: Ports, attempt: Attempt): Promise<CountedProof> {
  const counted = await ports.store.takeAttempt(attempt, instant(ports));
  if (counted.kind === 'rate_limited') throw rateLimited(counted);
  if (counted.kind === 'locked') throw new AccountError('password_locked');
  const { inARow } = attempt;
  return { key: attempt.key, last: inARow !== undefined && counted.inARow >= inARow };
}

/** What did not succeed, for the log of the account. */
export interface FailedProof {
  event: 'sign_in_failed' | 'second_factor_asked' | 'step_up_failed' | 'password_change_failed';
  from: Origin;
  sessionId: string | null;
  details: Record<string, string>;
}

/** Writes down a try that led to nothing; when it was the last one in a row, its owner is told that the way is locked. */
export async function recordFailure(
  ports: Ports,
  account: AccountRecord,
  counted: CountedProof | null,
  failed: FailedProof,
): Promise<void> {
  const change = { accountId: account.id };
  await ports.store.recordEvent(change, effects(ports, failed));
  if (counted?.last !== true) return;
  await ports.store.recordEvent(
    change,
    effects(ports, {
      ...failed,
      event: 'password_locked',
      ...securityNotice(ports, account, 'password_locked', failed.from),
    }),
  );
}
