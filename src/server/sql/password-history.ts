import type { SessionListStore } from '../ports/session-store.ts';
import type { Param } from './statement.ts';
import { statement } from './statement.ts';
import type { Engine, Transaction } from './transaction.ts';
import { one, run } from './transaction.ts';

const insertFormer = statement((db, param: Param<{ accountId: string; hash: string }>) =>
  db.insertInto('former_passwords').values((eb) => ({
    account_id: param('accountId'),
    position: eb
      .selectFrom('former_passwords')
      .select((of) => of(of.fn.coalesce(of.fn.max('position'), of.lit(0)), '+', 1).as('next'))
      .where('account_id', '=', param('accountId')),
    hash: param('hash'),
  })),
);

const newestTooMany = statement((db, param: Param<{ accountId: string; keep: number }>) =>
  db
    .selectFrom('former_passwords')
    .select('position')
    .where('account_id', '=', param('accountId'))
    .orderBy('position', 'desc')
    .limit(1)
    .offset(param('keep')),
);

const deleteUpTo = statement((db, param: Param<{ accountId: string; position: number }>) =>
  db
    .deleteFrom('former_passwords')
    .where('account_id', '=', param('accountId'))
    .where('position', '<=', param('position')),
);

const findFormer = statement((db, param: Param<{ accountId: string; most: number }>) =>
  db
    .selectFrom('former_passwords')
    .select('hash')
    .where('account_id', '=', param('accountId'))
    .orderBy('position', 'desc')
    .limit(param('most')),
);

/** Adds the hash that was replaced, if there was one, and forgets all but so many. */
export function* keepFormerPassword(
  accountId: string,
  hash: string | null,
  keep: number,
): Transaction<void> {
  // One that would not stay is not even written.
  if (hash !== null && keep > 0) yield* run(insertFormer, { accountId, hash });
  const tooMany = yield* one(newestTooMany, { accountId, keep });
  if (tooMany !== undefined) yield* run(deleteUpTo, { accountId, position: tooMany.position });
}

/** Hashes of passwords that an account had. */
export function createPasswordHistoryStore(
  engine: Engine,
): Pick<SessionListStore, 'findPasswordHistory'> {
  return {
    async findPasswordHistory(accountId, most) {
      return (await engine.findAll(findFormer, { accountId, most })).map((row) => row.hash);
    },
  };
}
