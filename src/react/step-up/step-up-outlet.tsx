'use client';
import type { ReactElement } from 'react';
import { useSyncExternalStore } from 'react';
import { direction } from '../../words/interface/direction.ts';
import { useAccountContext } from '../account-context.ts';
import { Root } from '../ui/root.tsx';
import { StepUpPrompt } from './step-up-prompt.tsx';

/** The place where a section's proof is asked for. Empty, and rendered by nobody else, until it is. */
export function StepUpOutlet({ section }: { section: string | null }): ReactElement | null {
  const { stepUp, words } = useAccountContext();
  const request = useSyncExternalStore(stepUp.subscribe, stepUp.get, () => null);
  if (request?.section !== section || !request) return null;
  const prompt = <StepUpPrompt key={request.challenge.purpose} challenge={request.challenge} />;
  if (section !== null) return prompt;
  // A hook of the host asked: there is no root of a section around the dialog.
  return (
    <Root lang={words.locale} dir={direction(words.locale)}>
      {prompt}
    </Root>
  );
}
