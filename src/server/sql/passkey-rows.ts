import type { Instant } from '../ports/account-store.ts';
import type { PasskeyRecord } from '../ports/passkey-store.ts';
import type { Param } from './statement.ts';
import { statement } from './statement.ts';
import type { PasskeysTable } from './security-tables.ts';
import type { Transaction } from './transaction.ts';
import { one, run } from './transaction.ts';

const columns = [
  'id',
  'account_id',
  'credential_id',
  'public_key',
  'sign_count',
  'transports',
  'name',
  'synced',
  'created_at',
  'last_used_at',
] as const satisfies readonly (keyof PasskeysTable)[];

type InsertArgs = Omit<PasskeyRecord, 'transports' | 'synced'> & {
  transports: string;
  synced: number;
};

const insertPasskey = statement((db, param: Param<InsertArgs>) =>
  db
    .insertInto('passkeys')
    .values((eb) => ({
      id: param('id'),
      account_id: param('accountId'),
      position: eb
        .selectFrom('passkeys')
        .select((of) => of(of.fn.coalesce(of.fn.max('position'), of.lit(0)), '+', 1).as('next'))
        .where('account_id', '=', param('accountId')),
      credential_id: param('credentialId'),
      public_key: param('publicKey'),
      sign_count: param('signCount'),
      transports: param('transports'),
      name: param('name'),
      synced: param('synced'),
      created_at: param('createdAt'),
      last_used_at: param('lastUsedAt'),
    }))
    // The credential is somebody's.
    .onConflict((conflict) => conflict.doNothing())
    .returning('id'),
);

const oneMoreThan = statement((db, param: Param<{ accountId: string; most: number }>) =>
  db
    .selectFrom('passkeys')
    .select('id')
    .where('account_id', '=', param('accountId'))
    .orderBy('position')
    .limit(1)
    .offset(param('most')),
);

/** A passkey by the id that its browser knows it by. */
export const findByCredential = statement((db, param: Param<{ credentialId: string }>) =>
  db.selectFrom('passkeys').select(columns).where('credential_id', '=', param('credentialId')),
);

/** All of an account, in the order in which they were added. */
export const findOfAccount = statement((db, param: Param<{ accountId: string }>) =>
  db
    .selectFrom('passkeys')
    .select(columns)
    .where('account_id', '=', param('accountId'))
    .orderBy('position'),
);

const setName = statement((db, param: Param<{ accountId: string; id: string; name: string }>) =>
  db
    .updateTable('passkeys')
    .set({ name: param('name') })
    .where('id', '=', param('id'))
    .where('account_id', '=', param('accountId'))
    .returning('id'),
);

const deletePasskey = statement((db, param: Param<{ accountId: string; id: string }>) =>
  db
    .deleteFrom('passkeys')
    .where('id', '=', param('id'))
    .where('account_id', '=', param('accountId'))
    .returning('id'),
);

const deleteOfAccount = statement((db, param: Param<{ accountId: string }>) =>
  db.deleteFrom('passkeys').where('account_id', '=', param('accountId')),
);

const withAnyMethod = statement((db, param: Param<{ accountId: string }>) =>
  db
    .selectFrom('accounts')
    .select('id')
    .where('id', '=', param('accountId'))
    .where((eb) =>
      eb.or([
        eb('password_hash', 'is not', null),
        eb.exists(
          eb
            .selectFrom('identities')
            .select('position')
            .whereRef('identities.account_id', '=', 'accounts.id'),
        ),
        eb.exists(
          eb
            .selectFrom('passkeys')
            .select('position')
            .whereRef('passkeys.account_id', '=', 'accounts.id'),
        ),
      ]),
    ),
);

interface UseArgs {
  accountId: string;
  id: string;
  signCount: number;
  at: Instant;
}

const noteUse = statement((db, param: Param<UseArgs>) =>
  db
    .updateTable('passkeys')
    .set({ sign_count: param('signCount'), last_used_at: param('at') })
    .where('id', '=', param('id'))
    .where('account_id', '=', param('accountId'))
    // An authenticator that does not count always says 0; one that does and stands still may have been copied.
    .where((eb) =>
      eb.or([
        eb('sign_count', '<', param('signCount')),
        eb.and([eb('sign_count', '=', 0), eb('sign_count', '=', param('signCount'))]),
      ]),
    )
    .returning('id'),
);

/** A passkey as the rules see it. */
export function passkeyFromRow(row: Omit<PasskeysTable, 'position'>): PasskeyRecord {
  return {
    id: row.id,
    accountId: row.account_id,
    credentialId: row.credential_id,
    publicKey: row.public_key,
    signCount: row.sign_count,
    transports: JSON.parse(row.transports) as string[],
    name: row.name,
    synced: row.synced === 1,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  };
}

/** Adds one at the end of the list; false, and nothing, when the credential is somebody's. */
export function* insertNewPasskey(passkey: PasskeyRecord): Transaction<boolean> {
  const transports = JSON.stringify(passkey.transports);
  const args = { ...passkey, transports, synced: passkey.synced ? 1 : 0 };
  return (yield* one(insertPasskey, args)) !== undefined;
}

/** Whether the account has more than so many. */
export function* hasMoreThan(accountId: string, most: number): Transaction<boolean> {
  return (yield* one(oneMoreThan, { accountId, most })) !== undefined;
}

/** Names one; false when the account has none such. */
export function* nameRow(accountId: string, id: string, name: string): Transaction<boolean> {
  return (yield* one(setName, { accountId, id, name })) !== undefined;
}

/** Removes one; false when the account has none such. */
export function* deleteRow(accountId: string, id: string): Transaction<boolean> {
  return (yield* one(deletePasskey, { accountId, id })) !== undefined;
}

/** Whether there is any way left to sign in: a password, an identity, a passkey. */
export function* canSignIn(accountId: string): Transaction<boolean> {
  return (yield* one(withAnyMethod, { accountId })) !== undefined;
}

/** Removes every passkey of an account. */
export function* removePasskeys(accountId: string): Transaction<void> {
  yield* run(deleteOfAccount, { accountId });
}

/** Writes down that a passkey was used; false when it is not there, or its count has not risen. */
export function* takePasskeyUse(args: UseArgs): Transaction<boolean> {
  return (yield* one(noteUse, args)) !== undefined;
}
