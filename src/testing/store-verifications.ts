import { describe, expect } from 'vitest';
import { begin, everything, stillThere } from './store-begun.ts';
import { linkState } from './store-links.ts';
import type { StoreStage, StoreTest } from './store-stage.ts';

function verify(
  stage: StoreStage,
  { id }: { id: string },
): ReturnType<StoreStage['store']['takeVerification']> {
  return stage.store.takeVerification({ id }, stage.effects({ at: stage.at(100) }));
}

/** Links that show that an address is the person's. */
export function describeVerifications(test: StoreTest): void {
  describe('a verification', () => {
    test('that waits shows in the account until it expires, and raises the version', async (stage) => {
      const ada = await stage.person('ada', { emailVerified: false });
      expect(ada.verification).toBeNull();
      await stage.link(ada, 'verification', {}, { at: stage.at(5) });
      const verification = { requestedAt: stage.at(5), expiresAt: stage.at(3600) };
      expect(await stage.read(ada, stage.at(3599.999))).toEqual({
        ...ada,
        version: 2,
        verification,
      });
      expect((await stage.read(ada, stage.at(3600))).verification).toBeNull();
    });

    test('sent again shows when it was', async (stage) => {
      const ada = await stage.person('ada', { emailVerified: false });
      await stage.link(ada, 'verification');
      await stage.link(ada, 'verification', { expiresAt: stage.at(7200) }, { at: stage.at(60) });
      const verification = { requestedAt: stage.at(60), expiresAt: stage.at(7200) };
      expect((await stage.read(ada, stage.at(61))).verification).toEqual(verification);
    });

    test('makes the address verified, and nothing else', async (stage) => {
      const ada = await stage.person('ada', { emailVerified: false });
      const link = await stage.link(ada, 'verification');
      const begun = await begin(stage, ada);
      const { version, pendingEmail } = await stage.read(ada);
      const outcome = await verify(stage, link);
      const verified = { ...ada, version: version + 1, emailVerified: true, pendingEmail };
      expect(outcome).toEqual({ kind: 'done', account: verified });
      expect(await stage.read(ada, stage.at(100))).toEqual(verified);
      expect(await stillThere(stage, begun, stage.at(101))).toEqual(everything);
    });

    test('of an address that is verified already is no error', async (stage) => {
      const ada = await stage.person('ada');
      const link = await stage.link(ada, 'verification');
      expect((await stage.read(ada)).verification).toBeNull();
      expect(await verify(stage, link)).toMatchObject({
        kind: 'done',
        account: { emailVerified: true },
      });
    });

    test('shows only where the link is one of its kind, to the present address', async (stage) => {
      const { store, at } = stage;
      const ada = await stage.person('ada');
      const { id } = await stage.pend(ada, { address: 'second@example.com' });
      const kept = { id, keepOldUntil: at(604_800), report: null };
      await store.takeEmailChange(kept, stage.effects());
      const present = { address: 'third@example.com', addressCanonical: 'third@example.com' };
      await store.changeEmailNow({ accountId: ada.id, ...present }, stage.effects());
      const shown = async (): Promise<unknown> => (await stage.read(ada, at(1))).verification;

      await stage.link(ada, 'password_reset', present);
      expect(await shown()).toBeNull();
      for (const address of ['ada@example.com', 'second@example.com']) {
        await stage.link(ada, 'verification', { address });
        expect(await shown(), address).toBeNull();
      }
      await stage.link(ada, 'verification', present);
      expect(await shown()).toEqual({ requestedAt: at(0), expiresAt: at(3600) });
    });

    test('comes with the account that is made', async (stage) => {
      const account = stage.newAccount('ada', { emailVerified: false });
      const link = stage.newLink(account, 'verification');
      const made = await stage.store.createAccount(account, null, stage.effects({ links: [link] }));
      const verification = { requestedAt: stage.at(0), expiresAt: link.expiresAt };
      expect(made).toMatchObject({ kind: 'done', account: { version: 1, verification } });
      expect(await linkState(stage, link)).toBe('live');
    });
  });
}
