import { expect, test } from 'vitest';
import type { Authenticator } from '../support/authenticator.ts';
import { addPasskey, authenticatorHere } from './passkey-visitor.ts';
import { outbox } from './rule-traces.ts';
import type { RuleWorld, Visitor } from './rule-world.ts';
import { ada, onEveryStore, outcome } from './rule-world.ts';
import { switchOn } from './second-factor.ts';

/** What an operation needs beside its proof, and the proof. */
interface Prepared {
  grant: string;
  call(grant: string): Promise<unknown>;
}

interface Scene {
  world: RuleWorld;
  her: Visitor;
  key: Authenticator;
}

const operations: Record<string, (scene: Scene) => Promise<Prepared>> = {
  async setUpTotp({ her }) {
    const grant = await her.prove('setUpTotp');
    return { grant, call: (by) => her.call('setUpTotp', undefined, { grant: by }) };
  },
  async disableTwoFactor({ world, her }) {
    const totpCode = (await switchOn(world, her)).code();
    const grant = await her.proveBy({ purpose: 'disableTwoFactor', totpCode });
    return { grant, call: (by) => her.call('disableTwoFactor', undefined, { grant: by }) };
  },
  async createRecoveryCodes({ world, her }) {
    const totpCode = (await switchOn(world, her)).code();
    const grant = await her.proveBy({ purpose: 'createRecoveryCodes', totpCode });
    return { grant, call: (by) => her.call('createRecoveryCodes', undefined, { grant: by }) };
  },
  async addPasskey({ her }) {
    const grant = await her.prove('addPasskey');
    const { options } = await her.call('startPasskey', undefined, { grant });
    const response = authenticatorHere().create(options);
    return { grant, call: (by) => her.call('addPasskey', { response }, { grant: by }) };
  },
  async removePasskey({ her }) {
    const grant = await her.prove('removePasskey');
    const id = (await her.account()).passkeys[0]?.id ?? '';
    return { grant, call: (by) => her.call('removePasskey', { id }, { grant: by }) };
  },
};

onEveryStore('a proof that dies while its operation is under way', (open) => {
  for (const [name, prepare] of Object.entries(operations)) {
    test(`allows no ${name}, and nobody is told that it happened`, async () => {
      const world = await open({ passkeys: true });
      const [her, herOther] = [await world.signIn(ada), await world.signIn(ada)];
      const key = await addPasskey(her);
      await herOther.proveAndCall('requestEmailChange', { newEmail: 'moved@example.com' });
      const link = await world.linkTo('moved@example.com');
      const { grant, call } = await prepare({ world, her, key });
      const { store } = world.ports;
      let before = '';
      let queued: string[] = [];
      const kinds = async () => (await outbox(world)).map(({ kind }) => kind).toSorted();
      world.ports.store = {
        ...store,
        async findGrant(...asked) {
          const found = await store.findGrant(...asked);
          world.ports.store = store;
          await world.follow('confirmEmailChange', link);
          before = JSON.stringify((await her.account()).twoFactor);
          queued = await kinds();
          return found;
        },
      };
      expect(await outcome(call(grant))).toBe('step_up_required');
      const { twoFactor, passkeys } = await her.account();
      expect(JSON.stringify(twoFactor)).toBe(before);
      expect(passkeys).toHaveLength(1);
      expect(await kinds()).toEqual(queued);
    });
  }
});
