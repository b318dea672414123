import type { Attempt, Instant, Locked, RateLimited } from '../server/ports/account-store.ts';
import type { MemoryState } from './memory-store-state.ts';

function waitMilliseconds(times: readonly number[], attempt: Attempt, now: number): number {
  const waits = attempt.limits.map(({ count, seconds }) => {
    const window = seconds * 1000;
    const counting = times.filter((time) => now < time + window);
    if (counting.length < count) return 0;
    // There is room once so many have stopped counting that this one would be number `count`.
    const last = counting[counting.length - count];
    return last === undefined ? window : last + window - now;
  });
  return Math.max(0, ...waits);
}

function isLocked(state: MemoryState, { key, inARow }: Attempt): boolean {
  return inARow !== undefined && (state.triesInARow.get(key)?.count ?? 0) >= inARow;
}

/** Whether every limit of every attempt has room, and every count in a row; counts nothing. */
export function findRoom(
  state: MemoryState,
  attempts: readonly Attempt[],
  at: Instant,
): RateLimited | Locked | null {
  // Said first: waiting would not help.
  if (attempts.some((attempt) => isLocked(state, attempt))) return { kind: 'locked' };
  const now = Date.parse(at);
  const waits = attempts.map((attempt) => {
    const times = (state.attempts.get(attempt.key) ?? []).map((one) => Date.parse(one.at));
    return waitMilliseconds(times, attempt, now);
  });
  const wait = Math.max(0, ...waits);
  if (wait === 0) return null;
  return { kind: 'rate_limited', retryAfterSeconds: Math.max(1, Math.ceil(wait / 1000)) };
}

function countInARow(state: MemoryState, attempt: Attempt, at: Instant): number {
  if (attempt.inARow === undefined) return 0;
  const before = state.triesInARow.get(attempt.key);
  const count = (before?.count ?? 0) + 1;
  // Nobody's, when the account has gone meanwhile.
  const known = state.accounts.get(attempt.accountId ?? '')?.id;
  const accountId = known ?? before?.accountId ?? null;
  state.triesInARow.set(attempt.key, { accountId, count, at });
  return count;
}

/** Counts every attempt once. Answers the how-many-th in a row the last one is. */
export function countAttempts(
  state: MemoryState,
  attempts: readonly Attempt[],
  at: Instant,
): number {
  let inARow = 0;
  for (const attempt of attempts) {
    const longest = Math.max(0, ...attempt.limits.map((limit) => limit.seconds));
    const countsUntil = new Date(Date.parse(at) + longest * 1000).toISOString();
    const times = state.attempts.get(attempt.key) ?? [];
    state.attempts.set(attempt.key, [...times, { at, countsUntil }]);
    inARow = countInARow(state, attempt, at);
  }
  return inARow;
}
