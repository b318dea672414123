import { profileFields } from '../contract/account.ts';
import type {
  AccountRecord,
  Instant,
  NewAccount,
  PersonStore,
} from '../server/ports/account-store.ts';
import {
  endChallenges,
  endGrants,
  endPending,
  endSessions,
  forgetDevices,
  forgetTries,
  keepFormerPassword,
} from './memory-store-endings.ts';
import { endLinks } from './memory-store-link-rows.ts';
import type { MemoryState, StoredAccount } from './memory-store-state.ts';
import { copy, dropWhere, emailTaken, findBy, recordOf } from './memory-store-state.ts';
import { applyEffects, refuseEffects, writeAccount } from './memory-store-write.ts';

function usernameTaken(state: MemoryState, username: string | null, exceptId: string): boolean {
  if (username === null) return false;
  return findBy(state, (one) => one.username === username && one.id !== exceptId) !== undefined;
}

function newAccount(account: NewAccount): StoredAccount {
  return {
    ...copy(account),
    version: 1,
    avatar: null,
    sessionsValidFrom: null,
    sessionsKept: null,
    totpEnabledAt: null,
  };
}

/** Removes every trace of an account except its files, which become discarded. */
function removeAccount(state: MemoryState, account: StoredAccount, at: Instant): void {
  const own = (row: { accountId: string | null }): boolean => row.accountId === account.id;
  state.accounts.delete(account.id);
  dropWhere(state.sessions, own);
  dropWhere(state.grants, own);
  dropWhere(state.emailChanges, own);
  dropWhere(state.emailReports, own);
  dropWhere(state.deliveries, own);
  dropWhere(state.passkeys, own);
  dropWhere(state.challenges, own);
  dropWhere(state.links, own);
  forgetTries(state, account.id);
  forgetDevices(state, account.id);
  for (const rows of [state.totps, state.recoveryCodes, state.formerPasswords]) {
    rows.delete(account.id);
  }
  state.keptEmails = state.keptEmails.filter((kept) => !own(kept));
  state.audit = state.audit.filter((entry) => !own(entry));
  for (const key of Object.values(account.avatar ?? {})) state.discardedFiles.set(key, at);
}

/** The person's record, on maps. Bodies never wait, so that each method is one transaction. */
export function createPersonStore(state: MemoryState): PersonStore {
  const find = (account: StoredAccount | undefined, at: Instant): AccountRecord | null =>
    account === undefined ? null : recordOf(state, account, at);

  return {
    async findAccount(id, at) {
      return find(state.accounts.get(id), at);
    },
    async findAccountByEmail(emailCanonical, at) {
      return find(
        findBy(state, (one) => one.emailCanonical === emailCanonical),
        at,
      );
    },
    async isEmailTaken(emailCanonical, exceptAccountId, at) {
      return emailTaken(state, emailCanonical, exceptAccountId, at);
    },

    async createAccount(account, session, effects) {
      const refused = refuseEffects(state, { ...effects, grant: null });
      if (refused !== null && refused.kind !== 'grant_refused') return refused;
      if (state.accounts.has(account.id)) return { kind: 'id_taken' };
      if (emailTaken(state, account.emailCanonical, null, effects.at)) {
        return { kind: 'email_taken' };
      }
      if (usernameTaken(state, account.username, account.id)) return { kind: 'username_taken' };
      const stored = newAccount(account);
      applyEffects(state, account.id, effects, () => {
        state.accounts.set(account.id, stored);
        if (session !== null) state.sessions.set(session.id, copy(session));
      });
      return { kind: 'done', account: recordOf(state, stored, effects.at) };
    },

    async updateProfile({ accountId, values, expectedVersion }, effects) {
      return writeAccount(state, accountId, effects, (account) => {
        if (expectedVersion !== null && expectedVersion !== account.version) {
          return {
            kind: 'version_conflict' as const,
            account: recordOf(state, account, effects.at),
          };
        }
        if (usernameTaken(state, values.username ?? null, accountId)) {
          return { kind: 'username_taken' as const };
        }
        return () => {
          for (const name of profileFields) {
            const value = values[name];
            if (value !== undefined) account[name] = value;
          }
        };
      });
    },

    async changePassword(change, effects) {
      const { accountId, passwordHash, previousHash, standsAlone, keepHistory, end } = change;
      return writeAccount(state, accountId, effects, (account) => {
        if (account.passwordHash !== previousHash) return { kind: 'stale' as const };
        return () => {
          account.passwordHash = passwordHash;
          account.passwordChangedAt = effects.at;
          account.passwordStandsAlone = standsAlone;
          keepFormerPassword(state, accountId, previousHash, keepHistory);
          endSessions(state, account, end, effects.at);
          endGrants(state, accountId);
          endChallenges(state, accountId);
          endLinks(state, accountId, 'password_reset', effects.at);
          endPending(state, accountId, effects.at);
          forgetTries(state, accountId);
        };
      });
    },

    async setAvatar({ accountId, files }, effects) {
      return writeAccount<never>(state, accountId, effects, (account) => () => {
        for (const key of Object.values(account.avatar ?? {})) {
          state.discardedFiles.set(key, effects.at);
        }
        account.avatar = copy(files);
        for (const key of Object.values(files ?? {})) state.discardedFiles.delete(key);
      });
    },

    async deleteAccount({ accountId }, effects) {
      const refused = refuseEffects(state, effects);
      if (refused !== null) return refused;
      const account = state.accounts.get(accountId);
      if (account === undefined) return { kind: 'gone' };
      applyEffects(state, null, effects, () => removeAccount(state, account, effects.at));
      return { kind: 'done' };
    },
  };
}
