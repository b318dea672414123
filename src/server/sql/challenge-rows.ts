import type { Instant } from '../ports/account-store.ts';
import type { ChallengeRecord } from '../ports/proofs.ts';
import type { Param } from './statement.ts';
import { statement } from './statement.ts';
import type { Transaction } from './transaction.ts';
import { one, run } from './transaction.ts';

/** What a challenge is looked up by: all of it must fit. */
export type ChallengeArgs = Omit<ChallengeRecord, 'expiresAt'> & { at: Instant };

const putRow = statement((db, param: Param<ChallengeRecord>) =>
  db
    .insertInto('challenges')
    .values({
      digest: param('digest'),
      account_id: param('accountId'),
      session_id: param('sessionId'),
      purpose: param('purpose'),
      expires_at: param('expiresAt'),
      used_at: null,
    })
    // Two mailed codes of six digits may be the same; then the newer mail makes it work again.
    .onConflict((conflict) =>
      conflict.column('digest').doUpdateSet((eb) => ({
        account_id: eb.ref('excluded.account_id'),
        session_id: eb.ref('excluded.session_id'),
        purpose: eb.ref('excluded.purpose'),
        expires_at: eb.ref('excluded.expires_at'),
        used_at: null,
      })),
    ),
);

const useOnce = statement((db, param: Param<ChallengeArgs>) =>
  db
    .updateTable('challenges')
    .set({ used_at: param('at') })
    .where('digest', '=', param('digest'))
    .where('account_id', 'is not distinct from', param('accountId'))
    .where('session_id', 'is not distinct from', param('sessionId'))
    .where('purpose', '=', param('purpose'))
    .where('expires_at', '>', param('at'))
    .where('used_at', 'is', null)
    .returning('digest'),
);

/** The challenge if it could be used now. */
export const findUsableChallenge = statement((db, param: Param<ChallengeArgs>) =>
  db
    .selectFrom('challenges')
    .select('digest')
    .where('digest', '=', param('digest'))
    .where('account_id', 'is not distinct from', param('accountId'))
    .where('session_id', 'is not distinct from', param('sessionId'))
    .where('purpose', '=', param('purpose'))
    .where('expires_at', '>', param('at'))
    .where('used_at', 'is', null),
);

/** Stores a challenge; its account must be there, if it has one. */
export function* addChallenge(challenge: ChallengeRecord): Transaction<void> {
  yield* run(putRow, challenge);
}

/** Uses a challenge; false when it is not there, used, expired, or another's. */
export function* takeChallenge(args: ChallengeArgs): Transaction<boolean> {
  return (yield* one(useOnce, args)) !== undefined;
}
