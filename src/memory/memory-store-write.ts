import type {
  AuditEntry,
  Delivery,
  Done,
  Effects,
  GrantRefused,
  GrantUse,
  Instant,
  RateLimited,
  Refused,
  SessionEnding,
} from '../server/ports/account-store.ts';
import { countAttempts, findRoom } from './memory-store-limits.ts';
import type { MemoryState, StoredAccount } from './memory-store-state.ts';
import { copy, dropWhere, recordOf } from './memory-store-state.ts';

/** Whether a grant could be used now. */
export function grantWorks(state: MemoryState, use: GrantUse, at: Instant): boolean {
  const grant = state.grants.get(use.digest);
  return (
    grant !== undefined &&
    grant.accountId === use.accountId &&
    grant.sessionId === use.sessionId &&
    grant.purpose === use.purpose &&
    at < grant.expiresAt
  );
}

/** Why the effects cannot happen, or null. Changes nothing. */
export function refuseEffects(
  state: MemoryState,
  effects: Effects,
): GrantRefused | RateLimited | null {
  if (effects.grant !== null && !grantWorks(state, effects.grant, effects.at)) {
    return { kind: 'grant_refused' };
  }
  return findRoom(state, effects.attempts, effects.at);
}

/** Queues what is to be done after the write. */
function queue(state: MemoryState, deliveries: readonly Delivery[], at: Instant): void {
  for (const delivery of deliveries) {
    state.deliveries.set(delivery.id, {
      ...copy(delivery),
      createdAt: at,
      dueAt: at,
      tries: 0,
      failure: null,
    });
  }
}

/** Writes one entry of the security log. */
export function record(
  state: MemoryState,
  accountId: string,
  audit: AuditEntry,
  at: Instant,
): void {
  state.audit.push({ ...copy(audit), accountId, at });
}

/**
 * Lets the effects happen; `refuseEffects` has found nothing against them. With `accountId` null the security log of
 * the account is gone with it.
 */
export function applyEffects(
  state: MemoryState,
  accountId: string | null,
  effects: Effects,
  write: () => void,
): void {
  if (effects.grant?.consume === true) state.grants.delete(effects.grant.digest);
  countAttempts(state, effects.attempts, effects.at);
  write();
  queue(state, effects.deliveries, effects.at);
  if (accountId !== null) record(state, accountId, effects.audit, effects.at);
}

/**
 * One write on an account that exists. `decide` looks and answers either a refusal, and then nothing is changed, or
 * what to do.
 */
export function writeAccount<Refusal extends { kind: string }>(
  state: MemoryState,
  accountId: string,
  effects: Effects,
  decide: (account: StoredAccount) => Refusal | (() => void),
): Done | Refused | Refusal {
  const refused = refuseEffects(state, effects);
  if (refused !== null) return refused;
  const account = state.accounts.get(accountId);
  if (account === undefined) return { kind: 'gone' };
  const decision = decide(account);
  if (typeof decision !== 'function') return decision;
  applyEffects(state, accountId, effects, () => {
    decision();
    account.version++;
  });
  return { kind: 'done', account: recordOf(state, account, effects.at) };
}

/** Ends sessions: ours are dropped, and a host's are refused from now on. */
export function endSessions(
  state: MemoryState,
  account: StoredAccount,
  ending: SessionEnding,
  at: Instant,
): void {
  dropWhere(
    state.sessions,
    (session) => session.accountId === account.id && session.id !== ending.keep,
  );
  account.sessionsValidFrom = at;
  account.sessionsKept = ending.keep;
}

/** Kills every grant of an account. */
export function endGrants(state: MemoryState, accountId: string): void {
  dropWhere(state.grants, (grant) => grant.accountId === accountId);
}
