import type { FlowStore, SessionRecord } from '../server/ports/account-store.ts';
import { countAttempts, findRoom } from './memory-store-limits.ts';
import type { MemoryState } from './memory-store-state.ts';
import { copy, recordOf } from './memory-store-state.ts';
import { applyEffects, grantWorks, record, refuseEffects } from './memory-store-write.ts';

type SessionStore = Pick<
  FlowStore,
  | 'putGrant'
  | 'findGrant'
  | 'findSession'
  | 'putSession'
  | 'endSession'
  | 'touchSession'
  | 'takeAttempt'
  | 'findAttemptRoom'
>;

/** Sessions, grants and the limits that guard them, on maps. */
export function createSessionStore(state: MemoryState): SessionStore {
  const byDigest = (digest: string): SessionRecord | null => {
    for (const session of state.sessions.values())
      if (session.tokenDigest === digest) return session;
    return null;
  };

  return {
    async putGrant(grant, effects) {
      const refused = refuseEffects(state, effects);
      if (refused !== null) return refused;
      if (!state.accounts.has(grant.accountId)) return { kind: 'gone' };
      applyEffects(state, grant.accountId, effects, () => {
        state.grants.set(grant.digest, copy(grant));
      });
      return { kind: 'done' };
    },
    async findGrant(use, at) {
      return grantWorks(state, use, at);
    },

    async findSession(tokenDigest, at) {
      const session = byDigest(tokenDigest);
      const account = session && state.accounts.get(session.accountId);
      if (!session || !account || at >= session.expiresAt) return null;
      return { session: copy(session), account: recordOf(state, account, at) };
    },
    async putSession(session, effects) {
      const refused = refuseEffects(state, effects);
      if (refused !== null) return refused;
      if (!state.accounts.has(session.accountId)) return { kind: 'gone' };
      applyEffects(state, session.accountId, effects, () => {
        state.sessions.set(session.id, copy(session));
      });
      return { kind: 'done' };
    },
    async endSession(tokenDigest, audit, at) {
      const session = byDigest(tokenDigest);
      if (session === null) return false;
      state.sessions.delete(session.id);
      record(state, session.accountId, audit, at);
      return true;
    },
    async touchSession(id, at) {
      const session = state.sessions.get(id);
      if (session !== undefined) session.lastActiveAt = at;
    },

    async takeAttempt(attempt, at) {
      const refused = findRoom(state, [attempt], at);
      if (refused !== null) return refused;
      return { kind: 'done', inARow: countAttempts(state, [attempt], at) };
    },
    async findAttemptRoom(attempt, at) {
      return findRoom(state, [attempt], at) ?? { kind: 'done' };
    },
  };
}
