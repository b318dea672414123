import type { Instant, NewEmailReport } from '../ports/account-store.ts';
import type { Param } from './statement.ts';
import { statement } from './statement.ts';
import type { Transaction } from './transaction.ts';
import { run } from './transaction.ts';

const insertReport = statement(
  (db, param: Param<NewEmailReport & { accountId: string; at: Instant }>) =>
    db.insertInto('email_reports').values({
      id: param('id'),
      account_id: param('accountId'),
      token_digest: param('tokenDigest'),
      address: param('address'),
      address_canonical: param('addressCanonical'),
      created_at: param('at'),
      expires_at: param('expiresAt'),
      ended_at: null,
      ending: null,
    }),
);

/** What the digest of a token stands for. */
export const reportByDigest = statement((db, param: Param<{ tokenDigest: string }>) =>
  db
    .selectFrom('email_reports')
    .select(['id', 'account_id', 'address', 'expires_at', 'ending'])
    .where('token_digest', '=', param('tokenDigest')),
);

/** Decides whose report counts: the one whom this answers a row. */
export const takeReport = statement((db, param: Param<{ id: string; at: Instant }>) =>
  db
    .updateTable('email_reports')
    .set({ ended_at: param('at'), ending: 'used' })
    .where('id', '=', param('id'))
    .where('ended_at', 'is', null)
    .where('expires_at', '>', param('at'))
    .returning(['position', 'account_id', 'address', 'address_canonical']),
);

/** Makes the other links void that are younger, or for the same address. */
export const voidReports = statement(
  (db, param: Param<{ accountId: string; position: number; canonical: string; at: Instant }>) =>
    db
      .updateTable('email_reports')
      .set({ ended_at: param('at'), ending: 'dead' })
      .where('account_id', '=', param('accountId'))
      .where('ended_at', 'is', null)
      .where('expires_at', '>', param('at'))
      .where((eb) =>
        eb.or([
          eb('position', '>', param('position')),
          eb('address_canonical', '=', param('canonical')),
        ]),
      ),
);

/** Stores the link of a notice. */
export function* addReport(
  accountId: string,
  report: NewEmailReport,
  at: Instant,
): Transaction<void> {
  yield* run(insertReport, { ...report, accountId, at });
}
