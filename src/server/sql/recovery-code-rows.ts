import type { Param } from './statement.ts';
import { statement } from './statement.ts';
import type { Transaction } from './transaction.ts';
import { one, run } from './transaction.ts';

interface CodeArgs {
  accountId: string;
  digest: string;
}

const insertCode = statement((db, param: Param<CodeArgs>) =>
  db
    .insertInto('recovery_codes')
    .values({ account_id: param('accountId'), digest: param('digest') }),
);

const useCode = statement((db, param: Param<CodeArgs>) =>
  db
    .deleteFrom('recovery_codes')
    .where('account_id', '=', param('accountId'))
    .where('digest', '=', param('digest'))
    .returning('digest'),
);

const deleteCodes = statement((db, param: Param<{ accountId: string }>) =>
  db.deleteFrom('recovery_codes').where('account_id', '=', param('accountId')),
);

/** Uses a code; false when it is none of the account's, or no longer. */
export function* takeRecoveryCode(accountId: string, digest: string): Transaction<boolean> {
  return (yield* one(useCode, { accountId, digest })) !== undefined;
}

/** Puts these codes in place of all others. */
export function* replaceRecoveryCodes(
  accountId: string,
  digests: readonly string[],
): Transaction<void> {
  yield* removeRecoveryCodes(accountId);
  for (const digest of digests) yield* run(insertCode, { accountId, digest });
}

/** Forgets every code of an account. */
export function* removeRecoveryCodes(accountId: string): Transaction<void> {
  yield* run(deleteCodes, { accountId });
}
