import type { Effects, FlowStore } from '../ports/account-store.ts';
import { done, isAccountThere, markChanged, setEmail } from './account-rows.ts';
import { admit, record } from './effects.ts';
import { claimAddress, freeFormerAddress, keepFormerAddress } from './email-address.ts';
import {
  changeByDigest,
  endWaitingChange,
  insertChange,
  isWaiting,
  takeChange,
  voidChange,
} from './email-change-rows.ts';
import { addReport } from './email-report-rows.ts';
import { linkState } from './email-link-state.ts';
import { unqueueChange } from './outbox.ts';
import { endProofsOfAddress } from './security-endings.ts';
import type { Engine } from './transaction.ts';
import { one, refuse, run } from './transaction.ts';

type Input<Name extends keyof FlowStore> = FlowStore[Name] extends (
  input: infer Change,
  effects: Effects,
) => unknown
  ? Change
  : never;

function* putEmailChange(change: Input<'putEmailChange'>, effects: Effects) {
  const { accountId, report, replaces, ...waiting } = change;
  const { at } = effects;
  const refused = yield* admit(effects);
  if (refused !== null) return refused;
  if (!(yield* isAccountThere(accountId))) return refuse({ kind: 'gone' });
  if (replaces !== undefined && !(yield* isWaiting(accountId, replaces, at))) {
    return refuse({ kind: 'not_pending' });
  }
  yield* endWaitingChange(accountId, at);
  yield* run(insertChange, { ...waiting, accountId, at });
  if (report !== null) yield* addReport(accountId, report, at);
  yield* markChanged(accountId);
  yield* record(accountId, effects, change);
  return yield* done(accountId, at);
}

function* cancelEmailChange({ accountId }: Input<'cancelEmailChange'>, effects: Effects) {
  const refused = yield* admit(effects);
  if (refused !== null) return refused;
  if (!(yield* isAccountThere(accountId))) return refuse({ kind: 'gone' });
  // Nothing to cancel: nothing happens, not even the effects.
  const waited = yield* endWaitingChange(accountId, effects.at);
  if (!waited) return refuse(yield* done(accountId, effects.at));
  yield* markChanged(accountId);
  yield* record(accountId, effects);
  return yield* done(accountId, effects.at);
}

function* takeEmailChange(
  { id, keepOldUntil, report }: Input<'takeEmailChange'>,
  effects: Effects,
) {
  const { at } = effects;
  const refused = yield* admit(effects);
  if (refused !== null) return refused;
  const change = yield* one(takeChange, { id, at });
  if (change === undefined) return refuse({ kind: 'link_used' });
  const { account_id: accountId, address, address_canonical: canonical } = change;
  if (!(yield* claimAddress(accountId, canonical, at))) {
    yield* run(voidChange, { id });
    yield* unqueueChange(accountId, id);
    yield* markChanged(accountId);
    return { kind: 'email_taken' as const };
  }
  yield* keepFormerAddress(accountId, canonical, keepOldUntil);
  yield* setEmail(accountId, address, true);
  yield* endProofsOfAddress(accountId, at);
  if (report !== null) yield* addReport(accountId, report, at);
  yield* record(accountId, effects);
  return yield* done(accountId, at);
}

function* changeEmailNow(
  { accountId, address, addressCanonical }: Input<'changeEmailNow'>,
  effects: Effects,
) {
  const { at } = effects;
  const refused = yield* admit(effects);
  if (refused !== null) return refused;
  if (!(yield* isAccountThere(accountId))) return refuse({ kind: 'gone' });
  const claimed = yield* claimAddress(accountId, addressCanonical, at);
  if (!claimed) return refuse({ kind: 'email_taken' });
  yield* freeFormerAddress(accountId, addressCanonical);
  yield* endWaitingChange(accountId, at);
  yield* setEmail(accountId, address, false);
  yield* endProofsOfAddress(accountId, at);
  yield* record(accountId, effects);
  return yield* done(accountId, at);
}

/** Changes of address. */
export function createEmailChangeStore(
  engine: Engine,
): Pick<
  FlowStore,
  'putEmailChange' | 'cancelEmailChange' | 'findEmailChange' | 'takeEmailChange' | 'changeEmailNow'
> {
  return {
    putEmailChange: (change, effects) => engine.write(() => putEmailChange(change, effects)),
    cancelEmailChange: (change, effects) => engine.write(() => cancelEmailChange(change, effects)),
    async findEmailChange(tokenDigest, at) {
      const row = await engine.findOne(changeByDigest, { tokenDigest });
      if (row === undefined) return null;
      const { id, account_id: accountId, address } = row;
      return { id, accountId, address, state: linkState(row, at) };
    },
    takeEmailChange: (change, effects) => engine.write(() => takeEmailChange(change, effects)),
    changeEmailNow: (change, effects) => engine.write(() => changeEmailNow(change, effects)),
  };
}
