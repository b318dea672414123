import { sql } from 'kysely';
import type { Instant } from '../ports/account-store.ts';
import { unqueueChange } from './outbox.ts';
import type { Param } from './statement.ts';
import { statement } from './statement.ts';
import type { Transaction } from './transaction.ts';
import { one } from './transaction.ts';

interface InsertArgs {
  id: string;
  accountId: string;
  address: string;
  addressCanonical: string;
  tokenDigest: string | null;
  at: Instant;
  expiresAt: Instant;
}

/** Puts a waiting change; no other may wait for the account. */
export const insertChange = statement((db, param: Param<InsertArgs>) =>
  db.insertInto('email_changes').values({
    id: param('id'),
    account_id: param('accountId'),
    address: param('address'),
    address_canonical: param('addressCanonical'),
    token_digest: param('tokenDigest'),
    requested_at: param('at'),
    expires_at: param('expiresAt'),
    ended_at: null,
    ending: null,
  }),
);

/** What the digest of a token stands for. */
export const changeByDigest = statement((db, param: Param<{ tokenDigest: string }>) =>
  db
    .selectFrom('email_changes')
    .select(['id', 'account_id', 'address', 'expires_at', 'ending'])
    .where('token_digest', '=', param('tokenDigest')),
);

/** Decides who confirms: the one whom this answers a row. */
export const takeChange = statement((db, param: Param<{ id: string; at: Instant }>) =>
  db
    .updateTable('email_changes')
    .set({ ended_at: param('at'), ending: 'used' })
    .where('id', '=', param('id'))
    .where('ended_at', 'is', null)
    .where('expires_at', '>', param('at'))
    .where('token_digest', 'is not', null)
    .returning(['account_id', 'address', 'address_canonical']),
);

/** Makes a change dead that was just taken and turned out to be for somebody's address. */
export const voidChange = statement((db, param: Param<{ id: string }>) =>
  db.updateTable('email_changes').set({ ending: 'dead' }).where('id', '=', param('id')),
);

const waitingById = statement((db, param: Param<{ accountId: string; id: string; at: Instant }>) =>
  db
    .selectFrom('email_changes')
    .select('id')
    .where('id', '=', param('id'))
    .where('account_id', '=', param('accountId'))
    .where('ended_at', 'is', null)
    .where('expires_at', '>', param('at')),
);

/** Whether this change is the one that waits. */
export function* isWaiting(accountId: string, id: string, at: Instant): Transaction<boolean> {
  return (yield* one(waitingById, { accountId, id, at })) !== undefined;
}

const endWaiting = statement((db, param: Param<{ accountId: string; at: Instant }>) =>
  db
    .updateTable('email_changes')
    .set({
      ended_at: param('at'),
      ending: sql<
        'dead' | 'expired'
      >`case when expires_at > ${param('at')} then 'dead' else 'expired' end`,
    })
    .where('account_id', '=', param('accountId'))
    .where('ended_at', 'is', null)
    .returning(['id', 'ending']),
);

/** Gives up the change that waits, with its queued mails; answers whether one did that had not run out. */
export function* endWaitingChange(accountId: string, at: Instant): Transaction<boolean> {
  const ended = yield* one(endWaiting, { accountId, at });
  if (ended === undefined) return false;
  yield* unqueueChange(accountId, ended.id);
  return ended.ending === 'dead';
}
