import { describe, expect } from 'vitest';
import type { StoreStage, StoreTest } from './store-stage.ts';

async function remember(
  stage: StoreStage,
  account: { id: string },
  digest: string,
  seconds = 0,
): Promise<void> {
  const accountId = account.id;
  const device = { digest, accountId, lastUsedAt: stage.at(seconds) };
  const outcome = await stage.store.recordEvent({ accountId }, stage.effects({ device }));
  expect(outcome).toEqual({ kind: 'done' });
}

const year = 365 * 24 * 3600;

/** Browsers that an account knows. */
export function describeDevices(test: StoreTest): void {
  describe('a browser', () => {
    test('is known to the account that it signed in to, and to no other', async (stage) => {
      const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
      await remember(stage, ada, 'browser');
      expect(await stage.store.findDevice('browser', ada.id)).toBe(true);
      expect(await stage.store.findDevice('another', ada.id)).toBe(false);
      expect(await stage.store.findDevice('browser', eve.id)).toBe(false);
    });

    test('can be known to several accounts, and an account knows several', async (stage) => {
      const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
      await remember(stage, ada, 'browser');
      await remember(stage, eve, 'browser');
      await remember(stage, eve, 'another');
      const known = [
        await stage.store.findDevice('browser', ada.id),
        await stage.store.findDevice('browser', eve.id),
        await stage.store.findDevice('another', eve.id),
      ];
      expect(known).toEqual([true, true, true]);
    });

    test('comes with any write, and with none that is refused', async (stage) => {
      const ada = await stage.person('ada');
      const device = { digest: 'browser', accountId: ada.id, lastUsedAt: stage.at(0) };
      const change = { accountId: ada.id, values: {}, expectedVersion: 9 };
      const refused = await stage.store.updateProfile(change, stage.effects({ device }));
      expect(refused).toMatchObject({ kind: 'version_conflict' });
      expect(await stage.store.findDevice('browser', ada.id)).toBe(false);
      const session = stage.newSession(ada);
      const outcome = await stage.store.putSession(session, stage.effects({ device }));
      expect(outcome).toEqual({ kind: 'done' });
      expect(await stage.store.findDevice('browser', ada.id)).toBe(true);
    });

    test('that was not used for a year is forgotten at the next purge', async (stage) => {
      const { store, at } = stage;
      const ada = await stage.person('ada');
      await remember(stage, ada, 'idle');
      await remember(stage, ada, 'used');
      await remember(stage, ada, 'used', 60);
      await store.purge(at(year));
      expect(await store.findDevice('idle', ada.id)).toBe(true);
      await store.purge(at(year + 60));
      expect(await store.findDevice('idle', ada.id)).toBe(false);
      expect(await store.findDevice('used', ada.id)).toBe(true);
      expect(await stage.dump()).not.toContain('idle');
    });

    test('does not change the account', async (stage) => {
      const ada = await stage.person('ada');
      await remember(stage, ada, 'browser');
      expect(await stage.read(ada)).toEqual(ada);
    });
  });
}
