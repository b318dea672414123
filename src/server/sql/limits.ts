import type {
  Attempt,
  AttemptTaken,
  FlowStore,
  Instant,
  Limit,
  Locked,
  RateLimited,
} from '../ports/account-store.ts';
import type { Param } from './statement.ts';
import { statement } from './statement.ts';
import type { Engine, Refusal, Transaction } from './transaction.ts';
import { one, refuse, run } from './transaction.ts';
import { findTries, takeTry } from './tries-in-a-row.ts';

const findAttemptBehind = statement(
  (db, param: Param<{ key: string; since: Instant; behind: number }>) =>
    db
      .selectFrom('attempts')
      .select('at')
      .where('key', '=', param('key'))
      .where('at', '>', param('since'))
      .orderBy('at', 'desc')
      .limit(1)
      .offset(param('behind')),
);

const insertAttempt = statement(
  (db, param: Param<{ key: string; at: Instant; expiresAt: Instant }>) =>
    db
      .insertInto('attempts')
      .values({ key: param('key'), at: param('at'), expires_at: param('expiresAt') }),
);

/** The instant so many milliseconds later, or earlier when negative. */
export function shift(at: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(at) + milliseconds).toISOString();
}

/** How long until one limit has room for a try, in milliseconds; 0 when it has. */
function* findWait(key: string, { count, seconds }: Limit, at: Instant): Transaction<number> {
  const window = seconds * 1000;
  if (count < 1) return window;
  // There is room once the try that makes the window full has left it.
  const args = { key, since: shift(at, -window), behind: count - 1 };
  const full = yield* one(findAttemptBehind, args);
  return full === undefined ? 0 : Date.parse(full.at) + window - Date.parse(at);
}

/** Why the limits have no room for the tries now, or null. Looks only. */
function* findRefusal(attempts: readonly Attempt[], at: Instant): Transaction<RateLimited | null> {
  let wait = 0;
  for (const { key, limits } of attempts) {
    for (const limit of limits) wait = Math.max(wait, yield* findWait(key, limit, at));
  }
  if (wait === 0) return null;
  return { kind: 'rate_limited', retryAfterSeconds: Math.max(1, Math.ceil(wait / 1000)) };
}

/**
 * Counts each try once, and answers the how-many-th in a row the last of them is; or why there is no room. Tries in a
 * row are looked at first: waiting would not help.
 */
export function* takeAttempts(
  attempts: readonly Attempt[],
  at: Instant,
): Transaction<AttemptTaken | Refusal<RateLimited | Locked>> {
  let inARow = 0;
  for (const { key, accountId = null, inARow: most } of attempts) {
    const taken = most === undefined ? 0 : yield* takeTry({ key, accountId, most, at });
    if (taken === null) return refuse({ kind: 'locked' });
    inARow = taken;
  }
  const refusal = yield* findRefusal(attempts, at);
  if (refusal !== null) return refuse(refusal);
  for (const { key, limits } of attempts) {
    const longest = Math.max(0, ...limits.map((limit) => limit.seconds));
    yield* run(insertAttempt, { key, at, expiresAt: shift(at, longest * 1000) });
  }
  return { kind: 'done', inARow };
}

function* findRoom(attempt: Attempt, at: Instant) {
  const { key, inARow: most } = attempt;
  if (most !== undefined && (yield* findTries(key)) >= most) return { kind: 'locked' as const };
  return (yield* findRefusal([attempt], at)) ?? { kind: 'done' as const };
}

/** Limits on their own, for what is judged before a write. */
export function createLimitStore(
  engine: Engine,
): Pick<FlowStore, 'takeAttempt' | 'findAttemptRoom'> {
  return {
    takeAttempt: (attempt, at) => engine.write(() => takeAttempts([attempt], at)),
    findAttemptRoom: (attempt, at) => engine.read(findRoom(attempt, at)),
  };
}
