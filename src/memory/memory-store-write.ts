import type {
  AuditEntry,
  Delivery,
  Done,
  Effects,
  GrantRefused,
  GrantUse,
  Instant,
  Locked,
  ProofRefused,
  RateLimited,
  Refused,
} from '../server/ports/account-store.ts';
import type { DeviceRecord } from '../server/ports/session-store.ts';
import { addLinks } from './memory-store-link-rows.ts';
import { countAttempts, findRoom } from './memory-store-limits.ts';
import { proofWorks, takeProof } from './memory-store-proofs.ts';
import type { MemoryState, StoredAccount } from './memory-store-state.ts';
import { copy, recordOf } from './memory-store-state.ts';

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
): GrantRefused | ProofRefused | RateLimited | Locked | null {
  if (effects.grant !== null && !grantWorks(state, effects.grant, effects.at)) {
    return { kind: 'grant_refused' };
  }
  const proofs = effects.proofs ?? [];
  if (!proofs.every((proof) => proofWorks(state, proof, effects.at))) {
    return { kind: 'proof_refused' };
  }
  return findRoom(state, effects.attempts, effects.at);
}

/** Queues what is to be done after the write. */
export function queue(state: MemoryState, deliveries: readonly Delivery[], at: Instant): void {
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

function rememberDevice(state: MemoryState, device: DeviceRecord): void {
  const { digest, accountId } = device;
  const others = state.devices.filter(
    (one) => one.digest !== digest || one.accountId !== accountId,
  );
  state.devices = [...others, copy(device)];
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
 * Lets the effects happen; `refuseEffects` has found nothing against them. With `accountId` null there is no account
 * whose log and links they could join, or none any more.
 */
export function applyEffects(
  state: MemoryState,
  accountId: string | null,
  effects: Effects,
  write: () => void,
): void {
  const { at, grant, proofs = [], clears = [], links = [], device } = effects;
  if (grant?.consume === true) state.grants.delete(grant.digest);
  for (const proof of proofs) takeProof(state, proof, at);
  countAttempts(state, effects.attempts, at);
  write();
  for (const key of clears) state.triesInARow.delete(key);
  if (accountId !== null) addLinks(state, accountId, links, at);
  if (device !== undefined && state.accounts.has(device.accountId)) rememberDevice(state, device);
  queue(state, effects.deliveries, at);
  if (accountId !== null) record(state, accountId, effects.audit, at);
}

/**
 * One write on an account that exists. `decide` looks and answers either a refusal, and then nothing is changed, or
 * what to do. The version rises unless `raises` says otherwise.
 */
export function writeAccount<Refusal extends { kind: string }>(
  state: MemoryState,
  accountId: string,
  effects: Effects,
  decide: (account: StoredAccount) => Refusal | (() => void),
  { raises = true } = {},
): Done | Refused | Refusal {
  const refused = refuseEffects(state, effects);
  if (refused !== null) return refused;
  const account = state.accounts.get(accountId);
  if (account === undefined) return { kind: 'gone' };
  const decision = decide(account);
  if (typeof decision !== 'function') return decision;
  applyEffects(state, accountId, effects, () => {
    decision();
    if (raises) account.version++;
  });
  return { kind: 'done', account: recordOf(state, account, effects.at) };
}
