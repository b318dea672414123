import type { Instant, SessionEnding } from '../server/ports/account-store.ts';
import { end, endAddressLinks } from './memory-store-link-rows.ts';
import type { MemoryState, StoredAccount } from './memory-store-state.ts';
import { dropWhere, liveChange } from './memory-store-state.ts';

const mailsToPending: ReadonlySet<string> = new Set(['email_change_link', 'email_change_taken']);

/** Ends what waits for its confirmation, and removes the queued mails to its address. */
export function endPending(state: MemoryState, accountId: string, at: Instant): void {
  const pending = liveChange(state, accountId, at);
  if (pending === null) return;
  end(pending, 'dead', at);
  dropWhere(
    state.deliveries,
    (mail) =>
      mail.accountId === accountId && mail.to === pending.address && mailsToPending.has(mail.kind),
  );
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

/** Kills every challenge of an account. */
export function endChallenges(state: MemoryState, accountId: string): void {
  dropWhere(state.challenges, (challenge) => challenge.accountId === accountId);
}

/** Forgets tries in a row, whatever they were counted by. */
export function forgetTries(state: MemoryState, accountId: string): void {
  dropWhere(state.triesInARow, (tries) => tries.accountId === accountId);
}

/** Makes every browser a stranger's: one of them may be. */
export function forgetDevices(state: MemoryState, accountId: string): void {
  state.devices = state.devices.filter((device) => device.accountId !== accountId);
}

/** Ends what was proved, asked or mailed while the account had another address. */
export function endProofsOfAddress(state: MemoryState, accountId: string, at: Instant): void {
  endGrants(state, accountId);
  endChallenges(state, accountId);
  endAddressLinks(state, accountId, at);
}

/**
 * Ends what somebody else may have begun: sessions, but for one, grants, challenges, a set-up and a change of address
 * that wait.
 */
export function endEverythingBegun(
  state: MemoryState,
  account: StoredAccount,
  keep: string | null,
  at: Instant,
): void {
  endSessions(state, account, { keep }, at);
  endGrants(state, account.id);
  endChallenges(state, account.id);
  if (state.totps.get(account.id)?.state === 'waiting') state.totps.delete(account.id);
  endPending(state, account.id, at);
}

/** Adds the hash that was replaced, if there was one, and forgets all but so many. */
export function keepFormerPassword(
  state: MemoryState,
  accountId: string,
  hash: string | null,
  keep: number,
): void {
  const former = state.formerPasswords.get(accountId) ?? [];
  const all = hash === null ? former : [hash, ...former];
  state.formerPasswords.set(accountId, all.slice(0, keep));
}
