'use client';
import { useCallback, useEffect, useRef } from 'react';
import type { AccountError } from '../../contract/account-error.ts';
import type { StepUpChallenge } from '../../contract/errors.ts';
import type { StepUpPurpose } from '../../contract/step-up.ts';
import { useAccountContext } from '../account-context.ts';
import { useOperation } from '../use-operation.ts';

/** What a prompt needs. */
export interface StepUpHandle {
  /** The first offered way that this version knows; null when there is none. */
  method: 'password' | 'sign_in' | null;
  /** While the proof is being judged. */
  pending: boolean;
  /** Why the last proof failed; `step_up_required`: the new sign-in has not happened yet. */
  error: AccountError | null;
  /** Proves it: with the password, or without one after a new sign-in. Resolves to whether it was proved. */
  prove: (password?: string) => Promise<boolean>;
  /** Gives up; the operation that asked ends as it was before. */
  cancel: () => void;
  /** Forgets the error. */
  reset: () => void;
}

const known = ['password', 'sign_in'] as const;

/** All logic of the prompt, no DOM. */
export function useStepUp(challenge: StepUpChallenge): StepUpHandle {
  const { stepUp } = useAccountContext();
  const { run, pending, error, reset } = useOperation('stepUp');
  const request = useRef<AbortController | null>(null);
  useEffect(() => () => request.current?.abort(), []);

  const purpose = challenge.purpose as StepUpPurpose;
  const prove = useCallback(
    async (password?: string) => {
      request.current = new AbortController();
      const { signal } = request.current;
      const outcome = await run(password === undefined ? { purpose } : { purpose, password }, {
        signal,
      });
      if (outcome.status !== 'done' || signal.aborted) return false;
      request.current = null;
      stepUp.settle(true);
      return true;
    },
    [run, purpose, stepUp],
  );
  const cancel = useCallback(() => {
    request.current?.abort();
    request.current = null;
    stepUp.settle(false);
  }, [stepUp]);

  const kinds = new Set(challenge.methods.map((method) => method.kind));
  return {
    method: known.find((kind) => kinds.has(kind)) ?? null,
    pending,
    error,
    prove,
    cancel,
    reset,
  };
}
