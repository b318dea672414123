/**
 * Milliseconds for which writes hold the event loop before everybody else has a turn. One alone may take longer. Requests
 * that wait are memory: with 5 in place of 20 the server needed half as much again under 32 writers.
 */
const longestTurn = 20;

/** Runs work that blocks the event loop. */
export interface Turns {
  /** Runs it at once, or, when enough was run in this turn of the loop, in a later one: first come, first served. */
  run<Result>(work: () => Result): Promise<Result>;
  /** Runs everything that waits, now. */
  finish(): void;
}

/**
 * Spreads work over turns of the event loop. Many requests that come at once all want to write in the same turn, and
 * each waits for the disk: without this, nobody who only reads would be answered before the last of them is done.
 */
export function createTurns(): Turns {
  const waiting = new Set<() => void>();
  let spent = 0;
  let isNextTurnAsked = false;

  function measured<Result>(work: () => Result): Result {
    if (!isNextTurnAsked) {
      isNextTurnAsked = true;
      setImmediate(takeTurn);
    }
    const start = performance.now();
    try {
      return work();
    } finally {
      spent += performance.now() - start;
    }
  }

  function runUntil(end: number): void {
    for (const next of waiting) {
      waiting.delete(next);
      next();
      if (performance.now() >= end) return;
    }
  }

  function takeTurn(): void {
    isNextTurnAsked = false;
    spent = 0;
    runUntil(performance.now() + longestTurn);
  }

  return {
    async run(work) {
      if (spent < longestTurn && waiting.size === 0) return measured(work);
      return new Promise((resolve, reject) => {
        waiting.add(() => {
          try {
            resolve(measured(work));
          } catch (error) {
            reject(error);
          }
        });
      });
    },
    finish: () => runUntil(Infinity),
  };
}
