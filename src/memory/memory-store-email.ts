import type { FlowStore, Instant, NewEmailReport } from '../server/ports/account-store.ts';
import type {
  MemoryState,
  StoredAccount,
  StoredEmailChange,
  StoredEmailReport,
} from './memory-store-state.ts';
import { copy, dropWhere, emailTaken, liveChange, recordOf } from './memory-store-state.ts';
import { endGrants, endSessions, writeAccount } from './memory-store-write.ts';

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
type Link = StoredEmailChange | StoredEmailReport;

const mailsToPending: ReadonlySet<string> = new Set(['email_change_link', 'email_change_taken']);

function stateAt(link: Link, at: Instant): 'live' | 'expired' | 'used' | 'dead' {
  return link.state === 'live' && at >= link.expiresAt ? 'expired' : link.state;
}

function end(link: Link, how: 'used' | 'dead', at: Instant): void {
  link.state = how;
  link.endedAt = at;
}

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

function byDigest<Found extends Link>(links: Map<string, Found>, digest: string): Found | null {
  for (const link of links.values()) if (link.tokenDigest === digest) return link;
  return null;
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
      const change = byDigest(state.emailChanges, tokenDigest);
      if (change === null) return null;
      const { id, accountId, address } = change;
      return { id, accountId, address, state: stateAt(change, at) };
    },

    async takeEmailChange({ id, keepOldUntil, report }, effects) {
      const change = state.emailChanges.get(id);
      if (change === undefined || change.tokenDigest === null) return { kind: 'link_used' };
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
          });
          setEmail(state, account, { address, addressCanonical, verified: true });
          addReport(state, accountId, report);
          endGrants(state, accountId);
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
        };
      });
    },

    async findEmailReport(tokenDigest, at) {
      const report = byDigest(state.emailReports, tokenDigest);
      if (report === null) return null;
      const { id, accountId, address } = report;
      return { id, accountId, address, state: stateAt(report, at) };
    },

    async takeEmailReport({ id }, effects) {
      const report = state.emailReports.get(id);
      if (report === undefined) return { kind: 'link_used' };
      const { accountId, address, addressCanonical } = report;
      let restored = false;
      const outcome = writeAccount(state, accountId, effects, (account) => {
        if (stateAt(report, effects.at) !== 'live') return { kind: 'link_used' as const };
        return () => {
          const kept = state.keptEmails.some(
            (one) =>
              one.accountId === accountId &&
              one.addressCanonical === addressCanonical &&
              effects.at < one.keptUntil,
          );
          restored = kept && account.emailCanonical !== addressCanonical;
          if (restored) {
            setEmail(state, account, { address, addressCanonical, verified: true });
          }
          endReports(state, report, effects.at);
          endPending(state, accountId, effects.at);
          endSessions(state, account, { keep: null }, effects.at);
          endGrants(state, accountId);
        };
      });
      return outcome.kind === 'done' ? { ...outcome, restored } : outcome;
    },
  };
}
