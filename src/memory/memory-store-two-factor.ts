import type { TwoFactorStore } from '../server/ports/two-factor-store.ts';
import { endGrants } from './memory-store-endings.ts';
import type { MemoryState } from './memory-store-state.ts';
import { recordOf } from './memory-store-state.ts';
import { writeAccount } from './memory-store-write.ts';

/** The second factor, on maps. */
export function createTwoFactorStore(state: MemoryState): TwoFactorStore {
  return {
    async putTotp(change, effects) {
      const { accountId, secretId, sessionId, expiresAt } = change;
      const decide = () => {
        if (state.totps.get(accountId)?.state === 'on') return { kind: 'already_on' as const };
        return () => {
          const waiting = { state: 'waiting', lastStep: -1 } as const;
          state.totps.set(accountId, { accountId, secretId, sessionId, expiresAt, ...waiting });
        };
      };
      return writeAccount(state, accountId, effects, decide, { raises: false });
    },

    async findTotp(accountId, at) {
      const totp = state.totps.get(accountId);
      if (totp === undefined || (totp.state === 'waiting' && at >= totp.expiresAt)) return null;
      const { secretId, sessionId, expiresAt } = totp;
      return { secretId, state: totp.state, sessionId, expiresAt };
    },

    async enableTotp({ accountId, secretId, sessionId, step, codeDigests }, effects) {
      return writeAccount(state, accountId, effects, (account) => {
        const totp = state.totps.get(accountId);
        const fits =
          totp?.state === 'waiting' &&
          totp.secretId === secretId &&
          totp.sessionId === sessionId &&
          effects.at < totp.expiresAt;
        if (!fits) return { kind: 'stale' as const };
        return () => {
          totp.state = 'on';
          totp.lastStep = step;
          account.totpEnabledAt = effects.at;
          state.recoveryCodes.set(accountId, [...codeDigests]);
          endGrants(state, accountId);
        };
      });
    },

    async disableTwoFactor({ accountId }, effects) {
      return writeAccount(state, accountId, effects, (account) => {
        if (account.totpEnabledAt === null) {
          return { kind: 'done' as const, account: recordOf(state, account, effects.at) };
        }
        return () => {
          account.totpEnabledAt = null;
          state.totps.delete(accountId);
          state.recoveryCodes.delete(accountId);
          endGrants(state, accountId);
        };
      });
    },

    async putRecoveryCodes({ accountId, codeDigests }, effects) {
      return writeAccount(state, accountId, effects, (account) => {
        if (account.totpEnabledAt === null) return { kind: 'off' as const };
        return () => {
          state.recoveryCodes.set(accountId, [...codeDigests]);
        };
      });
    },
  };
}
