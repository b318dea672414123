import type { UpdateObject } from 'kysely';
import { sql } from 'kysely';
import type { ProfileFieldName } from '../../contract/account.ts';
import type { Effects, Instant, PersonStore, ProfileValues } from '../ports/account-store.ts';
import { accountColumns, accountFromRow, readAccount } from './account-rows.ts';
import { admit, record } from './effects.ts';
import type { Param } from './statement.ts';
import { statement } from './statement.ts';
import type { Tables } from './tables.ts';
import type { Engine } from './transaction.ts';
import { one, Refusal, refuse } from './transaction.ts';

const columns = {
  name: 'name',
  username: 'username',
  givenName: 'given_name',
  familyName: 'family_name',
  nickname: 'nickname',
  language: 'language',
} as const satisfies Record<ProfileFieldName, string>;

const fields = Object.keys(columns) as ProfileFieldName[];

type Field = `set_${ProfileFieldName}`;
type ProfileArgs = Record<ProfileFieldName, string | null> &
  Record<Field, number> & { id: string; at: Instant; expected: number | null };

function assignments(param: Param<ProfileArgs>): UpdateObject<Tables, 'accounts'> {
  // A field that is not sent keeps its value; so one statement serves every set of fields.
  return Object.fromEntries(
    fields.map((field) => {
      const column = columns[field];
      const isSent = param(`set_${field}`);
      return [
        column,
        sql`case when ${isSent} = 1 then ${param(field)} else ${sql.ref(column)} end`,
      ];
    }),
  );
}

const updateFields = statement((db, param: Param<ProfileArgs>, dialect) =>
  db
    .updateTable('accounts')
    .set(assignments(param))
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', param('id'))
    .where((eb) =>
      eb.or([
        eb(eb.cast(eb.val(param('expected')), 'bigint'), 'is', null),
        eb('version', '=', param('expected')),
      ]),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('accounts as other')
            .select('other.id')
            .where('other.username', '=', param('username'))
            .where('other.id', '<>', param('id')),
        ),
      ),
    )
    .returning(accountColumns(param('at'), dialect)),
);

function argsOf(
  change: { accountId: string; values: ProfileValues; expectedVersion: number | null },
  at: Instant,
): ProfileArgs {
  const { name, username, givenName, familyName, nickname, language } = change.values;
  return {
    id: change.accountId,
    at,
    expected: change.expectedVersion,
    set_name: name === undefined ? 0 : 1,
    name: name ?? null,
    set_username: username === undefined ? 0 : 1,
    username: username ?? null,
    set_givenName: givenName === undefined ? 0 : 1,
    givenName: givenName ?? null,
    set_familyName: familyName === undefined ? 0 : 1,
    familyName: familyName ?? null,
    set_nickname: nickname === undefined ? 0 : 1,
    nickname: nickname ?? null,
    set_language: language === undefined ? 0 : 1,
    language: language ?? null,
  };
}

function* updateProfile(
  change: { accountId: string; values: ProfileValues; expectedVersion: number | null },
  effects: Effects,
) {
  const { accountId, expectedVersion } = change;
  const refused = yield* admit(effects);
  if (refused !== null) return refused;
  const row = yield* one(updateFields, argsOf(change, effects.at));
  if (row === undefined) {
    const account = yield* readAccount(accountId, effects.at);
    if (account instanceof Refusal) return account;
    return expectedVersion !== null && account.version !== expectedVersion
      ? refuse({ kind: 'version_conflict', account })
      : refuse({ kind: 'username_taken' });
  }
  yield* record(accountId, effects);
  return { kind: 'done' as const, account: accountFromRow(row) };
}

/** The profile's fields. */
export function createProfileStore(engine: Engine): Pick<PersonStore, 'updateProfile'> {
  return {
    updateProfile: (change, effects) => engine.write(() => updateProfile(change, effects)),
  };
}
