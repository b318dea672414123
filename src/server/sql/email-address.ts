import type { Instant } from '../ports/account-store.ts';
import type { Param } from './statement.ts';
import { statement } from './statement.ts';
import type { Transaction } from './transaction.ts';
import { one, run } from './transaction.ts';

/** A row where the address is another account's, or kept for one. */
export const findTaken = statement(
  (db, param: Param<{ canonical: string; exceptId: string | null; at: Instant }>) =>
    db
      .selectFrom('email_addresses')
      .select('canonical')
      .where('canonical', '=', param('canonical'))
      .where('account_id', 'is distinct from', param('exceptId'))
      .where((eb) => eb.or([eb('kept_until', 'is', null), eb('kept_until', '>', param('at'))])),
);

const claim = statement((db, param: Param<{ canonical: string; accountId: string; at: Instant }>) =>
  db
    .insertInto('email_addresses')
    .values({
      canonical: param('canonical'),
      account_id: param('accountId'),
      kept_until: null,
    })
    .onConflict((conflict) =>
      conflict
        .column('canonical')
        .doUpdateSet((eb) => ({ account_id: eb.ref('excluded.account_id'), kept_until: null }))
        .where((eb) =>
          eb.or([
            eb('email_addresses.account_id', '=', eb.ref('excluded.account_id')),
            eb('email_addresses.kept_until', '<=', param('at')),
          ]),
        ),
    )
    .returning('canonical'),
);

const keepOthers = statement(
  (db, param: Param<{ accountId: string; canonical: string; until: Instant }>) =>
    db
      .updateTable('email_addresses')
      .set((eb) => ({
        kept_until: param('until'),
        kept_verified: eb
          .selectFrom('accounts')
          .select('email_verified')
          .where('id', '=', param('accountId'))
          .$asScalar()
          .$notNull(),
      }))
      .where('account_id', '=', param('accountId'))
      .where('canonical', '<>', param('canonical'))
      .where('kept_until', 'is', null),
);

const freeOthers = statement((db, param: Param<{ accountId: string; canonical: string }>) =>
  db
    .deleteFrom('email_addresses')
    .where('account_id', '=', param('accountId'))
    .where('canonical', '<>', param('canonical'))
    .where('kept_until', 'is', null),
);

const restore = statement(
  (db, param: Param<{ accountId: string; canonical: string; at: Instant }>) =>
    db
      .updateTable('email_addresses')
      .set({ kept_until: null })
      .where('account_id', '=', param('accountId'))
      .where('canonical', '=', param('canonical'))
      .where('kept_until', '>', param('at'))
      .returning('kept_verified'),
);

/**
 * Makes an address the account's current one; false, and nothing, when it is somebody's. One that was kept for
 * somebody until now may be taken over. What was current before has to be kept or freed next.
 */
export function* claimAddress(
  accountId: string,
  canonical: string,
  at: Instant,
): Transaction<boolean> {
  return (yield* one(claim, { canonical, accountId, at })) !== undefined;
}

/** Keeps what was current before, as verified as the account still says, so that nobody else can take it until then. */
export function* keepFormerAddress(
  accountId: string,
  canonical: string,
  until: Instant,
): Transaction<void> {
  yield* run(keepOthers, { accountId, canonical, until });
}

/** Frees what was current before. */
export function* freeFormerAddress(accountId: string, canonical: string): Transaction<void> {
  yield* run(freeOthers, { accountId, canonical });
}

/**
 * Makes an address current again that is still kept for the account, and answers whether it was verified; null when it
 * is current already, or lost.
 */
export function* restoreAddress(
  accountId: string,
  canonical: string,
  at: Instant,
): Transaction<{ verified: boolean } | null> {
  const row = yield* one(restore, { accountId, canonical, at });
  return row === undefined ? null : { verified: row.kept_verified === 1 };
}
