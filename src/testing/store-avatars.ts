import { describe, expect } from 'vitest';
import type { AvatarFiles } from '../server/ports/account-store.ts';
import type { StoreStage, StoreTest } from './store-stage.ts';

function set(
  stage: StoreStage,
  account: { id: string },
  files: AvatarFiles | null,
): ReturnType<StoreStage['store']['setAvatar']> {
  return stage.store.setAvatar(
    { accountId: account.id, files },
    stage.effects({ at: stage.at(10) }),
  );
}

async function discarded({ store, at }: StoreStage, seconds: number): Promise<string[]> {
  return (await store.findDiscardedFiles(at(seconds))).toSorted();
}

const first = { large: 'a/first-large.webp', small: 'a/first-small.webp' };
const second = { large: 'a/second-large.webp', small: 'a/second-small.webp' };

/** The picture of an account, and which files nobody uses any more. */
export function describeAvatars(test: StoreTest): void {
  describe('picture', () => {
    test('is set, and the version rises by one', async (stage) => {
      const ada = await stage.person('ada');
      const outcome = await set(stage, ada, first);
      expect(outcome).toEqual({ kind: 'done', account: { ...ada, avatar: first, version: 2 } });
      expect((await stage.read(ada)).avatar).toEqual(first);
      expect(await discarded(stage, 20)).toEqual([]);
    });

    test('the files of the one it replaces become discarded at once', async (stage) => {
      const ada = await stage.person('ada');
      await set(stage, ada, first);
      await set(stage, ada, second);
      expect((await stage.read(ada)).avatar).toEqual(second);
      expect(await discarded(stage, 10)).toEqual([first.large, first.small]);
    });

    test('is removed, and its files become discarded', async (stage) => {
      const ada = await stage.person('ada');
      await set(stage, ada, first);
      expect(await set(stage, ada, null)).toMatchObject({
        kind: 'done',
        account: { avatar: null },
      });
      expect((await stage.read(ada)).avatar).toBeNull();
      expect(await discarded(stage, 10)).toEqual([first.large, first.small]);
    });

    test('none to remove is no error', async (stage) => {
      const ada = await stage.person('ada');
      expect(await set(stage, ada, null)).toMatchObject({
        kind: 'done',
        account: { avatar: null },
      });
    });

    test('files that it uses are discarded no longer', async (stage) => {
      const ada = await stage.person('ada');
      await stage.store.discardFiles([first.large, first.small, 'a/orphan.webp'], stage.at(60));
      await set(stage, ada, first);
      expect(await discarded(stage, 60)).toEqual(['a/orphan.webp']);
    });

    test('set once more with the same files, they stay in use', async (stage) => {
      const ada = await stage.person('ada');
      await set(stage, ada, first);
      await set(stage, ada, first);
      expect(await discarded(stage, 20)).toEqual([]);
    });

    test('of 16 that are set at once one is left, and the files of all others are discarded', async (stage) => {
      const ada = await stage.person('ada');
      const keys = Array.from({ length: 16 }, (_, index) => ({
        large: `a/${String(index).padStart(2, '0')}-large.webp`,
        small: `a/${String(index).padStart(2, '0')}-small.webp`,
      }));
      await Promise.all(keys.map((files) => set(stage, ada, files)));
      const { avatar } = await stage.read(ada);
      const unused = keys.filter(({ large }) => large !== avatar?.large);
      expect(unused).toHaveLength(15);
      const expected = unused.flatMap(({ large, small }) => [large, small]).toSorted();
      expect(await discarded(stage, 20)).toEqual(expected);
    });
  });
}
