import { AccountError, isAccountError } from '../contract/account-error.ts';
import type { CallOptions } from '../contract/backend.ts';
import type { OperationName } from '../contract/operations.ts';

/** How calls are made slow, or made to fail. */
export interface CallConditions {
  /**
   * How long a call takes before it reaches the rules. `Infinity` never answers, until the call is cancelled. Of
   * uploads, the progress is told along the way. Default 0.
   */
  latencyMilliseconds?: number | ((operation: OperationName) => number);
  /** Called before the rules; an error that it answers is thrown instead, and nothing else happens. */
  fail?: (operation: OperationName, input: unknown) => AccountError | null | undefined;
}

const progressSteps = 10;

function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    // A timer with an infinite delay would fire at once.
    const timer = milliseconds === Infinity ? undefined : setTimeout(done, milliseconds);
    function done(): void {
      signal?.removeEventListener('abort', stop);
      resolve();
    }
    function stop(): void {
      clearTimeout(timer);
      reject(new AccountError('aborted', { cause: signal?.reason }));
    }
    signal?.addEventListener('abort', stop, { once: true });
  });
}

async function travel(
  name: OperationName,
  conditions: CallConditions,
  { signal, onProgress }: CallOptions,
): Promise<void> {
  const { latencyMilliseconds = 0 } = conditions;
  const total =
    typeof latencyMilliseconds === 'function' ? latencyMilliseconds(name) : latencyMilliseconds;
  if (name === 'setAvatar' && onProgress !== undefined) {
    for (let step = 0; step < progressSteps; step++) {
      onProgress(step / progressSteps);
      if (total > 0) await sleep(total / progressSteps, signal);
    }
    onProgress(1);
  } else if (total > 0) await sleep(total, signal);
}

function refuseAborted({ signal }: CallOptions): void {
  if (signal?.aborted === true) throw new AccountError('aborted', { cause: signal.reason });
}

/** Makes one call under the conditions: whatever is thrown is an `AccountError`. */
export async function callUnder<Answer>(
  conditions: CallConditions,
  call: { name: OperationName; input: unknown; options: CallOptions },
  run: () => Promise<Answer>,
): Promise<Answer> {
  const { name, input, options } = call;
  refuseAborted(options);
  await travel(name, conditions, options);
  const failure = conditions.fail?.(name, input);
  if (failure) throw failure;
  try {
    const answer = await run();
    // As over a network: the change has happened, its answer reaches nobody.
    refuseAborted(options);
    return answer;
  } catch (cause) {
    throw isAccountError(cause) ? cause : new AccountError('unexpected', { cause });
  }
}
