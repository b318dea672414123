import { operations, type Operation, type OperationName } from '../contract/operations.ts';
import type { StepUp } from '../contract/step-up.ts';

/** Proofs that a server handed to the page. They live in memory, and go with it. */
export interface StepUpTokens {
  /** The proof to send with an operation, if there is one. */
  find(name: OperationName): string | undefined;
  /** Takes the proof out of an answer to `stepUp`, so that nothing that caches or shows an answer ever holds one. */
  keep(name: OperationName, input: unknown, answer: object): object;
}

/** Makes a keeper of proofs, at first without any. */
export function createStepUpTokens(): StepUpTokens {
  const kept = new Map<string, string>();
  return {
    find(name) {
      const { stepUp }: Operation = operations[name];
      return kept.get(stepUp === true ? name : (stepUp ?? ''));
    },
    keep(name, input, answer) {
      if (name !== 'stepUp') return answer;
      const {
        stepUpToken,
        expiresAt: _,
        ...rest
      } = answer as { stepUpToken?: string; expiresAt?: string };
      if (stepUpToken) kept.set((input as StepUp).purpose, stepUpToken);
      return rest;
    },
  };
}
