import type { Effects, Instant } from '../ports/account-store.ts';
import type { TwoFactorStore } from '../ports/two-factor-store.ts';
import { done, isAccountThere } from './account-rows.ts';
import { admit, record } from './effects.ts';
import { endGrants } from './grants.ts';
import { removeRecoveryCodes, replaceRecoveryCodes } from './recovery-code-rows.ts';
import type { Param } from './statement.ts';
import { statement } from './statement.ts';
import { findUsableTotp, putWaitingTotp, removeTotp, switchTotpOn } from './totp-rows.ts';
import type { Engine } from './transaction.ts';
import { one, refuse, run } from './transaction.ts';

type Input<Name extends keyof TwoFactorStore> = TwoFactorStore[Name] extends (
  input: infer Change,
  effects: Effects,
) => unknown
  ? Change
  : never;

const setOn = statement((db, param: Param<{ accountId: string; at: Instant }>) =>
  db
    .updateTable('accounts')
    .set((eb) => ({ totp_enabled_at: param('at'), version: eb('version', '+', 1) }))
    .where('id', '=', param('accountId')),
);

const setOff = statement((db, param: Param<{ accountId: string }>) =>
  db
    .updateTable('accounts')
    .set((eb) => ({ totp_enabled_at: null, version: eb('version', '+', 1) }))
    .where('id', '=', param('accountId'))
    .where('totp_enabled_at', 'is not', null)
    .returning('id'),
);

const markChangedWhereOn = statement((db, param: Param<{ accountId: string }>) =>
  db
    .updateTable('accounts')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', param('accountId'))
    .where('totp_enabled_at', 'is not', null)
    .returning('id'),
);

function* putTotp(change: Input<'putTotp'>, effects: Effects) {
  const { accountId } = change;
  const refused = yield* admit(effects);
  if (refused !== null) return refused;
  if (!(yield* isAccountThere(accountId))) return refuse({ kind: 'gone' });
  if (!(yield* putWaitingTotp(change))) return refuse({ kind: 'already_on' });
  yield* record(accountId, effects);
  return yield* done(accountId, effects.at);
}

function* enableTotp(change: Input<'enableTotp'>, effects: Effects) {
  const { codeDigests, ...secret } = change;
  const { accountId } = change;
  const { at } = effects;
  const refused = yield* admit(effects);
  if (refused !== null) return refused;
  if (!(yield* isAccountThere(accountId))) return refuse({ kind: 'gone' });
  if (!(yield* switchTotpOn({ ...secret, at }))) return refuse({ kind: 'stale' });
  yield* run(setOn, { accountId, at });
  yield* replaceRecoveryCodes(accountId, codeDigests);
  yield* endGrants(accountId);
  yield* record(accountId, effects);
  return yield* done(accountId, at);
}

function* disableTwoFactor({ accountId }: Input<'disableTwoFactor'>, effects: Effects) {
  const refused = yield* admit(effects);
  if (refused !== null) return refused;
  if (!(yield* isAccountThere(accountId))) return refuse({ kind: 'gone' });
  const wasOn = yield* one(setOff, { accountId });
  // Nothing to switch off: nothing happens, not even the effects.
  if (wasOn === undefined) return refuse(yield* done(accountId, effects.at));
  yield* removeTotp(accountId);
  yield* removeRecoveryCodes(accountId);
  yield* endGrants(accountId);
  yield* record(accountId, effects);
  return yield* done(accountId, effects.at);
}

function* putRecoveryCodes(
  { accountId, codeDigests }: Input<'putRecoveryCodes'>,
  effects: Effects,
) {
  const refused = yield* admit(effects);
  if (refused !== null) return refused;
  if (!(yield* isAccountThere(accountId))) return refuse({ kind: 'gone' });
  const isOn = yield* one(markChangedWhereOn, { accountId });
  if (isOn === undefined) return refuse({ kind: 'off' });
  yield* replaceRecoveryCodes(accountId, codeDigests);
  yield* record(accountId, effects);
  return yield* done(accountId, effects.at);
}

/** The second factor. */
export function createTwoFactorStore(engine: Engine): TwoFactorStore {
  return {
    putTotp: (change, effects) => engine.write(() => putTotp(change, effects)),
    async findTotp(accountId, at) {
      const row = await engine.findOne(findUsableTotp, { accountId, at });
      if (row === undefined) return null;
      const { secret_id: secretId, session_id: sessionId, expires_at: expiresAt } = row;
      return { secretId, state: row.state, sessionId, expiresAt };
    },
    enableTotp: (change, effects) => engine.write(() => enableTotp(change, effects)),
    disableTwoFactor: (change, effects) => engine.write(() => disableTwoFactor(change, effects)),
    putRecoveryCodes: (change, effects) => engine.write(() => putRecoveryCodes(change, effects)),
  };
}
