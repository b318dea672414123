import type { PasskeyRecord, PasskeyStore } from '../server/ports/passkey-store.ts';
import { endGrants } from './memory-store-endings.ts';
import { challengeWorks } from './memory-store-proofs.ts';
import type { MemoryState, StoredAccount } from './memory-store-state.ts';
import { copy, passkeysOf } from './memory-store-state.ts';
import { applyEffects, refuseEffects, writeAccount } from './memory-store-write.ts';

function find(state: MemoryState, credentialId: string): PasskeyRecord | null {
  for (const passkey of state.passkeys.values()) {
    if (passkey.credentialId === credentialId) return passkey;
  }
  return null;
}

function isLastMethod(state: MemoryState, account: StoredAccount): boolean {
  return (
    account.passwordHash === null &&
    account.identities.length === 0 &&
    passkeysOf(state, account.id).length === 1
  );
}

/** Passkeys, and what is asked of browsers and mailboxes, on maps. */
export function createPasskeyStore(state: MemoryState): PasskeyStore {
  const own = (accountId: string, id: string): PasskeyRecord | null => {
    const passkey = state.passkeys.get(id);
    return passkey?.accountId === accountId ? passkey : null;
  };

  return {
    async putChallenge(challenge, effects) {
      const { accountId } = challenge;
      const refused = refuseEffects(state, effects);
      if (refused !== null) return refused;
      if (accountId !== null && !state.accounts.has(accountId)) return { kind: 'gone' };
      applyEffects(state, accountId, effects, () => {
        // Two mailed codes of six digits may be the same; then the newer mail makes it work again.
        state.challenges.set(challenge.digest, copy(challenge));
      });
      return { kind: 'done' };
    },
    async findChallenge(challenge, at) {
      return challengeWorks(state, challenge, at);
    },

    async findPasskey(credentialId) {
      return copy(find(state, credentialId));
    },
    async findPasskeys(accountId) {
      return copy(passkeysOf(state, accountId));
    },

    async addPasskey({ passkey, most }, effects) {
      const { accountId, credentialId, id } = passkey;
      return writeAccount(state, accountId, effects, () => {
        if (find(state, credentialId) !== null) return { kind: 'passkey_known' as const };
        if (passkeysOf(state, accountId).length >= most) return { kind: 'too_many' as const };
        return () => {
          state.passkeys.set(id, copy(passkey));
          endGrants(state, accountId);
        };
      });
    },

    async renamePasskey({ accountId, id, name }, effects) {
      return writeAccount(state, accountId, effects, () => {
        const passkey = own(accountId, id);
        if (passkey === null) return { kind: 'not_found' as const };
        return () => {
          passkey.name = name;
        };
      });
    },

    async removePasskey({ accountId, id, mayBeLast = false }, effects) {
      return writeAccount(state, accountId, effects, (account) => {
        if (own(accountId, id) === null) return { kind: 'not_found' as const };
        if (!mayBeLast && isLastMethod(state, account)) return { kind: 'last_method' as const };
        return () => {
          state.passkeys.delete(id);
          endGrants(state, accountId);
        };
      });
    },
  };
}
