import type { FlowStore, Instant, NewEmailReport } from '../server/ports/account-store.ts';
import {
  endEverythingBegun,
  endPending,
  endProofsOfAddress,
  forgetDevices,
} from './memory-store-endings.ts';
import { end, endAddressLinks, findByDigest, stateAt } from './memory-store-link-rows.ts';
import type { MemoryState, StoredAccount, StoredEmailReport } from './memory-store-state.ts';
import { copy, emailTaken, liveChange, recordOf } from './memory-store-state.ts';
import { refuseEffects, writeAccount } from './memory-store-write.ts';

type EmailStore = Pick<
  FlowStore,
  | 'putEmailChange'
  | 'cancelEmailChange'
  | 'findEmailChange'
  | 'takeEmailChange'
  | 'changeEmailNow'
  | 'findEmailReport'
  | 'takeEmailReport'
>;

function addReport(state: MemoryState, accountId: string, report: NewEmailReport | null): void {
  if (report === null) return;
  const orders = [...state.emailReports.values()].map((one) => one.order);
  state.emailReports.set(report.id, {
    ...copy(report),
    accountId,
    order: Math.max(0, ...orders) + 1,
    state: 'live',
    endedAt: null,
  });
}

/** Makes an address the account's. It is no longer one that was left: when it is left again, that is a new fact. */
function setEmail(
  state: MemoryState,
  account: StoredAccount,
  email: { address: string; addressCanonical: string; verified: boolean },
): void {
  state.keptEmails = state.keptEmails.filter(
    (kept) => kept.addressCanonical !== email.addressCanonical,
  );
  account.email = email.address;
  account.emailCanonical = email.addressCanonical;
  account.emailVerified = email.verified;
}

/** Ends the report, and those that came of the change it is about. */
function endReports(state: MemoryState, used: StoredEmailReport, at: Instant): void {
  end(used, 'used', at);
  for (const report of state.emailReports.values()) {
    if (report.accountId !== used.accountId || stateAt(report, at) !== 'live') continue;
    if (report.order > used.order || report.addressCanonical === used.addressCanonical) {
      end(report, 'dead', at);
    }
  }
}

/** Changes of address and their links, on maps. */
export function createEmailStore(state: MemoryState): EmailStore {
  return {
    async putEmailChange({ accountId, report, replaces, ...change }, effects) {
      return writeAccount(state, accountId, effects, () => {
        const pending = liveChange(state, accountId, effects.at);
        if (replaces !== undefined && pending?.id !== replaces) {
          return { kind: 'not_pending' as const };
        }
        return () => {
          endPending(state, accountId, effects.at);
          state.emailChanges.set(change.id, {
            ...change,
            accountId,
            requestedAt: effects.at,
            state: 'live',
            endedAt: null,
          });
          addReport(state, accountId, report);
        };
      });
    },

    async cancelEmailChange({ accountId }, effects) {
      return writeAccount(state, accountId, effects, (account) => {
        if (liveChange(state, accountId, effects.at) === null) {
          return { kind: 'done' as const, account: recordOf(state, account, effects.at) };
        }
        return () => endPending(state, accountId, effects.at);
      });
    },

    async findEmailChange(tokenDigest, at) {
      const change = findByDigest(state.emailChanges, tokenDigest);
      if (change === null) return null;
      const { id, accountId, address } = change;
      return { id, accountId, address, state: stateAt(change, at) };
    },

    async takeEmailChange({ id, keepOldUntil, report }, effects) {
      const change = state.emailChanges.get(id);
      if (change === undefined || change.tokenDigest === null) {
        return refuseEffects(state, effects) ?? { kind: 'link_used' };
      }
      const { accountId, address, addressCanonical } = change;
      return writeAccount(state, accountId, effects, (account) => {
        if (stateAt(change, effects.at) !== 'live') return { kind: 'link_used' as const };
        if (emailTaken(state, addressCanonical, accountId, effects.at)) {
          endPending(state, accountId, effects.at);
          account.version++;
          return { kind: 'email_taken' as const };
        }
        return () => {
          end(change, 'used', effects.at);
          state.keptEmails.push({
            accountId,
            addressCanonical: account.emailCanonical,
            keptUntil: keepOldUntil,
            verified: account.emailVerified,
          });
          setEmail(state, account, { address, addressCanonical, verified: true });
          endProofsOfAddress(state, accountId, effects.at);
          addReport(state, accountId, report);
        };
      });
    },

    async changeEmailNow({ accountId, address, addressCanonical }, effects) {
      return writeAccount(state, accountId, effects, (account) => {
        if (emailTaken(state, addressCanonical, accountId, effects.at)) {
          return { kind: 'email_taken' as const };
        }
        return () => {
          endPending(state, accountId, effects.at);
          setEmail(state, account, { address, addressCanonical, verified: false });
          endProofsOfAddress(state, accountId, effects.at);
        };
      });
    },

    async findEmailReport(tokenDigest, at) {
      const report = findByDigest(state.emailReports, tokenDigest);
      if (report === null) return null;
      const { id, accountId, address } = report;
      return { id, accountId, address, state: stateAt(report, at) };
    },

    async takeEmailReport({ id }, effects) {
      const report = state.emailReports.get(id);
      if (report === undefined) return refuseEffects(state, effects) ?? { kind: 'link_used' };
      const { accountId, address, addressCanonical } = report;
      let restored = false;
      const outcome = writeAccount(state, accountId, effects, (account) => {
        if (stateAt(report, effects.at) !== 'live') return { kind: 'link_used' as const };
        return () => {
          const kept = state.keptEmails.find(
            (one) =>
              one.accountId === accountId &&
              one.addressCanonical === addressCanonical &&
              effects.at < one.keptUntil,
          );
          if (kept !== undefined && account.emailCanonical !== addressCanonical) {
            restored = true;
            endAddressLinks(state, accountId, effects.at);
            setEmail(state, account, { address, addressCanonical, verified: kept.verified });
          }
          endReports(state, report, effects.at);
          endEverythingBegun(state, account, null, effects.at);
          forgetDevices(state, accountId);
        };
      });
      return outcome.kind === 'done' ? { ...outcome, restored } : outcome;
    },
  };
}
