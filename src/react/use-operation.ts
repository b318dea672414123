'use client';
import { useCallback, useContext, useRef, useState } from 'react';
import type { Account } from '../contract/account.ts';
import { AccountError, isAccountError } from '../contract/account-error.ts';
import type { CallOptions, FullBackend } from '../contract/backend.ts';
import { useAccountContext } from './account-context.ts';
import { SectionContext } from './section-context.ts';

type Name = keyof FullBackend;
type Input<N extends Name> = Parameters<FullBackend[N]>[0];
type Answer<N extends Name> = Awaited<ReturnType<FullBackend[N]>>;

/** How a run ended. `cancelled`: a proof was asked for and not given; nothing was changed. */
export type Outcome<N extends Name> =
  | { status: 'done'; answer: Answer<N> }
  | { status: 'failed'; error: AccountError }
  | { status: 'cancelled' };

/** One operation, ready to run. */
export interface OperationHandle<N extends Name> {
  /** Runs it. While a run is under way, a further call joins that run: one request, whatever is pressed. */
  run: (
    input: Input<N>,
    options?: Pick<CallOptions, 'version' | 'signal' | 'onProgress'>,
  ) => Promise<Outcome<N>>;
  /** From `run` to its outcome, the time in the prompt for a proof included. */
  pending: boolean;
  /** Why the last run failed; null while one is under way, and when it was done or interrupted. */
  error: AccountError | null;
  /** Whether the last run ended because a proof was not given. */
  interrupted: boolean;
  /** Forgets `error` and `interrupted`. */
  reset: () => void;
}

interface State {
  pending: boolean;
  error: AccountError | null;
  interrupted: boolean;
}

const idle: State = { pending: false, error: null, interrupted: false };

/** Anything thrown, as an `AccountError`. */
export function toAccountError(error: unknown): AccountError {
  return isAccountError(error) ? error : new AccountError('unexpected', { cause: error });
}

function accountOf(answer: object): Account | null {
  return 'account' in answer ? (answer.account as Account) : null;
}

/**
 * Runs one operation. This is the only place that knows step-up: when the server asks for a proof it opens the prompt
 * and, once it is given, sends the same payload again, once.
 */
export function useOperation<N extends Name>(name: N): OperationHandle<N> {
  const { backend, client, queryKey, stepUp, accept, forget } = useAccountContext();
  const section = useContext(SectionContext);
  const [state, setState] = useState(idle);
  const underWay = useRef<Promise<Outcome<N>> | null>(null);

  const perform = useCallback(
    async (input: Input<N>, options: CallOptions): Promise<Outcome<N>> => {
      const accountId = client.getQueryData<Account | null>(queryKey)?.id;
      const method = backend[name] as
        | ((input: Input<N>, options: CallOptions) => Promise<Answer<N>>)
        | undefined;
      // A backend need not have what only some servers can do.
      if (method === undefined) throw new AccountError('not_allowed');
      const send = (): Promise<Answer<N>> =>
        method.call(backend, input, accountId === undefined ? options : { ...options, accountId });
      let answer: Answer<N>;
      try {
        answer = await send();
      } catch (cause) {
        const { code, stepUp: challenge } = toAccountError(cause);
        // A proof that asks for a proof is a refused one.
        if (code !== 'step_up_required' || !challenge || name === 'stepUp') throw cause;
        if (!(await stepUp.ask({ challenge, section }))) return { status: 'cancelled' };
        answer = await send();
      }
      if (name === 'deleteAccount') forget();
      const account = accountOf(answer);
      if (account !== null) await accept(account);
      return { status: 'done', answer };
    },
    [backend, name, client, queryKey, stepUp, section, accept, forget],
  );

  const run = useCallback<OperationHandle<N>['run']>(
    (input, options = {}) => {
      if (underWay.current !== null) return underWay.current;
      setState({ ...idle, pending: true });
      const started = perform(input, options)
        .catch(async (cause: unknown): Promise<Outcome<N>> => {
          const error = toAccountError(cause);
          // Also when nobody is signed in any more, or somebody else: what was typed stays in sight.
          if (error.account !== undefined) await accept(error.account);
          return { status: 'failed', error };
        })
        .then((outcome) => {
          underWay.current = null;
          setState({
            pending: false,
            error: outcome.status === 'failed' ? outcome.error : null,
            interrupted: outcome.status === 'cancelled',
          });
          return outcome;
        });
      underWay.current = started;
      return started;
    },
    [perform, accept],
  );

  const reset = useCallback(() => setState((now) => (now.pending ? now : idle)), []);
  return { run, reset, ...state };
}
