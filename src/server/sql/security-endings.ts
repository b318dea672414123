import type { Instant } from '../ports/account-store.ts';
import { endWaitingChange } from './email-change-rows.ts';
import { endGrants } from './grants.ts';
import { endAddressLinks } from './link-rows.ts';
import { endSessions } from './sessions.ts';
import type { Param } from './statement.ts';
import { statement } from './statement.ts';
import type { Transaction } from './transaction.ts';
import { run } from './transaction.ts';

const deleteChallenges = statement((db, param: Param<{ accountId: string }>) =>
  db.deleteFrom('challenges').where('account_id', '=', param('accountId')),
);

const deleteWaitingTotp = statement((db, param: Param<{ accountId: string }>) =>
  db.deleteFrom('totp').where('account_id', '=', param('accountId')).where('state', '=', 'waiting'),
);

const deleteTries = statement((db, param: Param<{ accountId: string }>) =>
  db.deleteFrom('tries_in_a_row').where('account_id', '=', param('accountId')),
);

/** Kills every challenge of an account. */
export function* endChallenges(accountId: string): Transaction<void> {
  yield* run(deleteChallenges, { accountId });
}

/** Gives up the set-up of an authenticator app that waits for its first code. */
export function* endTotpSetUp(accountId: string): Transaction<void> {
  yield* run(deleteWaitingTotp, { accountId });
}

/** Forgets wrong tries in a row, whatever they were counted by. */
export function* forgetTries(accountId: string): Transaction<void> {
  yield* run(deleteTries, { accountId });
}

/** Ends what was proved, asked or mailed while the account had another address. */
export function* endProofsOfAddress(accountId: string, at: Instant): Transaction<void> {
  yield* endGrants(accountId);
  yield* endChallenges(accountId);
  yield* endAddressLinks(accountId, at);
}

/**
 * Ends what somebody else may have begun: sessions, but for one, grants, challenges, a set-up and a change of address
 * that wait. The caller raises the version.
 */
export function* endEverythingBegun(
  accountId: string,
  keep: string | null,
  at: Instant,
): Transaction<void> {
  yield* endSessions(accountId, { keep }, at);
  yield* endGrants(accountId);
  yield* endChallenges(accountId);
  yield* endTotpSetUp(accountId);
  yield* endWaitingChange(accountId, at);
}
