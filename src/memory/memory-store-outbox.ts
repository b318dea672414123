import type { ClaimedDelivery, FlowStore, Instant } from '../server/ports/account-store.ts';
import type {
  MemoryState,
  StoredDelivery,
  StoredEmailChange,
  StoredEmailReport,
} from './memory-store-state.ts';
import { copy, dropWhere } from './memory-store-state.ts';

type OutboxStore = Pick<
  FlowStore,
  | 'claimDeliveries'
  | 'endDelivery'
  | 'failDelivery'
  | 'discardFiles'
  | 'findDiscardedFiles'
  | 'forgetFiles'
  | 'purge'
>;

/** How long a link that has ended is remembered, so that it can say how: 30 days. */
const endedLinkMilliseconds = 30 * 24 * 3600 * 1000;
const mostDiscardedFiles = 100;

function claimed(stored: StoredDelivery): ClaimedDelivery {
  const { dueAt: _dueAt, failure: _failure, ...delivery } = stored;
  return copy(delivery);
}

function endedBefore(link: StoredEmailChange | StoredEmailReport, oldest: Instant): boolean {
  const endedAt = link.endedAt ?? link.expiresAt;
  return endedAt < oldest;
}

/** The outbox, discarded files, and forgetting, on maps. */
export function createOutboxStore(state: MemoryState): OutboxStore {
  return {
    async claimDeliveries({ at, leaseUntil, most }) {
      const due = [...state.deliveries.values()].filter(
        (delivery) => delivery.dueAt !== null && delivery.dueAt <= at,
      );
      return due.slice(0, most).map((delivery) => {
        const answer = claimed(delivery);
        delivery.dueAt = leaseUntil;
        delivery.tries++;
        return answer;
      });
    },
    async endDelivery(id) {
      state.deliveries.delete(id);
    },
    async failDelivery(id, { retryAt, reason }) {
      const delivery = state.deliveries.get(id);
      if (delivery === undefined) return;
      delivery.dueAt = retryAt;
      delivery.failure = reason;
    },

    async discardFiles(keys, from) {
      for (const key of keys) state.discardedFiles.set(key, from);
    },
    async findDiscardedFiles(at) {
      const due = [...state.discardedFiles].filter(([, from]) => from <= at).map(([key]) => key);
      return due.slice(0, mostDiscardedFiles);
    },
    async forgetFiles(keys) {
      for (const key of keys) state.discardedFiles.delete(key);
    },

    async purge(at) {
      const oldest = new Date(Date.parse(at) - endedLinkMilliseconds).toISOString();
      dropWhere(state.sessions, (session) => session.expiresAt <= at);
      dropWhere(state.grants, (grant) => grant.expiresAt <= at);
      dropWhere(state.emailChanges, (change) => endedBefore(change, oldest));
      dropWhere(state.emailReports, (report) => endedBefore(report, oldest));
      state.keptEmails = state.keptEmails.filter((kept) => at < kept.keptUntil);
      for (const [key, attempts] of state.attempts) {
        const counting = attempts.filter((one) => at < one.countsUntil);
        if (counting.length === 0) state.attempts.delete(key);
        else state.attempts.set(key, counting);
      }
    },
  };
}
