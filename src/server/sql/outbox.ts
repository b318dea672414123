import type {
  Attempt,
  ClaimedDelivery,
  Delivery,
  FlowStore,
  Instant,
  Locked,
  RateLimited,
} from '../ports/account-store.ts';
import { takeAttempts } from './limits.ts';
import type { Param } from './statement.ts';
import { statement } from './statement.ts';
import type { Engine, Transaction } from './transaction.ts';
import { Refusal, run } from './transaction.ts';

interface QueueArgs {
  id: string;
  accountId: string | null;
  emailChangeId: string | null;
  kind: string;
  recipient: string;
  language: string;
  params: string;
  at: Instant;
}

const insertDelivery = statement((db, param: Param<QueueArgs>) =>
  db.insertInto('outbox').values({
    id: param('id'),
    account_id: param('accountId'),
    email_change_id: param('emailChangeId'),
    kind: param('kind'),
    recipient: param('recipient'),
    language: param('language'),
    params: param('params'),
    created_at: param('at'),
    due_at: param('at'),
    tries: 0,
    failure: null,
  }),
);

const deleteMailsOfChange = statement(
  (db, param: Param<{ accountId: string; emailChangeId: string }>) =>
    db
      .deleteFrom('outbox')
      .where('account_id', '=', param('accountId'))
      .where('email_change_id', '=', param('emailChangeId')),
);

const deleteDeliveriesOfAccount = statement((db, param: Param<{ accountId: string }>) =>
  db.deleteFrom('outbox').where('account_id', '=', param('accountId')),
);

const claimDue = statement(
  (db, param: Param<{ at: Instant; leaseUntil: Instant; most: number }>, dialect) => {
    const due = db
      .selectFrom('outbox')
      .select('position')
      .where('due_at', '<=', param('at'))
      .orderBy('due_at')
      .orderBy('position')
      .limit(param('most'));
    return (
      db
        // Found once, then updated: what another dispatcher is just claiming is passed over, not waited for.
        .with('due', () => (dialect.name === 'postgres' ? due.forUpdate().skipLocked() : due))
        .updateTable('outbox')
        .set((eb) => ({ due_at: param('leaseUntil'), tries: eb('tries', '+', 1) }))
        .where('position', 'in', (eb) => eb.selectFrom('due').select('position'))
        .returning([
          'position',
          'id',
          'account_id',
          'kind',
          'recipient',
          'language',
          'params',
          'created_at',
          'tries',
        ])
    );
  },
);

const deleteDelivery = statement((db, param: Param<{ id: string }>) =>
  db.deleteFrom('outbox').where('id', '=', param('id')),
);

const putBack = statement(
  (db, param: Param<{ id: string; retryAt: Instant | null; reason: string }>) =>
    db
      .updateTable('outbox')
      .set({ due_at: param('retryAt'), failure: param('reason') })
      .where('id', '=', param('id')),
);

/** Queues what is to be done after the write. Mails to the address of a pending change go when it is given up. */
export function* queue(
  deliveries: readonly Delivery[],
  at: Instant,
  change: { id: string; address: string } | null,
): Transaction<void> {
  for (const { id, accountId, kind, to, language, params } of deliveries) {
    yield* run(insertDelivery, {
      id,
      accountId,
      emailChangeId: change !== null && to === change.address ? change.id : null,
      kind,
      recipient: to,
      language,
      params: JSON.stringify(params),
      at,
    });
  }
}

/** Removes the mails that ask to confirm a change which is given up. */
export function* unqueueChange(accountId: string, emailChangeId: string): Transaction<void> {
  yield* run(deleteMailsOfChange, { accountId, emailChangeId });
}

/** Removes everything that is queued for an account. */
export function* unqueueAccount(accountId: string): Transaction<void> {
  yield* run(deleteDeliveriesOfAccount, { accountId });
}

function* queueCounted(
  delivery: Delivery,
  attempts: readonly Attempt[],
  at: Instant,
): Transaction<{ kind: 'done' } | Refusal<RateLimited | Locked>> {
  const taken = yield* takeAttempts(attempts, at);
  if (taken instanceof Refusal) return taken;
  yield* queue([delivery], at, null);
  return { kind: 'done' };
}

async function claim(
  engine: Engine,
  args: { at: Instant; leaseUntil: Instant; most: number },
): Promise<ClaimedDelivery[]> {
  const rows = await engine.execute(claimDue, args);
  rows.sort((a, b) => a.position - b.position);
  return rows.map((row) => ({
    id: row.id,
    accountId: row.account_id,
    kind: row.kind,
    to: row.recipient,
    language: row.language,
    params: JSON.parse(row.params) as Record<string, string>,
    tries: row.tries - 1,
    createdAt: row.created_at,
  }));
}

/** The queue as its dispatcher sees it. */
export function createOutboxStore(
  engine: Engine,
): Pick<FlowStore, 'queueDelivery' | 'claimDeliveries' | 'endDelivery' | 'failDelivery'> {
  return {
    queueDelivery: (delivery, attempts, at) =>
      engine.write(() => queueCounted(delivery, attempts, at)),
    claimDeliveries: ({ at, leaseUntil, most }) => claim(engine, { at, leaseUntil, most }),
    async endDelivery(id) {
      await engine.execute(deleteDelivery, { id });
    },
    async failDelivery(id, { retryAt, reason }) {
      await engine.execute(putBack, { id, retryAt, reason });
    },
  };
}
