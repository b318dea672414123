import type { Instant } from '../ports/account-store.ts';
import type { Param } from './statement.ts';
import { statement } from './statement.ts';
import type { Transaction } from './transaction.ts';
import { one, run } from './transaction.ts';

/** What puts a secret that waits for its first code. */
export interface WaitingArgs {
  accountId: string;
  secretId: string;
  sessionId: string;
  expiresAt: Instant;
}

const putWaiting = statement((db, param: Param<WaitingArgs>) =>
  db
    .insertInto('totp')
    .values({
      account_id: param('accountId'),
      secret_id: param('secretId'),
      state: 'waiting',
      session_id: param('sessionId'),
      expires_at: param('expiresAt'),
      last_step: -1,
    })
    .onConflict((conflict) =>
      conflict
        .column('account_id')
        .doUpdateSet((eb) => ({
          secret_id: eb.ref('excluded.secret_id'),
          session_id: eb.ref('excluded.session_id'),
          expires_at: eb.ref('excluded.expires_at'),
        }))
        .where('totp.state', '=', 'waiting'),
    )
    .returning('account_id'),
);

/** The secret that is on, or that waits and has not run out. */
export const findUsableTotp = statement((db, param: Param<{ accountId: string; at: Instant }>) =>
  db
    .selectFrom('totp')
    .select(['secret_id', 'state', 'session_id', 'expires_at'])
    .where('account_id', '=', param('accountId'))
    .where((eb) => eb.or([eb('state', '=', 'on'), eb('expires_at', '>', param('at'))])),
);

/** What switches a secret on. */
export interface SwitchArgs {
  accountId: string;
  secretId: string;
  sessionId: string;
  step: number;
  at: Instant;
}

const switchOn = statement((db, param: Param<SwitchArgs>) =>
  db
    .updateTable('totp')
    .set({ state: 'on', last_step: param('step') })
    .where('account_id', '=', param('accountId'))
    .where('secret_id', '=', param('secretId'))
    .where('session_id', '=', param('sessionId'))
    .where('state', '=', 'waiting')
    .where('expires_at', '>', param('at'))
    .returning('account_id'),
);

const useStep = statement((db, param: Param<{ accountId: string; step: number }>) =>
  db
    .updateTable('totp')
    .set({ last_step: param('step') })
    .where('account_id', '=', param('accountId'))
    .where('state', '=', 'on')
    .where('last_step', '<', param('step'))
    .returning('account_id'),
);

const deleteTotp = statement((db, param: Param<{ accountId: string }>) =>
  db.deleteFrom('totp').where('account_id', '=', param('accountId')),
);

/** Puts a secret in place of another that waits; false, and nothing, when one is on. */
export function* putWaitingTotp(args: WaitingArgs): Transaction<boolean> {
  return (yield* one(putWaiting, args)) !== undefined;
}

/** Switches on the secret that waits; false when it is another one, another session's, or has run out. */
export function* switchTotpOn(args: SwitchArgs): Transaction<boolean> {
  return (yield* one(switchOn, args)) !== undefined;
}

/** Uses the code of a time step; false when it, or a later one, was used before, or the factor is off. */
export function* takeTotpStep(accountId: string, step: number): Transaction<boolean> {
  return (yield* one(useStep, { accountId, step })) !== undefined;
}

/** Forgets the secret, whatever its state. */
export function* removeTotp(accountId: string): Transaction<void> {
  yield* run(deleteTotp, { accountId });
}
