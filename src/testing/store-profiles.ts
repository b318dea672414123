import { describe, expect } from 'vitest';
import type { StoreStage, StoreTest } from './store-stage.ts';
import { race } from './store-stage.ts';

const filled = {
  name: 'Ada Lovelace',
  username: 'ada',
  givenName: 'Ada',
  familyName: 'Lovelace',
  nickname: 'Countess',
  language: 'en-GB',
};

function update(
  stage: StoreStage,
  account: { id: string },
  values: object,
  expectedVersion: number | null = null,
): ReturnType<StoreStage['store']['updateProfile']> {
  return stage.store.updateProfile(
    { accountId: account.id, values, expectedVersion },
    stage.effects(),
  );
}

/** Changes of the profile. */
export function describeProfiles(test: StoreTest): void {
  describe('profile', () => {
    test('fields are set, the version rises by one, and the answer is what is stored', async (stage) => {
      const ada = await stage.person('ada');
      const outcome = await update(stage, ada, filled);
      expect(outcome).toEqual({ kind: 'done', account: { ...ada, ...filled, version: 2 } });
      expect(await stage.read(ada)).toEqual({ ...ada, ...filled, version: 2 });
    });

    test('absent fields keep their value, null clears', async (stage) => {
      const ada = await stage.person('ada', filled);
      await update(stage, ada, { nickname: null, givenName: 'Augusta' });
      const expected = { ...ada, nickname: null, givenName: 'Augusta', version: 2 };
      expect(await stage.read(ada)).toEqual(expected);
    });

    test('another account stays as it is', async (stage) => {
      const [ada, eve] = [await stage.person('ada'), await stage.person('eve', { name: 'Eve' })];
      await update(stage, ada, { name: 'Ada' });
      expect(await stage.read(eve)).toEqual(eve);
    });

    test('the expected version is accepted', async (stage) => {
      const ada = await stage.person('ada');
      expect(await update(stage, ada, { name: 'One' }, 1)).toMatchObject({ kind: 'done' });
      expect(await update(stage, ada, { name: 'Two' }, 2)).toMatchObject({ kind: 'done' });
    });

    test('an older version refuses with the newest account and changes nothing', async (stage) => {
      const ada = await stage.person('ada');
      await update(stage, ada, { name: 'Newest' });
      const before = await stage.dump();
      const outcome = await update(stage, ada, { name: 'Late' }, 1);
      const newest = { ...ada, name: 'Newest', version: 2 };
      expect(outcome).toEqual({ kind: 'version_conflict', account: newest });
      await stage.expectUnchanged(before);
    });

    test('of 16 that race with one version exactly one wins', async (stage) => {
      const ada = await stage.person('ada');
      const counts = await race((index) => update(stage, ada, { name: `Racer ${index}` }, 1));
      expect(counts).toEqual({ done: 1, version_conflict: 15 });
      expect((await stage.read(ada)).version).toBe(2);
    });

    test('16 at once without a version all happen, and each raises the version by one', async (stage) => {
      const ada = await stage.person('ada');
      const counts = await race((index) => update(stage, ada, { name: `Racer ${index}` }));
      expect(counts).toEqual({ done: 16 });
      expect((await stage.read(ada)).version).toBe(17);
    });

    test("somebody else's username refuses and changes nothing", async (stage) => {
      await stage.person('eve', { username: 'taken' });
      const ada = await stage.person('ada');
      const before = await stage.dump();
      const outcome = await update(stage, ada, { username: 'taken', name: 'Ada' });
      expect(outcome).toEqual({ kind: 'username_taken' });
      await stage.expectUnchanged(before);
    });

    test('the own username is no obstacle', async (stage) => {
      const ada = await stage.person('ada', { username: 'ada' });
      expect(await update(stage, ada, { username: 'ada' })).toMatchObject({ kind: 'done' });
    });

    test('a username that was given up is free', async (stage) => {
      const eve = await stage.person('eve', { username: 'coveted' });
      const ada = await stage.person('ada');
      await update(stage, eve, { username: null });
      expect(await update(stage, ada, { username: 'coveted' })).toMatchObject({ kind: 'done' });
    });

    test('of 16 accounts that race for one username exactly one wins', async (stage) => {
      const people: { id: string }[] = [];
      for (let index = 0; index < 16; index++) people.push(await stage.person(`racer${index}`));
      const counts = await race((index) =>
        update(stage, people[index] ?? { id: '' }, { username: 'one' }),
      );
      expect(counts).toEqual({ done: 1, username_taken: 15 });
    });
  });
}
