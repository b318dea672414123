import type { SessionRecord } from '../server/ports/account-store.ts';
import type {
  AuditPosition,
  AuditRecord,
  SessionListStore,
} from '../server/ports/session-store.ts';
import { endEverythingBegun } from './memory-store-endings.ts';
import type { MemoryState, StoredAudit } from './memory-store-state.ts';
import { copy } from './memory-store-state.ts';
import { applyEffects, refuseEffects, writeAccount } from './memory-store-write.ts';

/** Orders texts; every text that is ordered here is ASCII. */
function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function byUse(one: SessionRecord, other: SessionRecord): number {
  return (
    compare(other.lastActiveAt, one.lastActiveAt) ||
    compare(other.authenticatedAt, one.authenticatedAt) ||
    compare(one.id, other.id)
  );
}

function byAge(one: AuditPosition, other: AuditPosition): number {
  return compare(other.at, one.at) || compare(other.id, one.id);
}

function readable(stored: StoredAudit): AuditRecord {
  const { accountId: _, ...entry } = copy(stored);
  return entry;
}

/** Sessions as the person sees them, known devices, and the log, on lists. */
export function createSessionListStore(state: MemoryState): SessionListStore {
  return {
    async findSessions(accountId, at, activeSince) {
      const live = [...state.sessions.values()].filter(
        (session) =>
          session.accountId === accountId &&
          at < session.expiresAt &&
          activeSince < session.lastActiveAt,
      );
      return copy(live.toSorted(byUse));
    },

    async endSessionById({ accountId, id }, effects) {
      const decide = () => {
        if (state.sessions.get(id)?.accountId !== accountId) return { kind: 'not_found' as const };
        return () => {
          state.sessions.delete(id);
        };
      };
      return writeAccount(state, accountId, effects, decide, { raises: false });
    },

    async endOtherSessions({ accountId, keep }, effects) {
      return writeAccount<never>(
        state,
        accountId,
        effects,
        (account) => () => endEverythingBegun(state, account, keep, effects.at),
      );
    },

    async findDevice(digest, accountId) {
      return state.devices.some((one) => one.digest === digest && one.accountId === accountId);
    },

    async findAudit(accountId, before, most) {
      const entries = state.audit.filter(
        (entry) => entry.accountId === accountId && (before === null || byAge(before, entry) < 0),
      );
      return entries.toSorted(byAge).slice(0, most).map(readable);
    },
    async findAuditEntry(accountId, id) {
      const entry = state.audit.find((one) => one.accountId === accountId && one.id === id);
      return entry === undefined ? null : readable(entry);
    },
    async recordEvent({ accountId }, effects) {
      const refused = refuseEffects(state, effects);
      if (refused !== null) return refused;
      if (!state.accounts.has(accountId)) return { kind: 'gone' };
      applyEffects(state, accountId, effects, () => {});
      return { kind: 'done' };
    },

    async findPasswordHistory(accountId, most) {
      return (state.formerPasswords.get(accountId) ?? []).slice(0, most);
    },
  };
}
