import { describe, expect } from 'vitest';
import type { Attempt } from '../server/ports/account-store.ts';
import type { StoreStage, StoreTest } from './store-stage.ts';
import { race } from './store-stage.ts';

const proof: Attempt = { key: 'proof:somebody', limits: [{ count: 10, seconds: 300 }] };
const mail: Attempt = {
  key: 'mail:somewhere',
  limits: [
    { count: 1, seconds: 60 },
    { count: 3, seconds: 3600 },
  ],
};
const done = { kind: 'done' };
/** Nothing is counted in a row. */
const counted = { kind: 'done', inARow: 0 };

async function count(stage: StoreStage, attempt: Attempt, seconds: number[]): Promise<void> {
  for (const second of seconds) {
    expect(await stage.store.takeAttempt(attempt, stage.at(second)), `at ${second}`).toEqual(
      counted,
    );
  }
}

function limited(retryAfterSeconds: number): object {
  return { kind: 'rate_limited', retryAfterSeconds };
}

/** Sliding limits. */
export function describeLimits(test: StoreTest): void {
  describe('a limit', () => {
    test('takes 10 tries in 300 seconds and refuses the 11th, saying when there is room', async (stage) => {
      await count(stage, proof, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
      expect(await stage.store.takeAttempt(proof, stage.at(10))).toEqual(limited(290));
      expect(await stage.store.takeAttempt(proof, stage.at(299))).toEqual(limited(1));
    });

    test('slides: each try stops counting exactly when its time is over', async (stage) => {
      await count(stage, proof, [0, 1, 2, 3, 4, 5, 6, 7, 8, 100]);
      expect(await stage.store.takeAttempt(proof, stage.at(299.999))).toEqual(limited(1));
      expect(await stage.store.takeAttempt(proof, stage.at(300))).toEqual(counted);
      expect(await stage.store.takeAttempt(proof, stage.at(300))).toEqual(limited(1));
      await count(stage, proof, [301, 302]);
    });

    test('rounds the wait up to whole seconds', async (stage) => {
      await count(stage, { ...mail, limits: [{ count: 1, seconds: 60 }] }, [0.25]);
      expect(await stage.store.takeAttempt(mail, stage.at(1))).toEqual(limited(60));
    });

    test('does not count a refused try', async (stage) => {
      const once = { ...proof, limits: [{ count: 1, seconds: 60 }] };
      await count(stage, once, [0]);
      const before = await stage.dump();
      expect(await stage.store.takeAttempt(once, stage.at(59))).toEqual(limited(1));
      await stage.expectUnchanged(before);
      expect(await stage.store.takeAttempt(once, stage.at(60))).toEqual(counted);
    });

    test('of several all must have room, and the longest wait is told', async (stage) => {
      await count(stage, mail, [0, 60, 120]);
      expect(await stage.store.takeAttempt(mail, stage.at(121))).toEqual(limited(3479));
      expect(await stage.store.takeAttempt(mail, stage.at(3599))).toEqual(limited(1));
      expect(await stage.store.takeAttempt(mail, stage.at(3600))).toEqual(counted);
      expect(await stage.store.takeAttempt(mail, stage.at(3601))).toEqual(limited(59));
    });

    test('counts each key by itself', async (stage) => {
      await count(stage, { ...mail, key: 'mail:here' }, [0]);
      await count(stage, { ...mail, key: 'mail:there' }, [0]);
    });

    test('is looked at without counting', async (stage) => {
      const { store, at } = stage;
      const before = await stage.dump();
      expect(await store.findAttemptRoom(mail, at(0))).toEqual(done);
      expect(await store.findAttemptRoom(mail, at(0))).toEqual(done);
      await stage.expectUnchanged(before);
      await count(stage, mail, [0]);
      expect(await store.findAttemptRoom(mail, at(15))).toEqual(limited(45));
    });

    test('lets exactly as many of 16 at once through as it has room', async (stage) => {
      const counts = await race(() => stage.store.takeAttempt(proof, stage.at(0)));
      expect(counts).toEqual({ done: 10, rate_limited: 6 });
    });

    test('of a write counts together with it, once', async (stage) => {
      const ada = await stage.person('ada');
      const rename = (seconds: number): Promise<{ kind: string }> =>
        stage.store.updateProfile(
          { accountId: ada.id, values: { name: 'Ada' }, expectedVersion: null },
          stage.effects({ at: stage.at(seconds), attempts: [mail, proof] }),
        );
      expect(await rename(0)).toMatchObject(done);
      expect(await rename(20)).toEqual(limited(40));
      await count(stage, proof, [20, 20, 20, 20, 20, 20, 20, 20, 20]);
      expect(await stage.store.takeAttempt(proof, stage.at(20))).toEqual(limited(280));
    });

    test('of 16 writes at once lets as many through as it has room', async (stage) => {
      const ada = await stage.person('ada');
      const counts = await race(() =>
        stage.store.updateProfile(
          { accountId: ada.id, values: { name: 'Ada' }, expectedVersion: null },
          stage.effects({ attempts: [proof] }),
        ),
      );
      expect(counts).toEqual({ done: 10, rate_limited: 6 });
      expect((await stage.read(ada)).version).toBe(11);
    });
  });
}
