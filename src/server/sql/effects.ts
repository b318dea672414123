import type {
  AuditEntry,
  Effects,
  GrantRefused,
  Instant,
  RateLimited,
} from '../ports/account-store.ts';
import { takeGrant } from './grants.ts';
import { countAttempts, findRefusal } from './limits.ts';
import { queue } from './outbox.ts';
import type { Param } from './statement.ts';
import { statement } from './statement.ts';
import type { Refusal, Transaction } from './transaction.ts';
import { refuse, run } from './transaction.ts';

interface AuditArgs {
  accountId: string;
  at: Instant;
  id: string;
  event: string;
  sessionId: string | null;
  details: string;
}

const insertAudit = statement((db, param: Param<AuditArgs>) =>
  db.insertInto('audit').values({
    account_id: param('accountId'),
    at: param('at'),
    id: param('id'),
    event: param('event'),
    session_id: param('sessionId'),
    details: param('details'),
  }),
);

/** Writes one entry of an account's security log. */
export function* writeAudit(accountId: string, audit: AuditEntry, at: Instant): Transaction<void> {
  const { id, event, sessionId, details } = audit;
  yield* run(insertAudit, {
    accountId,
    at,
    id,
    event,
    sessionId,
    details: JSON.stringify(details),
  });
}

/** Counts the tries of a write, or answers why there is no room. */
export function* admitAttempts(effects: Effects): Transaction<Refusal<RateLimited> | null> {
  if (effects.attempts.length === 0) return null;
  const refusal = yield* findRefusal(effects.attempts, effects.at);
  if (refusal !== null) return refuse(refusal);
  yield* countAttempts(effects.attempts, effects.at);
  return null;
}

/** The first part of every write: uses the grant, then counts the tries; or answers what stands against them. */
export function* admit(effects: Effects): Transaction<Refusal<GrantRefused | RateLimited> | null> {
  if (effects.grant !== null && !(yield* takeGrant(effects.grant, effects.at))) {
    return refuse({ kind: 'grant_refused' });
  }
  return yield* admitAttempts(effects);
}

/** The last part of every write: queues the deliveries, and writes the security log. */
export function* record(
  accountId: string,
  effects: Effects,
  change: { id: string; address: string } | null = null,
): Transaction<void> {
  yield* queue(effects.deliveries, effects.at, change);
  yield* writeAudit(accountId, effects.audit, effects.at);
}
