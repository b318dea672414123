import type { Effects } from '../ports/account-store.ts';
import type { LinkStore } from '../ports/link-store.ts';
import { done, isAccountThere, markChanged } from './account-rows.ts';
import { admit, record } from './effects.ts';
import { linkState } from './email-link-state.ts';
import { linkByDigest, takeAddressLink, takeLink } from './link-rows.ts';
import { takePasswordReset } from './password-reset.ts';
import { forgetDevices } from './devices.ts';
import { endEverythingBegun } from './security-endings.ts';
import type { Param } from './statement.ts';
import { statement } from './statement.ts';
import type { Engine } from './transaction.ts';
import { refuse, run } from './transaction.ts';

const setVerified = statement((db, param: Param<{ id: string }>) =>
  db
    .updateTable('accounts')
    .set((eb) => ({ email_verified: 1, version: eb('version', '+', 1) }))
    .where('id', '=', param('id')),
);

function* putLinks({ accountId }: { accountId: string }, effects: Effects) {
  const refused = yield* admit(effects);
  if (refused !== null) return refused;
  if (!(yield* isAccountThere(accountId))) return refuse({ kind: 'gone' });
  // Nothing else of a link shows in the account; a stranger who asks for a reset changes nothing for the owner.
  const shows = effects.links?.some(({ kind }) => kind === 'verification') ?? false;
  if (shows) yield* markChanged(accountId);
  yield* record(accountId, effects);
  return yield* done(accountId, effects.at);
}

function* takeVerification({ id }: { id: string }, effects: Effects) {
  const refused = yield* admit(effects);
  if (refused !== null) return refused;
  const accountId = yield* takeAddressLink(id, 'verification', effects.at);
  if (accountId === null) return refuse({ kind: 'link_used' });
  yield* run(setVerified, { id: accountId });
  yield* record(accountId, effects);
  return yield* done(accountId, effects.at);
}

function* takeSecurityReport({ id }: { id: string }, effects: Effects) {
  const refused = yield* admit(effects);
  if (refused !== null) return refused;
  const accountId = yield* takeLink(id, 'security_report', effects.at);
  if (accountId === null) return refuse({ kind: 'link_used' });
  yield* endEverythingBegun(accountId, null, effects.at);
  yield* forgetDevices(accountId);
  yield* markChanged(accountId);
  yield* record(accountId, effects);
  return yield* done(accountId, effects.at);
}

/** Mailed links: verification, a new password, "this wasn't me". */
export function createLinkStore(engine: Engine): LinkStore {
  return {
    putLinks: (change, effects) => engine.write(() => putLinks(change, effects)),
    async findLink(tokenDigest, at) {
      const row = await engine.findOne(linkByDigest, { tokenDigest });
      if (row === undefined) return null;
      const { id, kind, account_id: accountId, address } = row;
      return { id, kind, accountId, address, state: linkState(row, at) };
    },
    takeVerification: (change, effects) => engine.write(() => takeVerification(change, effects)),
    takePasswordReset: (change, effects) => engine.write(() => takePasswordReset(change, effects)),
    takeSecurityReport: (change, effects) =>
      engine.write(() => takeSecurityReport(change, effects)),
  };
}
