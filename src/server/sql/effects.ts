import type { Origin } from '../../contract/sessions.ts';
import type {
  AuditEntry,
  Effects,
  GrantRefused,
  Instant,
  Locked,
  ProofRefused,
  RateLimited,
} from '../ports/account-store.ts';
import { rememberDevice } from './devices.ts';
import { takeGrant } from './grants.ts';
import { takeAttempts } from './limits.ts';
import { addLinks } from './link-rows.ts';
import { queue } from './outbox.ts';
import { takeProof } from './proofs.ts';
import type { Param } from './statement.ts';
import { statement } from './statement.ts';
import type { Transaction } from './transaction.ts';
import { Refusal, refuse, run } from './transaction.ts';
import { clearTries } from './tries-in-a-row.ts';

interface AuditArgs extends Origin {
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
    browser: param('browser'),
    system: param('system'),
    place: param('place'),
  }),
);

/** Writes one entry of an account's security log. */
export function* writeAudit(accountId: string, audit: AuditEntry, at: Instant): Transaction<void> {
  const { id, event, sessionId, details, from } = audit;
  yield* run(insertAudit, {
    accountId,
    at,
    id,
    event,
    sessionId,
    details: JSON.stringify(details),
    ...from,
  });
}

/** `admit` for a write that needs no grant. */
export function* admitUngranted({
  proofs = [],
  attempts,
  at,
}: Effects): Transaction<Refusal<ProofRefused | RateLimited | Locked> | null> {
  for (const proof of proofs) {
    if (!(yield* takeProof(proof, at))) return refuse({ kind: 'proof_refused' });
  }
  const taken = yield* takeAttempts(attempts, at);
  return taken instanceof Refusal ? taken : null;
}

/**
 * The first part of every write: uses the grant, then the proofs, then counts the tries; or answers what stands against
 * them.
 */
export function* admit(
  effects: Effects,
): Transaction<Refusal<GrantRefused | ProofRefused | RateLimited | Locked> | null> {
  if (effects.grant !== null && !(yield* takeGrant(effects.grant, effects.at))) {
    return refuse({ kind: 'grant_refused' });
  }
  return yield* admitUngranted(effects);
}

/**
 * The last part of every write: forgets the wrong tries before a right one, stores links and browser, queues the
 * deliveries, and writes the security log. `accountId` is null where nobody is known yet: then there is no log, and
 * nobody to send a link to.
 */
export function* record(
  accountId: string | null,
  effects: Effects,
  change: { id: string; address: string } | null = null,
): Transaction<void> {
  const { at, clears = [], links = [], device, deliveries, audit } = effects;
  yield* clearTries(clears);
  if (accountId !== null) yield* addLinks(accountId, links, at);
  if (device !== undefined) yield* rememberDevice(device);
  yield* queue(deliveries, at, change);
  if (accountId !== null) yield* writeAudit(accountId, audit, at);
}
