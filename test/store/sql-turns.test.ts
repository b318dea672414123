import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { AccountStore } from '../../src/server/ports/account-store.ts';
import { createSqliteStore } from '../../src/server/sql/store.ts';
import { newFile } from './sql-database.ts';

const at = '2026-11-20T12:00:00.000Z';
const most = 100_000;

/** Many writes at once; the numbers of those that are done, in the order in which they were. */
function writeAtOnce(store: AccountStore, count: number) {
  const done: number[] = [];
  const limits = [{ count: most, seconds: 60 }];
  const all = Array.from({ length: count }, async (_, number) => {
    const counted = await store.takeAttempt({ key: 'key', limits }, at);
    done.push(number);
    return counted.kind;
  });
  return { done, all: Promise.all(all) };
}

function openStore(): AccountStore {
  const store = createSqliteStore({ file: newFile() });
  onTestFinished(() => store.close());
  return store;
}

test('lets others have their turn before the last of many writes is done', async () => {
  const { done, all } = writeAtOnce(openStore(), 1000);
  await nextTurn();
  expect(done.length).toBeGreaterThan(0);
  expect(done.length).toBeLessThan(1000);
  await all;
  expect(done).toHaveLength(1000);
});

test('does writes that came at once in the order in which they came', async () => {
  const { done, all } = writeAtOnce(openStore(), 300);
  await all;
  expect(done).toEqual(Array.from({ length: 300 }, (_, number) => number));
});

test('hands on the failure of one of them, and does the others', async () => {
  const store = openStore();
  const delivery = {
    id: 'same',
    accountId: null,
    kind: 'kind',
    to: '',
    language: 'en',
    params: {},
  };
  await store.queueDelivery(delivery, [], at);
  const before = writeAtOnce(store, 300);
  const failing = store.queueDelivery(delivery, [], at);
  const after = writeAtOnce(store, 10);
  await expect(failing).rejects.toThrow('UNIQUE constraint');
  expect(await before.all).toHaveLength(300);
  expect(await after.all).toHaveLength(10);
});

test('does what still waits before it closes', async () => {
  const file = newFile();
  const store = createSqliteStore({ file });
  const { all } = writeAtOnce(store, 300);
  await store.close();
  expect(await all).toHaveLength(300);
  const again = createSqliteStore({ file });
  onTestFinished(() => again.close());
  const limits = [{ count: 300, seconds: 60 }];
  expect(await again.takeAttempt({ key: 'key', limits }, at)).toMatchObject({
    kind: 'rate_limited',
  });
});
