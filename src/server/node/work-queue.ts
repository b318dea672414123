import { AccountError } from '../../contract/account-error.ts';

/** How much may run and wait. */
export interface WorkQueueLimits {
  /** Most pieces of work at the same time. */
  concurrency: number;
  /** Most that wait for their turn; one more is refused. */
  waiting: number;
  /** What a refusal tells the caller. */
  retryAfterSeconds: number;
}

/** Runs a piece of work when its turn has come, first come first served. */
export type WorkQueue = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** A queue that never grows beyond its bounds: `AccountError` `unavailable` instead. */
export function createWorkQueue(limits: WorkQueueLimits): WorkQueue {
  const waiting: (() => void)[] = [];
  let running = 0;

  return async (work) => {
    if (running < limits.concurrency) {
      running += 1;
    } else {
      if (waiting.length >= limits.waiting) {
        throw new AccountError('unavailable', { retryAfterSeconds: limits.retryAfterSeconds });
      }
      // Whoever finishes hands its place on, so `running` stays as it is.
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
