import { describe, expect } from 'vitest';
import type { StoreStage, StoreTest } from './store-stage.ts';

async function due({ store, at }: StoreStage, seconds: number): Promise<string[]> {
  return (await store.findDiscardedFiles(at(seconds))).toSorted();
}

/** Files that nobody uses. */
export function describeFiles(test: StoreTest): void {
  describe('discarded files', () => {
    test('are due from the instant on that was given', async (stage) => {
      await stage.store.discardFiles(['a/1.webp', 'a/2.webp'], stage.at(60));
      await stage.store.discardFiles(['b/3.webp'], stage.at(90));
      expect(await due(stage, 59.999)).toEqual([]);
      expect(await due(stage, 60)).toEqual(['a/1.webp', 'a/2.webp']);
      expect(await due(stage, 90)).toEqual(['a/1.webp', 'a/2.webp', 'b/3.webp']);
    });

    test('stay until they are forgotten', async (stage) => {
      await stage.store.discardFiles(['a/1.webp', 'a/2.webp'], stage.at(0));
      expect(await due(stage, 1)).toHaveLength(2);
      await stage.store.forgetFiles(['a/1.webp', 'never-discarded.webp']);
      expect(await due(stage, 1)).toEqual(['a/2.webp']);
      expect(await stage.dump()).not.toContain('a/1.webp');
    });

    test('may be discarded twice, and no files at all may be named', async (stage) => {
      await stage.store.discardFiles(['a/1.webp'], stage.at(0));
      await stage.store.discardFiles(['a/1.webp'], stage.at(0));
      await stage.store.discardFiles([], stage.at(0));
      await stage.store.forgetFiles([]);
      expect(await due(stage, 1)).toEqual(['a/1.webp']);
    });

    test('are given out 100 at a time', async (stage) => {
      const keys = Array.from({ length: 130 }, (_, index) => `a/${index}.webp`);
      await stage.store.discardFiles(keys, stage.at(0));
      const first = await due(stage, 1);
      expect(first).toHaveLength(100);
      await stage.store.forgetFiles(first);
      const rest = await due(stage, 1);
      expect([...first, ...rest].toSorted()).toEqual(keys.toSorted());
    });
  });
}
