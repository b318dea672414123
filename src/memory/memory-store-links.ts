import type { Done, Effects, Refused } from '../server/ports/account-store.ts';
import type { LinkKind, LinkStore } from '../server/ports/link-store.ts';
import {
  endEverythingBegun,
  forgetDevices,
  forgetTries,
  keepFormerPassword,
} from './memory-store-endings.ts';
import { end, endLinks, findByDigest, stateAt } from './memory-store-link-rows.ts';
import type { MemoryState, StoredAccount } from './memory-store-state.ts';
import { dropWhere } from './memory-store-state.ts';
import { refuseEffects, writeAccount } from './memory-store-write.ts';

/** Removes every way in that whoever made an account with somebody else's address may have left there. */
function removePlanted(state: MemoryState, account: StoredAccount): void {
  account.totpEnabledAt = null;
  account.identities = [];
  state.totps.delete(account.id);
  state.recoveryCodes.delete(account.id);
  dropWhere(state.passkeys, (passkey) => passkey.accountId === account.id);
  forgetDevices(state, account.id);
}

/** Mailed links, on maps: verification, a new password, "this wasn't me". */
export function createLinkStore(state: MemoryState): LinkStore {
  /** Uses up a live link of one kind, which may have to stand for the present address, and does what it is for. */
  function take(
    { id, kind, atAddress }: { id: string; kind: LinkKind; atAddress: boolean },
    effects: Effects,
    write: (account: StoredAccount) => void,
  ): Done | Refused | { kind: 'link_used' } {
    const link = state.links.get(id);
    if (link?.kind !== kind) return refuseEffects(state, effects) ?? { kind: 'link_used' };
    return writeAccount(state, link.accountId, effects, (account) => {
      const moved = atAddress && link.addressCanonical !== account.emailCanonical;
      if (moved || stateAt(link, effects.at) !== 'live') return { kind: 'link_used' as const };
      return () => {
        end(link, 'used', effects.at);
        write(account);
      };
    });
  }

  return {
    async putLinks({ accountId }, effects) {
      // Nothing else of a link shows in the account; a stranger who asks for a reset changes nothing for the owner.
      const raises = effects.links?.some(({ kind }) => kind === 'verification') ?? false;
      return writeAccount<never>(state, accountId, effects, () => () => {}, { raises });
    },

    async findLink(tokenDigest, at) {
      const link = findByDigest(state.links, tokenDigest);
      if (link === null) return null;
      const { id, kind, accountId, address } = link;
      return { id, kind, accountId, address, state: stateAt(link, at) };
    },

    async takeVerification({ id }, effects) {
      return take({ id, kind: 'verification', atAddress: true }, effects, (account) => {
        account.emailVerified = true;
      });
    },

    async takePasswordReset({ id, passwordHash, standsAlone, keepHistory }, effects) {
      const { at } = effects;
      return take({ id, kind: 'password_reset', atAddress: true }, effects, (account) => {
        if (!account.emailVerified) removePlanted(state, account);
        keepFormerPassword(state, account.id, account.passwordHash, keepHistory);
        account.passwordHash = passwordHash;
        account.passwordChangedAt = at;
        account.passwordStandsAlone = standsAlone;
        account.emailVerified = true;
        endEverythingBegun(state, account, null, at);
        endLinks(state, account.id, 'password_reset', at);
        forgetTries(state, account.id);
      });
    },

    async takeSecurityReport({ id }, effects) {
      return take({ id, kind: 'security_report', atAddress: false }, effects, (account) => {
        endEverythingBegun(state, account, null, effects.at);
        forgetDevices(state, account.id);
      });
    },
  };
}
