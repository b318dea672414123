import type { Effects, PersonStore } from '../ports/account-store.ts';
import { admit } from './effects.ts';
import { discard } from './files.ts';
import { queue, unqueueAccount } from './outbox.ts';
import type { Param } from './statement.ts';
import { statement } from './statement.ts';
import type { Engine } from './transaction.ts';
import { one, refuse } from './transaction.ts';
import { clearTries } from './tries-in-a-row.ts';

/** Foreign keys take everything along that belongs to the account. */
const removeAccount = statement((db, param: Param<{ id: string }>) =>
  db
    .deleteFrom('accounts')
    .where('id', '=', param('id'))
    .returning(['avatar_large', 'avatar_small']),
);

function* deleteAccount({ accountId }: { accountId: string }, effects: Effects) {
  const refused = yield* admit(effects);
  if (refused !== null) return refused;
  const removed = yield* one(removeAccount, { id: accountId });
  if (removed === undefined) return refuse({ kind: 'gone' });
  const { avatar_large: large, avatar_small: small } = removed;
  if (large !== null && small !== null) yield* discard([large, small], effects.at);
  yield* unqueueAccount(accountId);
  yield* clearTries(effects.clears ?? []);
  // No entry for the security log: that has gone with the account.
  yield* queue(effects.deliveries, effects.at, null);
  return { kind: 'done' as const };
}

/** The end of an account. */
export function createDeleteAccountStore(engine: Engine): Pick<PersonStore, 'deleteAccount'> {
  return {
    deleteAccount: (change, effects) => engine.write(() => deleteAccount(change, effects)),
  };
}
