import type { Effects } from '../ports/account-store.ts';
import type { PasskeyRecord, PasskeyStore } from '../ports/passkey-store.ts';
import type { ChallengeRecord } from '../ports/proofs.ts';
import { done, isAccountThere, markChanged } from './account-rows.ts';
import { addChallenge, findUsableChallenge } from './challenge-rows.ts';
import { admit, record } from './effects.ts';
import { endGrants } from './grants.ts';
import {
  canSignIn,
  deleteRow,
  findByCredential,
  findOfAccount,
  hasMoreThan,
  insertNewPasskey,
  nameRow,
  passkeyFromRow,
} from './passkey-rows.ts';
import type { Engine } from './transaction.ts';
import { refuse } from './transaction.ts';

function* putChallenge(challenge: ChallengeRecord, effects: Effects) {
  const { accountId } = challenge;
  const refused = yield* admit(effects);
  if (refused !== null) return refused;
  if (accountId !== null && !(yield* isAccountThere(accountId))) return refuse({ kind: 'gone' });
  yield* addChallenge(challenge);
  yield* record(accountId, effects);
  return { kind: 'done' as const };
}

function* addPasskey(
  { passkey, most }: { passkey: PasskeyRecord; most: number },
  effects: Effects,
) {
  const { accountId } = passkey;
  const refused = yield* admit(effects);
  if (refused !== null) return refused;
  if (!(yield* isAccountThere(accountId))) return refuse({ kind: 'gone' });
  if (!(yield* insertNewPasskey(passkey))) return refuse({ kind: 'passkey_known' });
  if (yield* hasMoreThan(accountId, most)) return refuse({ kind: 'too_many' });
  yield* endGrants(accountId);
  yield* markChanged(accountId);
  yield* record(accountId, effects);
  return yield* done(accountId, effects.at);
}

function* renamePasskey(
  { accountId, id, name }: { accountId: string; id: string; name: string },
  effects: Effects,
) {
  const refused = yield* admit(effects);
  if (refused !== null) return refused;
  if (!(yield* isAccountThere(accountId))) return refuse({ kind: 'gone' });
  if (!(yield* nameRow(accountId, id, name))) return refuse({ kind: 'not_found' });
  yield* markChanged(accountId);
  yield* record(accountId, effects);
  return yield* done(accountId, effects.at);
}

function* removePasskey(
  { accountId, id, mayBeLast = false }: Parameters<PasskeyStore['removePasskey']>[0],
  effects: Effects,
) {
  const refused = yield* admit(effects);
  if (refused !== null) return refused;
  if (!(yield* isAccountThere(accountId))) return refuse({ kind: 'gone' });
  if (!(yield* deleteRow(accountId, id))) return refuse({ kind: 'not_found' });
  if (!mayBeLast && !(yield* canSignIn(accountId))) return refuse({ kind: 'last_method' });
  yield* endGrants(accountId);
  yield* markChanged(accountId);
  yield* record(accountId, effects);
  return yield* done(accountId, effects.at);
}

/** Passkeys, and what is asked of browsers and mailboxes. */
export function createPasskeyStore(engine: Engine): PasskeyStore {
  return {
    putChallenge: (challenge, effects) => engine.write(() => putChallenge(challenge, effects)),
    async findChallenge({ digest, accountId, sessionId, purpose }, at) {
      const args = { digest, accountId, sessionId, purpose, at };
      return (await engine.findOne(findUsableChallenge, args)) !== undefined;
    },
    async findPasskey(credentialId) {
      const row = await engine.findOne(findByCredential, { credentialId });
      return row === undefined ? null : passkeyFromRow(row);
    },
    async findPasskeys(accountId) {
      return (await engine.findAll(findOfAccount, { accountId })).map(passkeyFromRow);
    },
    addPasskey: (change, effects) => engine.write(() => addPasskey(change, effects)),
    renamePasskey: (change, effects) => engine.write(() => renamePasskey(change, effects)),
    removePasskey: (change, effects) => engine.write(() => removePasskey(change, effects)),
  };
}
