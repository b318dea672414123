import type {
  Effects,
  IdentityRecord,
  NewAccount,
  PersonStore,
  SessionRecord,
} from '../ports/account-store.ts';
import {
  accountFromRow,
  done,
  findAccount,
  findAccountByEmail,
  isAccountThere,
} from './account-rows.ts';
import { admitUngranted, record } from './effects.ts';
import { claimAddress, findTaken } from './email-address.ts';
import { addSession } from './sessions.ts';
import type { Param } from './statement.ts';
import { statement } from './statement.ts';
import type { AccountsTable } from './tables.ts';
import type { Engine, Transaction } from './transaction.ts';
import { one, refuse, run } from './transaction.ts';

type InsertArgs = Omit<
  AccountsTable,
  | 'version'
  | 'avatar_large'
  | 'avatar_small'
  | 'sessions_valid_from'
  | 'sessions_kept'
  | 'totp_enabled_at'
>;

const insertAccount = statement((db, param: Param<InsertArgs>) =>
  db
    .insertInto('accounts')
    .values({
      id: param('id'),
      version: 1,
      email: param('email'),
      email_verified: param('email_verified'),
      name: param('name'),
      username: param('username'),
      given_name: param('given_name'),
      family_name: param('family_name'),
      nickname: param('nickname'),
      language: param('language'),
      password_hash: param('password_hash'),
      password_changed_at: param('password_changed_at'),
      password_stands_alone: param('password_stands_alone'),
      created_at: param('created_at'),
    })
    // The id or the username is somebody's.
    .onConflict((conflict) => conflict.doNothing())
    .returning('id'),
);

type IdentityArgs = Omit<IdentityRecord, 'owns'> & {
  accountId: string;
  position: number;
  owns: string;
};

const insertIdentity = statement((db, param: Param<IdentityArgs>) =>
  db.insertInto('identities').values({
    account_id: param('accountId'),
    position: param('position'),
    provider: param('provider'),
    label: param('label'),
    name: param('name'),
    connected_at: param('connectedAt'),
    owns: param('owns'),
  }),
);

function insertArgs(account: NewAccount): InsertArgs {
  return {
    id: account.id,
    email: account.email,
    email_verified: account.emailVerified ? 1 : 0,
    name: account.name,
    username: account.username,
    given_name: account.givenName,
    family_name: account.familyName,
    nickname: account.nickname,
    language: account.language,
    password_hash: account.passwordHash,
    password_changed_at: account.passwordChangedAt,
    password_stands_alone: account.passwordStandsAlone ? 1 : 0,
    created_at: account.createdAt,
  };
}

function* addIdentities(account: NewAccount): Transaction<void> {
  for (const [position, identity] of account.identities.entries()) {
    const { provider, label, name, connectedAt } = identity;
    const owns = JSON.stringify(identity.owns);
    const accountId = account.id;
    yield* run(insertIdentity, { accountId, position, provider, label, name, connectedAt, owns });
  }
}

function* createAccount(account: NewAccount, session: SessionRecord | null, effects: Effects) {
  const { at } = effects;
  const refused = yield* admitUngranted(effects);
  if (refused !== null) return refused;
  if (yield* isAccountThere(account.id)) return refuse({ kind: 'id_taken' });
  const taken = { canonical: account.emailCanonical, exceptId: null, at };
  if (yield* one(findTaken, taken)) return refuse({ kind: 'email_taken' });
  const inserted = yield* one(insertAccount, insertArgs(account));
  if (inserted === undefined) return refuse({ kind: 'username_taken' });
  const claimed = yield* claimAddress(account.id, account.emailCanonical, at);
  if (!claimed) return refuse({ kind: 'email_taken' });
  yield* addIdentities(account);
  if (session !== null) yield* addSession(session);
  yield* record(account.id, effects);
  return yield* done(account.id, at);
}

/** Accounts: finding and making. */
export function createAccountStore(
  engine: Engine,
): Pick<PersonStore, 'findAccount' | 'findAccountByEmail' | 'isEmailTaken' | 'createAccount'> {
  return {
    async findAccount(id, at) {
      const row = await engine.findOne(findAccount, { id, at });
      return row === undefined ? null : accountFromRow(row);
    },
    async findAccountByEmail(canonical, at) {
      const row = await engine.findOne(findAccountByEmail, { canonical, at });
      return row === undefined ? null : accountFromRow(row);
    },
    async isEmailTaken(canonical, exceptId, at) {
      return (await engine.findOne(findTaken, { canonical, exceptId, at })) !== undefined;
    },
    createAccount: (account, session, effects) =>
      engine.write(() => createAccount(account, session, effects)),
  };
}
