import type { GrantRecord, GrantUse, Instant } from '../ports/account-store.ts';
import type { Param } from './statement.ts';
import { statement } from './statement.ts';
import type { Transaction } from './transaction.ts';
import { one, run } from './transaction.ts';

/** What a grant is looked up by. */
export type UseArgs = Pick<GrantUse, 'digest' | 'accountId' | 'sessionId' | 'purpose'> & {
  at: Instant;
};

const useGrantOnce = statement((db, param: Param<UseArgs>) =>
  db
    .updateTable('grants')
    .set({ used_at: param('at') })
    .where('digest', '=', param('digest'))
    .where('account_id', '=', param('accountId'))
    .where('session_id', '=', param('sessionId'))
    .where('purpose', '=', param('purpose'))
    .where('expires_at', '>', param('at'))
    .where('used_at', 'is', null)
    .returning('digest'),
);

/** The grant if it could be used now. */
export const findUsableGrant = statement((db, param: Param<UseArgs>) =>
  db
    .selectFrom('grants')
    .select('digest')
    .where('digest', '=', param('digest'))
    .where('account_id', '=', param('accountId'))
    .where('session_id', '=', param('sessionId'))
    .where('purpose', '=', param('purpose'))
    .where('expires_at', '>', param('at'))
    .where('used_at', 'is', null),
);

/** Stores a grant; its account must be there. */
export const insertGrant = statement((db, param: Param<GrantRecord>) =>
  db.insertInto('grants').values({
    digest: param('digest'),
    account_id: param('accountId'),
    session_id: param('sessionId'),
    purpose: param('purpose'),
    expires_at: param('expiresAt'),
    used_at: null,
  }),
);

const deleteGrants = statement((db, param: Param<{ accountId: string }>) =>
  db.deleteFrom('grants').where('account_id', '=', param('accountId')),
);

/** Uses the grant, or, where it may be used again, only looks. Answers whether it allows the operation. */
export function* takeGrant(use: GrantUse, at: Instant): Transaction<boolean> {
  const { digest, accountId, sessionId, purpose } = use;
  const args = { digest, accountId, sessionId, purpose, at };
  return (yield* one(use.consume ? useGrantOnce : findUsableGrant, args)) !== undefined;
}

/** Kills every grant of an account. */
export function* endGrants(accountId: string): Transaction<void> {
  yield* run(deleteGrants, { accountId });
}
