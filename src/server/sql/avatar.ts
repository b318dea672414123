import type { AvatarFiles, Effects, PersonStore } from '../ports/account-store.ts';
import { done } from './account-rows.ts';
import { admit, record } from './effects.ts';
import { discard, keysOf, undiscard } from './files.ts';
import type { Param } from './statement.ts';
import { statement } from './statement.ts';
import type { Engine } from './transaction.ts';
import { one, refuse, run } from './transaction.ts';

const findFiles = statement((db, param: Param<{ id: string }>) =>
  db.selectFrom('accounts').select(['avatar_large', 'avatar_small']).where('id', '=', param('id')),
);

const replaceFiles = statement(
  (db, param: Param<{ id: string; large: string | null; small: string | null }>) =>
    db
      .updateTable('accounts')
      .set((eb) => ({
        avatar_large: param('large'),
        avatar_small: param('small'),
        version: eb('version', '+', 1),
      }))
      .where('id', '=', param('id')),
);

function* setAvatar(
  { accountId, files }: { accountId: string; files: AvatarFiles | null },
  effects: Effects,
) {
  const refused = yield* admit(effects);
  if (refused !== null) return refused;
  const before = yield* one(findFiles, { id: accountId });
  if (before === undefined) return refuse({ kind: 'gone' });
  const { avatar_large: large, avatar_small: small } = before;
  yield* run(replaceFiles, {
    id: accountId,
    large: files?.large ?? null,
    small: files?.small ?? null,
  });
  if (large !== null && small !== null) yield* discard([large, small], effects.at);
  yield* undiscard(keysOf(files));
  yield* record(accountId, effects);
  return yield* done(accountId, effects.at);
}

/** The picture's keys; the bytes are elsewhere. */
export function createAvatarStore(engine: Engine): Pick<PersonStore, 'setAvatar'> {
  return {
    setAvatar: (change, effects) => engine.write(() => setAvatar(change, effects)),
  };
}
