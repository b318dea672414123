import { describe, expect } from 'vitest';
import type { StoreStage, StoreTest } from './store-stage.ts';

/** Changes the password from one to the next, keeping so many former hashes. */
async function choose(
  stage: StoreStage,
  account: { id: string },
  keepHistory: number,
  hashes: readonly (string | null)[],
): Promise<void> {
  for (const [index, passwordHash] of hashes.slice(1).entries()) {
    const previousHash = hashes[index] ?? null;
    const change = { accountId: account.id, previousHash, standsAlone: true, keepHistory };
    const outcome = await stage.store.changePassword(
      { ...change, passwordHash: passwordHash ?? '', end: { keep: null } },
      stage.effects(),
    );
    expect(outcome).toMatchObject({ kind: 'done' });
  }
}

/** Hashes of passwords that an account had. */
export function describePasswordHistory(test: StoreTest): void {
  describe('the history of passwords', () => {
    test('has the former hashes, the newest first, and not the present one', async (stage) => {
      const ada = await stage.person('ada', { passwordHash: '$1' });
      await choose(stage, ada, 5, ['$1', '$2', '$3']);
      const { store } = stage;
      expect(await store.findPasswordHistory(ada.id, 5)).toEqual(['$2', '$1']);
      expect(await store.findPasswordHistory(ada.id, 1)).toEqual(['$2']);
      expect(await store.findPasswordHistory(ada.id, 0)).toEqual([]);
    });

    test('keeps as many as the newest change says, and forgets the rest', async (stage) => {
      const ada = await stage.person('ada', { passwordHash: '$1' });
      const find = (): Promise<string[]> => stage.store.findPasswordHistory(ada.id, 9);
      await choose(stage, ada, 2, ['$1', '$2', '$3', '$4']);
      expect(await find()).toEqual(['$3', '$2']);
      await choose(stage, ada, 3, ['$4', '$5']);
      expect(await find()).toEqual(['$4', '$3', '$2']);
      await choose(stage, ada, 1, ['$5', '$6']);
      expect(await find()).toEqual(['$5']);
      await choose(stage, ada, 0, ['$6', '$7']);
      expect(await find()).toEqual([]);
      await choose(stage, ada, 9, ['$7', '$8', '$9']);
      expect(await find()).toEqual(['$8', '$7']);
    });

    test('begins with the second password of an account that had none', async (stage) => {
      const ada = await stage.person('ada', { passwordHash: null });
      await choose(stage, ada, 5, [null, '$1']);
      expect(await stage.store.findPasswordHistory(ada.id, 9)).toEqual([]);
      await choose(stage, ada, 5, ['$1', '$2']);
      expect(await stage.store.findPasswordHistory(ada.id, 9)).toEqual(['$1']);
    });

    test('outlives that of another account', async (stage) => {
      const ada = await stage.person('ada', { passwordHash: '$1' });
      const eve = await stage.person('eve', { passwordHash: '$a' });
      await choose(stage, ada, 9, ['$1', '$2', '$3']);
      await choose(stage, eve, 9, ['$a', '$b']);
      await choose(stage, ada, 0, ['$3', '$4']);
      expect(await stage.store.findPasswordHistory(ada.id, 9)).toEqual([]);
      expect(await stage.store.findPasswordHistory(eve.id, 9)).toEqual(['$a']);
    });

    test("is the account's own, and gets nothing from a change that is refused", async (stage) => {
      const ada = await stage.person('ada', { passwordHash: '$1' });
      const eve = await stage.person('eve', { passwordHash: '$1' });
      await choose(stage, ada, 5, ['$1', '$2']);
      const change = { accountId: eve.id, passwordHash: '$3', previousHash: '$2' };
      const stale = await stage.store.changePassword(
        { ...change, standsAlone: true, keepHistory: 5, end: { keep: null } },
        stage.effects(),
      );
      expect(stale).toEqual({ kind: 'stale' });
      expect(await stage.store.findPasswordHistory(eve.id, 9)).toEqual([]);
    });
  });
}
