import type { Attempt, Instant, RateLimited } from '../server/ports/account-store.ts';
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

/** Whether every limit of every attempt has room; counts nothing. */
export function findRoom(
  state: MemoryState,
  attempts: readonly Attempt[],
  at: Instant,
): RateLimited | null {
  const now = Date.parse(at);
  const waits = attempts.map((attempt) => {
    const times = (state.attempts.get(attempt.key) ?? []).map((one) => Date.parse(one.at));
    return waitMilliseconds(times, attempt, now);
  });
  const wait = Math.max(0, ...waits);
  if (wait === 0) return null;
  return { kind: 'rate_limited', retryAfterSeconds: Math.max(1, Math.ceil(wait / 1000)) };
}

/** Counts every attempt once. */
export function countAttempts(state: MemoryState, attempts: readonly Attempt[], at: Instant): void {
  for (const { key, limits } of attempts) {
    const longest = Math.max(0, ...limits.map((limit) => limit.seconds));
    const countsUntil = new Date(Date.parse(at) + longest * 1000).toISOString();
    const times = state.attempts.get(key) ?? [];
    state.attempts.set(key, [...times, { at, countsUntil }]);
  }
}
