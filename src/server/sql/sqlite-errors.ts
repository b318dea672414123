import { AccountError } from '../../contract/account-error.ts';

const busy = 5;
/** Of the file: it cannot be written, cannot be read, has no room, cannot be opened. Source: sqlite.org/rescode.html */
const ofTheDisk: ReadonlySet<number> = new Set([8, 10, 13, 14]);
const pauseMilliseconds = 5;

function codeOf(error: unknown): number {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) : 0;
  // The upper bits say what exactly it was.
  return code & 0xff;
}

const isBusy = (error: unknown): boolean => codeOf(error) === busy;

function explain(error: unknown): unknown {
  const isPassing = isBusy(error) || ofTheDisk.has(codeOf(error));
  return isPassing ? new AccountError('unavailable', { cause: error }) : error;
}

/** Does the work; throws `unavailable` when another connection holds the lock for too long, or the disk fails or is full. */
export function orUnavailable<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw explain(error);
  }
}

/**
 * The same for the little that does not heed `busy_timeout`: tries again until the time is over. Blocks the thread, as
 * SQLite does when it waits by itself.
 */
export function orUnavailableAfter<Result>(milliseconds: number, work: () => Result): Result {
  const end = Date.now() + milliseconds;
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || Date.now() >= end) throw explain(error);
      Atomics.wait(sleeper, 0, 0, pauseMilliseconds);
    }
  }
}
