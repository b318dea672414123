import type { ClaimedDelivery, FlowStore, Instant } from '../server/ports/account-store.ts';
import { countAttempts, findRoom } from './memory-store-limits.ts';
import type { MemoryState, StoredDelivery } from './memory-store-state.ts';
import { copy, dropWhere } from './memory-store-state.ts';
import { queue } from './memory-store-write.ts';

type OutboxStore = Pick<
  FlowStore,
  | 'queueDelivery'
  | 'claimDeliveries'
  | 'endDelivery'
  | 'failDelivery'
  | 'discardFiles'
  | 'findDiscardedFiles'
  | 'forgetFiles'
  | 'purge'
>;

const oneDay = 24 * 3600 * 1000;
/** How long a link that has ended is remembered, so that it can say how; and the tries of nobody known. */
const thirtyDays = 30 * oneDay;
/** How long a browser is known without a sign-in. */
const oneYear = 365 * oneDay;
const mostDiscardedFiles = 100;

function claimed(stored: StoredDelivery): ClaimedDelivery {
  const { dueAt: _dueAt, failure: _failure, ...delivery } = stored;
  return copy(delivery);
}

function before(at: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(at) - milliseconds).toISOString();
}

function endedBefore(
  link: { endedAt: Instant | null; expiresAt: Instant },
  oldest: Instant,
): boolean {
  const endedAt = link.endedAt ?? link.expiresAt;
  return endedAt < oldest;
}

/** The outbox, discarded files, and forgetting, on maps. */
export function createOutboxStore(state: MemoryState): OutboxStore {
  return {
    async queueDelivery(delivery, attempts, at) {
      const refused = findRoom(state, attempts, at);
      if (refused !== null) return refused;
      countAttempts(state, attempts, at);
      queue(state, [delivery], at);
      return { kind: 'done' };
    },
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
      const oldest = before(at, thirtyDays);
      for (const rows of [state.sessions, state.grants, state.challenges]) {
        dropWhere<{ expiresAt: Instant }>(rows, (row) => row.expiresAt <= at);
      }
      dropWhere(state.totps, (totp) => totp.state === 'waiting' && totp.expiresAt <= at);
      for (const links of [state.emailChanges, state.emailReports, state.links]) {
        dropWhere<Parameters<typeof endedBefore>[0]>(links, (link) => endedBefore(link, oldest));
      }
      // Those of an account stay: they end with a right proof, a new password, or the account.
      dropWhere(state.triesInARow, (tries) => tries.accountId === null && tries.at < oldest);
      const firstKnown = before(at, oneYear);
      state.devices = state.devices.filter((device) => firstKnown <= device.lastUsedAt);
      state.keptEmails = state.keptEmails.filter((kept) => at < kept.keptUntil);
      for (const [key, attempts] of state.attempts) {
        const counting = attempts.filter((one) => at < one.countsUntil);
        if (counting.length === 0) state.attempts.delete(key);
        else state.attempts.set(key, counting);
      }
    },
  };
}
