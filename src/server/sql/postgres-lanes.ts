import { AccountError } from '../../contract/account-error.ts';

const longestWait = 5000;

/** How much of one kind is done at once in this process. */
export interface Lanes {
  /**
   * Runs the work when there is a lane for it, first come, first served. Throws `unavailable` when it waits for longer
   * than `patience` while nothing comes of the others, and after five seconds in any case.
   */
  run<Result>(work: () => Promise<Result>): Promise<Result>;
  /** A transaction came in another one's way: fewer at once. A conflict is a sign of life, a lock is none. */
  narrow(why: 'conflict' | 'lock'): void;
}

interface Waiting {
  start(): void;
}

/**
 * Lanes that become fewer when transactions come in each other's way, and more again when they do not: half as many
 * after a conflict, one more after as many good ends as there are lanes. Where all want the same, they queue up instead
 * of undoing each other's work.
 *
 * @param most lanes at the beginning and at most
 * @param patience milliseconds
 */
export function createLanes(most: number, patience: number): Lanes {
  const queue = new Set<Waiting>();
  let open = most;
  let busy = 0;
  let lastLife = 0;

  function startNext(): void {
    for (const next of queue) {
      if (busy >= Math.floor(open)) return;
      queue.delete(next);
      busy += 1;
      next.start();
    }
  }

  function wait(): Promise<void> {
    return new Promise((resolve, reject) => {
      const since = performance.now();
      let timer: ReturnType<typeof setTimeout>;
      const waiting = {
        start() {
          clearTimeout(timer);
          resolve();
        },
      };
      const giveUp = () => {
        const until = Math.min(Math.max(since, lastLife) + patience, since + longestWait);
        const left = until - performance.now();
        if (left > 0) return void (timer = setTimeout(giveUp, left));
        queue.delete(waiting);
        reject(new AccountError('unavailable', { cause: new Error('too many wait') }));
      };
      timer = setTimeout(giveUp, patience);
      queue.add(waiting);
    });
  }

  return {
    async run(work) {
      if (queue.size === 0 && busy < Math.floor(open)) busy += 1;
      else await wait();
      try {
        const result = await work();
        open = Math.min(most, open + 1 / open);
        return result;
      } finally {
        busy -= 1;
        lastLife = performance.now();
        startNext();
      }
    },
    narrow(why) {
      open = Math.max(1, open / 2);
      if (why === 'conflict') lastLife = performance.now();
    },
  };
}
