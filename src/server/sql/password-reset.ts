import type { Effects, Instant } from '../ports/account-store.ts';
import { done } from './account-rows.ts';
import { forgetDevices } from './devices.ts';
import { admit, record } from './effects.ts';
import { takeAddressLink } from './link-rows.ts';
import { removePasskeys } from './passkey-rows.ts';
import { keepFormerPassword } from './password-history.ts';
import { removeRecoveryCodes } from './recovery-code-rows.ts';
import { endEverythingBegun, forgetTries } from './security-endings.ts';
import type { Param } from './statement.ts';
import { statement } from './statement.ts';
import { removeTotp } from './totp-rows.ts';
import type { Transaction } from './transaction.ts';
import { one, refuse, run } from './transaction.ts';

/** What `takePasswordReset` is called with. */
export interface PasswordReset {
  id: string;
  passwordHash: string;
  standsAlone: boolean;
  keepHistory: number;
}

const findFormer = statement((db, param: Param<{ id: string }>) =>
  db
    .selectFrom('accounts')
    .select(['password_hash', 'email_verified'])
    .where('id', '=', param('id')),
);

interface ResetArgs {
  id: string;
  passwordHash: string;
  standsAlone: number;
  at: Instant;
}

const resetHash = statement((db, param: Param<ResetArgs>) =>
  db
    .updateTable('accounts')
    .set((eb) => ({
      password_hash: param('passwordHash'),
      password_changed_at: param('at'),
      password_stands_alone: param('standsAlone'),
      email_verified: 1,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', param('id')),
);

const switchTotpOff = statement((db, param: Param<{ id: string }>) =>
  db.updateTable('accounts').set({ totp_enabled_at: null }).where('id', '=', param('id')),
);

const deleteIdentities = statement((db, param: Param<{ id: string }>) =>
  db.deleteFrom('identities').where('account_id', '=', param('id')),
);

/** Removes every way in that whoever made an account with somebody else's address may have left there. */
function* removePlanted(id: string): Transaction<void> {
  yield* removePasskeys(id);
  yield* removeTotp(id);
  yield* run(switchTotpOff, { id });
  yield* removeRecoveryCodes(id);
  yield* run(deleteIdentities, { id });
  yield* forgetDevices(id);
}

/** Chooses a new password by a mailed link. */
export function* takePasswordReset(change: PasswordReset, effects: Effects) {
  const { at } = effects;
  const refused = yield* admit(effects);
  if (refused !== null) return refused;
  const id = yield* takeAddressLink(change.id, 'password_reset', at);
  if (id === null) return refuse({ kind: 'link_used' });
  const former = yield* one(findFormer, { id });
  if (former?.email_verified === 0) yield* removePlanted(id);
  const { passwordHash } = change;
  yield* run(resetHash, { id, passwordHash, standsAlone: change.standsAlone ? 1 : 0, at });
  yield* keepFormerPassword(id, former?.password_hash ?? null, change.keepHistory);
  // Another `password_reset` cannot be live: this one made the older void, and no newer one this.
  yield* endEverythingBegun(id, null, at);
  yield* forgetTries(id);
  yield* record(id, effects);
  return yield* done(id, at);
}
