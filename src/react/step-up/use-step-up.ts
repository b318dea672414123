'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { AccountError } from '../../contract/account-error.ts';
import type { StepUpChallenge } from '../../contract/errors.ts';
import type { StepUp, StepUpMethodKind, StepUpPurpose } from '../../contract/step-up.ts';
import { useAccountContext } from '../account-context.ts';
import { useOperation } from '../use-operation.ts';

/** One of the proofs; none of them after a new sign-in. */
export type StepUpProof = Omit<StepUp, 'purpose'>;

/** What a prompt needs. */
export interface StepUpHandle {
  /** The offered ways that this version and this browser know, best first. */
  methods: readonly StepUpMethodKind[];
  /** The way that is shown: the first, until another one is chosen; null when there is none. */
  method: StepUpMethodKind | null;
  /** Takes another way. */
  choose: (method: StepUpMethodKind) => void;
  /** While the proof is being judged. */
  pending: boolean;
  /** Why the last proof failed; `step_up_required`: the new sign-in has not happened yet. */
  error: AccountError | null;
  /** Proves it. Resolves to whether it was proved. */
  prove: (proof: StepUpProof) => Promise<boolean>;
  /** Gives up; the operation that asked ends as it was before. */
  cancel: () => void;
  /** Forgets the error. */
  reset: () => void;
}

const known: readonly string[] = [
  'password',
  'passkey',
  'totp',
  'recovery_code',
  'email_code',
  'sign_in',
] satisfies StepUpMethodKind[];

function isKnown(kind: string): kind is StepUpMethodKind {
  if (!known.includes(kind)) return false;
  // A server does not know what the browser can do: what it renders is what most can.
  return kind !== 'passkey' || typeof window === 'undefined' || 'PublicKeyCredential' in window;
}

/** All logic of the prompt, no DOM. */
export function useStepUp(challenge: StepUpChallenge): StepUpHandle {
  const { stepUp } = useAccountContext();
  const { run, pending, error, reset } = useOperation('stepUp');
  const [chosen, choose] = useState<StepUpMethodKind | null>(null);
  const request = useRef<AbortController | null>(null);
  useEffect(() => () => request.current?.abort(), []);

  const purpose = challenge.purpose as StepUpPurpose;
  const prove = useCallback(
    async (proof: StepUpProof) => {
      request.current = new AbortController();
      const { signal } = request.current;
      const outcome = await run({ purpose, ...proof }, { signal });
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

  const methods = challenge.methods.map(({ kind }) => kind).filter(isKnown);
  return {
    methods,
    method: methods.find((kind) => kind === chosen) ?? methods[0] ?? null,
    choose: useCallback(
      (kind: StepUpMethodKind) => {
        reset();
        choose(kind);
      },
      [reset],
    ),
    pending,
    error,
    prove,
    cancel,
    reset,
  };
}
