'use client';
import type { ReactElement } from 'react';
import { useSyncExternalStore } from 'react';
import { useAccountContext } from '../account-context.ts';
import { StepUpPrompt } from './step-up-prompt.tsx';

/** The place where a section's proof is asked for. Empty, and rendered by nobody else, until it is. */
export function StepUpOutlet({ section }: { section: string | null }): ReactElement | null {
  const { stepUp } = useAccountContext();
  const request = useSyncExternalStore(stepUp.subscribe, stepUp.get, () => null);
  return request?.section === section ? (
    <StepUpPrompt key={request.challenge.purpose} challenge={request.challenge} />
  ) : null;
}
