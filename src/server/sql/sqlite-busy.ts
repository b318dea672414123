import { AccountError } from '../../contract/account-error.ts';

const busy = 5;
const pauseMilliseconds = 5;

function isBusy(error: unknown): boolean {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) : 0;
  // The upper bits say what exactly was busy.
  return (code & 0xff) === busy;
}

function explain(error: unknown): unknown {
  return isBusy(error) ? new AccountError('unavailable', { cause: error }) : error;
}

/** Does the work; throws `unavailable` when SQLite gives up because another connection holds the lock. */
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
