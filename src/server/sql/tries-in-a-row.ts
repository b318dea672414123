import type { Instant } from '../ports/account-store.ts';
import type { Param } from './statement.ts';
import { statement } from './statement.ts';
import type { Transaction } from './transaction.ts';
import { one, run } from './transaction.ts';

interface TryArgs {
  key: string;
  accountId: string | null;
  at: Instant;
  most: number;
}

const countTry = statement((db, param: Param<TryArgs>) =>
  db
    .insertInto('tries_in_a_row')
    .values((eb) => ({
      key: param('key'),
      // Nobody's, when the account has gone meanwhile.
      account_id: eb.selectFrom('accounts').select('id').where('id', '=', param('accountId')),
      count: 1,
      at: param('at'),
    }))
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet((eb) => ({
          account_id: eb.fn.coalesce('excluded.account_id', 'tries_in_a_row.account_id'),
          count: eb('tries_in_a_row.count', '+', 1),
          at: eb.ref('excluded.at'),
        }))
        .where('tries_in_a_row.count', '<', param('most')),
    )
    .returning('count'),
);

const findCount = statement((db, param: Param<{ key: string }>) =>
  db.selectFrom('tries_in_a_row').select('count').where('key', '=', param('key')),
);

const deleteCount = statement((db, param: Param<{ key: string }>) =>
  db.deleteFrom('tries_in_a_row').where('key', '=', param('key')),
);

/** Counts a try: the how-many-th in a row it is, or null, and nothing, when there is no room. */
export function* takeTry(args: TryArgs): Transaction<number | null> {
  if (args.most < 1) return null;
  return (yield* one(countTry, args))?.count ?? null;
}

/** How many tries there were in a row. */
export function* findTries(key: string): Transaction<number> {
  return (yield* one(findCount, { key }))?.count ?? 0;
}

/** Forgets the tries of these keys: one of them was right. */
export function* clearTries(keys: readonly string[]): Transaction<void> {
  for (const key of keys) yield* run(deleteCount, { key });
}
