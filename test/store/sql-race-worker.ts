import { parentPort, workerData } from 'node:worker_threads';
import type { AccountStore } from '../../src/server/ports/account-store.ts';
import { createSqliteStore } from '../../src/server/sql/store.ts';

/** One call of the store, by name. */
export interface RaceCall {
  method: keyof AccountStore;
  args: unknown[];
}

/** What a racer is given. */
export interface RaceOrder {
  /** Opened one after the other, each by all racers at the same moment. */
  files: readonly string[];
  /** Run on each file. */
  calls: RaceCall[];
  /** One number a file: each racer counts itself in, and waits for the others. */
  gates: Int32Array;
  racers: number;
}

const { files, calls, gates, racers } = workerData as RaceOrder;
const outcomes: unknown[] = [];

for (const [index, file] of files.entries()) {
  Atomics.add(gates, index, 1);
  // Spinning: whoever slept would come late.
  while (Atomics.load(gates, index) < racers);
  const store = createSqliteStore({ file });
  for (const { method, args } of calls) {
    const run = store[method] as (...input: unknown[]) => Promise<unknown>;
    outcomes.push(await run(...args));
  }
  await store.close();
}
parentPort?.postMessage(outcomes);
