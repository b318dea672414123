import type { Effects, Instant, PersonStore, SessionEnding } from '../ports/account-store.ts';
import { done, isAccountThere } from './account-rows.ts';
import { admit, record } from './effects.ts';
import { endWaitingChange } from './email-change-rows.ts';
import { endGrants } from './grants.ts';
import { endLinks } from './link-rows.ts';
import { keepFormerPassword } from './password-history.ts';
import { endChallenges, forgetTries } from './security-endings.ts';
import { endSessions } from './sessions.ts';
import type { Param } from './statement.ts';
import { statement } from './statement.ts';
import type { Engine } from './transaction.ts';
import { one, refuse } from './transaction.ts';

interface PasswordChange {
  accountId: string;
  passwordHash: string;
  previousHash: string | null;
  standsAlone: boolean;
  keepHistory: number;
  end: SessionEnding;
}

type ReplaceArgs = Pick<PasswordChange, 'accountId' | 'passwordHash' | 'previousHash'> & {
  standsAlone: number;
  at: Instant;
};

const replaceHash = statement((db, param: Param<ReplaceArgs>) =>
  db
    .updateTable('accounts')
    .set((eb) => ({
      password_hash: param('passwordHash'),
      password_changed_at: param('at'),
      password_stands_alone: param('standsAlone'),
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
  const standsAlone = change.standsAlone ? 1 : 0;
  const args = { accountId, passwordHash, previousHash, standsAlone, at };
  const replaced = yield* one(replaceHash, args);
  if (replaced === undefined) return refuse({ kind: 'stale' });
  yield* endSessions(accountId, end, at);
  yield* endGrants(accountId);
  yield* endChallenges(accountId);
  yield* endLinks(accountId, 'password_reset', at);
  yield* endWaitingChange(accountId, at);
  yield* forgetTries(accountId);
  yield* keepFormerPassword(accountId, previousHash, change.keepHistory);
  yield* record(accountId, effects);
  return yield* done(accountId, at);
}

/** The password's hash. */
export function createPasswordChangeStore(engine: Engine): Pick<PersonStore, 'changePassword'> {
  return {
    changePassword: (change, effects) => engine.write(() => changePassword(change, effects)),
  };
}
