import { describe, expect } from 'vitest';
import type { Attempt } from '../server/ports/account-store.ts';
import type { StoreStage, StoreTest } from './store-stage.ts';
import { race } from './store-stage.ts';

const proof: Attempt = { key: 'proof:somebody', limits: [], inARow: 3 };
const locked = { kind: 'locked' };

function taken(inARow: number): object {
  return { kind: 'done', inARow };
}

/** Makes so many tries, one a day. */
async function fail(stage: StoreStage, attempt: Attempt, times: number): Promise<void> {
  for (let day = 0; day < times; day += 1) {
    const outcome = await stage.store.takeAttempt(attempt, stage.at(day * 86_400));
    expect(outcome).toMatchObject({ kind: 'done' });
  }
}

/** Which number the next try would have; 0 when there is no room. */
async function next(stage: StoreStage, attempt: Attempt): Promise<number> {
  const outcome = await stage.store.takeAttempt(attempt, stage.at(0));
  return outcome.kind === 'done' ? outcome.inARow : 0;
}

function write(
  stage: StoreStage,
  account: { id: string },
  more: { attempts?: Attempt[]; clears?: string[]; expectedVersion?: number },
): ReturnType<StoreStage['store']['updateProfile']> {
  const { expectedVersion = null, ...effects } = more;
  return stage.store.updateProfile(
    { accountId: account.id, values: { name: 'Written' }, expectedVersion },
    stage.effects(effects),
  );
}

function describeCounting(test: StoreTest): void {
  test('are counted however long they take, and there is no room after the last', async (stage) => {
    const { store, at } = stage;
    expect(await store.takeAttempt(proof, at(0))).toEqual(taken(1));
    expect(await store.takeAttempt(proof, at(86_400))).toEqual(taken(2));
    expect(await store.takeAttempt(proof, at(9 * 86_400))).toEqual(taken(3));
    const before = await stage.dump();
    expect(await store.takeAttempt(proof, at(99 * 86_400))).toEqual(locked);
    await stage.expectUnchanged(before);
  });

  test('are not counted where nobody asks for it', async (stage) => {
    const attempt = { key: proof.key, limits: [{ count: 9, seconds: 60 }] };
    expect(await stage.store.takeAttempt(attempt, stage.at(0))).toEqual(taken(0));
    expect(await stage.store.takeAttempt(attempt, stage.at(0))).toEqual(taken(0));
    expect(await next(stage, proof)).toBe(1);
  });

  test('are counted for each key by itself', async (stage) => {
    await fail(stage, proof, 3);
    expect(await next(stage, { ...proof, key: 'proof:somebody-else' })).toBe(1);
  });

  test('have no room where none is given', async (stage) => {
    const none = { ...proof, inARow: 0 };
    const before = await stage.dump();
    expect(await stage.store.takeAttempt(none, stage.at(0))).toEqual(locked);
    expect(await stage.store.findAttemptRoom(none, stage.at(0))).toEqual(locked);
    await stage.expectUnchanged(before);
  });

  test('are looked at without counting', async (stage) => {
    const { store, at } = stage;
    await fail(stage, proof, 2);
    const before = await stage.dump();
    expect(await store.findAttemptRoom(proof, at(0))).toEqual({ kind: 'done' });
    await stage.expectUnchanged(before);
    await store.takeAttempt(proof, at(0));
    expect(await store.findAttemptRoom(proof, at(0))).toEqual(locked);
  });

  test('of 16 at once are counted one by one, as many as there is room for', async (stage) => {
    const numbers: number[] = [];
    const attempt = { ...proof, inARow: 10 };
    const counts = await race(async () => {
      const outcome = await stage.store.takeAttempt(attempt, stage.at(0));
      if (outcome.kind === 'done') numbers.push(outcome.inARow);
      return outcome;
    });
    expect(counts).toEqual({ done: 10, locked: 6 });
    expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test('that a limit refuses are not counted; that there is no room in a row is said first', async (stage) => {
    const { store, at } = stage;
    const slow = { ...proof, limits: [{ count: 1, seconds: 60 }], inARow: 2 };
    expect(await store.takeAttempt(slow, at(0))).toEqual(taken(1));
    const limited = { kind: 'rate_limited', retryAfterSeconds: 60 };
    expect(await store.takeAttempt(slow, at(0))).toEqual(limited);
    expect(await store.takeAttempt(slow, at(60))).toEqual(taken(2));
    expect(await store.takeAttempt(slow, at(61))).toEqual(locked);
    expect(await store.findAttemptRoom(slow, at(61))).toEqual(locked);
  });

  test('of an account that is not there are counted, too', async (stage) => {
    const attempt = { ...proof, accountId: 'nobody' };
    expect(await stage.store.takeAttempt(attempt, stage.at(0))).toEqual(taken(1));
    expect(await stage.store.takeAttempt(attempt, stage.at(0))).toEqual(taken(2));
  });
}

function describeWrites(test: StoreTest): void {
  test('are counted together with a write', async (stage) => {
    const ada = await stage.person('ada');
    const other = { ...proof, key: 'proof:other', inARow: 9 };
    for (const _ of [1, 2, 3]) {
      const outcome = await write(stage, ada, { attempts: [other, proof] });
      expect(outcome).toMatchObject({ kind: 'done' });
    }
    const before = await stage.dump();
    expect(await write(stage, ada, { attempts: [other, proof] })).toEqual(locked);
    await stage.expectUnchanged(before);
    expect(await next(stage, other)).toBe(4);
  });

  test('are counted together with as many of 16 writes at once as there is room for', async (stage) => {
    const ada = await stage.person('ada');
    const counts = await race(() => write(stage, ada, { attempts: [proof] }));
    expect(counts).toEqual({ done: 3, locked: 13 });
    expect((await stage.read(ada)).version).toBe(4);
  });

  test('are forgotten with a success, those of its keys and no others', async (stage) => {
    const ada = await stage.person('ada');
    const other = { ...proof, key: 'proof:other' };
    for (const attempt of [proof, other]) await fail(stage, attempt, 2);
    await write(stage, ada, { clears: [proof.key, 'proof:never-tried'] });
    expect(await next(stage, proof)).toBe(1);
    expect(await next(stage, other)).toBe(3);
  });

  test('are forgotten with the success that is the last of them', async (stage) => {
    const ada = await stage.person('ada');
    await fail(stage, proof, 2);
    const outcome = await write(stage, ada, { attempts: [proof], clears: [proof.key] });
    expect(outcome).toMatchObject({ kind: 'done' });
    expect(await next(stage, proof)).toBe(1);
  });

  test('are not forgotten with a write that is refused, and not counted', async (stage) => {
    const ada = await stage.person('ada');
    await fail(stage, proof, 2);
    const before = await stage.dump();
    const refused = { attempts: [proof], clears: [proof.key], expectedVersion: 99 };
    expect(await write(stage, ada, refused)).toMatchObject({ kind: 'version_conflict' });
    await stage.expectUnchanged(before);
  });

  test('stay while there is no room for the success, which is then none', async (stage) => {
    const ada = await stage.person('ada');
    await fail(stage, proof, 3);
    const outcome = await write(stage, ada, { attempts: [proof], clears: [proof.key] });
    expect(outcome).toEqual(locked);
    expect(await next(stage, proof)).toBe(0);
  });
}

function describeOwners(test: StoreTest): void {
  const keys = ['sign-in:ada', 'proof:ada:session', 'proof:eve:session', 'sign-in:nobody'];

  /** Two tries for each key: two of ada's, the first of which was nobody's before, eve's, and nobody's. */
  async function failAll(
    stage: StoreStage,
    ada: { id: string },
    eve: { id: string },
  ): Promise<void> {
    const [first = '', second = '', hers = '', nobodys = ''] = keys;
    const owners: [string, string | null][] = [
      [first, null],
      [first, ada.id],
      [second, ada.id],
      [second, null],
      [hers, eve.id],
      [hers, eve.id],
      [nobodys, null],
      [nobodys, null],
    ];
    for (const [key, accountId] of owners) await fail(stage, { ...proof, key, accountId }, 1);
  }

  async function nextOfAll(stage: StoreStage): Promise<number[]> {
    const numbers = [];
    for (const key of keys) numbers.push(await next(stage, { ...proof, key }));
    return numbers;
  }

  test('of an account are forgotten with a new password, whatever their key', async (stage) => {
    const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
    await failAll(stage, ada, eve);
    const password = { passwordHash: '$new', standsAlone: true, keepHistory: 0 };
    await stage.store.changePassword(
      { accountId: ada.id, previousHash: ada.passwordHash, ...password, end: { keep: null } },
      stage.effects(),
    );
    expect(await nextOfAll(stage)).toEqual([1, 1, 3, 3]);
  });

  test('of an account go with it', async (stage) => {
    const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
    await failAll(stage, ada, eve);
    await stage.store.deleteAccount({ accountId: ada.id }, stage.effects());
    expect(await nextOfAll(stage)).toEqual([1, 1, 3, 3]);
  });
}

/** Tries without a right one between them. */
export function describeTries(test: StoreTest): void {
  describe('tries in a row', () => {
    describeCounting(test);
    describeWrites(test);
    describeOwners(test);
  });
}
