import type { Effects, Instant, PersonStore, SessionEnding } from '../ports/account-store.ts';
import { done, isAccountThere } from './account-rows.ts';
import { admit, record } from './effects.ts';
import { endWaitingChange } from './email-change-rows.ts';
import { endGrants } from './grants.ts';
import { endSessions } from './sessions.ts';
import type { Param } from './statement.ts';
import { statement } from './statement.ts';
import type { Engine } from './transaction.ts';
import { one, refuse } from './transaction.ts';

interface PasswordChange {
  accountId: string;
  passwordHash: string;
  previousHash: string | null;
  end: SessionEnding;
}

const replaceHash = statement((db, param: Param<Omit<PasswordChange, 'end'> & { at: Instant }>) =>
  db
    .updateTable('accounts')
    .set((eb) => ({
      password_hash: param('passwordHash'),
      password_changed_at: param('at'),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', param('accountId'))
    .where('password_hash', 'is not distinct from', param('previousHash'))
    .returning('id'),
);

function* changePassword(change: PasswordChange, effects: Effects) {
  const { accountId, passwordHash, previousHash, end } = change;
  const { at } = effects;
  const refused = yield* admit(effects);
  if (refused !== null) return refused;
  if (!(yield* isAccountThere(accountId))) return refuse({ kind: 'gone' });
  const replaced = yield* one(replaceHash, { accountId, passwordHash, previousHash, at });
  if (replaced === undefined) return refuse({ kind: 'stale' });
  yield* endSessions(accountId, end, at);
  yield* endGrants(accountId);
  yield* endWaitingChange(accountId, at);
  yield* record(accountId, effects);
  return yield* done(accountId, at);
}

/** The password's hash. */
export function createPasswordChangeStore(engine: Engine): Pick<PersonStore, 'changePassword'> {
  return {
    changePassword: (change, effects) => engine.write(() => changePassword(change, effects)),
  };
}
