import type { WriteCase } from './store-effects.ts';
import { givePasskey, newChallenge, newPasskey, setUpTotp, turnOn } from './store-proof-makers.ts';

/** Writes of the second factor, passkeys and challenges, whose effects are told like those of all others. */
export const proofWrites: readonly WriteCase[] = [
  {
    name: 'putTotp',
    raises: false,
    ready: async ({ store, at }, { id: accountId }) => {
      const change = { accountId, secretId: 'secret', sessionId: 'session', expiresAt: at(600) };
      return (effects) => store.putTotp(change, effects);
    },
  },
  {
    name: 'enableTotp',
    raises: true,
    ready: async (stage, account) => {
      const waiting = await setUpTotp(stage, account);
      const change = { ...waiting, step: 1, codeDigests: ['code'] };
      return (effects) => stage.store.enableTotp(change, effects);
    },
  },
  {
    name: 'disableTwoFactor',
    raises: true,
    ready: async (stage, account) => {
      await turnOn(stage, account);
      return (effects) => stage.store.disableTwoFactor({ accountId: account.id }, effects);
    },
  },
  {
    name: 'putRecoveryCodes',
    raises: true,
    ready: async (stage, account) => {
      await turnOn(stage, account);
      const change = { accountId: account.id, codeDigests: ['code'] };
      return (effects) => stage.store.putRecoveryCodes(change, effects);
    },
  },
  {
    name: 'putChallenge',
    raises: false,
    ready: async (stage, account) => {
      const challenge = newChallenge(stage, account);
      return (effects) => stage.store.putChallenge(challenge, effects);
    },
  },
  {
    name: 'addPasskey',
    raises: true,
    ready: async (stage, account) => {
      const change = { passkey: newPasskey(stage, account), most: 20 };
      return (effects) => stage.store.addPasskey(change, effects);
    },
  },
  {
    name: 'renamePasskey',
    raises: true,
    ready: async (stage, account) => {
      const { id } = await givePasskey(stage, account);
      const change = { accountId: account.id, id, name: 'Renamed' };
      return (effects) => stage.store.renamePasskey(change, effects);
    },
  },
  {
    name: 'removePasskey',
    raises: true,
    ready: async (stage, account) => {
      const { id } = await givePasskey(stage, account);
      const change = { accountId: account.id, id };
      return (effects) => stage.store.removePasskey(change, effects);
    },
  },
];
