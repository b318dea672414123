'use client';
import type { ReactElement } from 'react';
import { useEffect, useId, useRef } from 'react';
import { stepUpMethods as english } from '../../words/interface/en/step-up-methods.ts';
import { useAccountContext } from '../account-context.ts';
import { useWords } from '../account-context.ts';
import { Failure } from '../failure.tsx';
import { useFeatureWords } from '../feature-words.ts';
import { Button } from '../ui/button.tsx';
import { Actions } from '../ui/form.tsx';
import { usePart } from '../ui/look.ts';
import { Notice } from '../ui/notice.tsx';
import { Alert } from '../ui/status.tsx';
import { purposeSentence } from './purpose-sentence.ts';
import type { StepUpPartProps } from './step-up-prompt.tsx';

/** A new sign-in: elsewhere, and then a press here. Without any way it only leads back. */
export function StepUpSignIn({ handle, challenge }: StepUpPartProps): ReactElement {
  const part = usePart();
  const { words, onSignIn } = useAccountContext();
  const { locale } = useWords();
  const text = useFeatureWords('stepUpMethods', english);
  const { method, pending, error, prove, cancel, reset } = handle;
  const id = useId();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  const signsInHere = method !== null && onSignIn !== undefined;

  return (
    <>
      <p id={id} className={part('lead')}>
        {method ? purposeSentence('sign_inAsk', challenge, text, locale) : text.noMethod}
      </p>
      {error?.code === 'step_up_required' ? (
        <Alert>
          <Notice tone="warning">{text.notYet}</Notice>
        </Alert>
      ) : (
        <Failure error={error} onWaited={reset} />
      )}
      <Actions>
        <Button
          ref={method ? undefined : first}
          aria-describedby={method ? undefined : id}
          onClick={cancel}
        >
          {words.account.cancel}
        </Button>
        {method && (
          <Button
            ref={signsInHere ? undefined : first}
            aria-describedby={signsInHere ? undefined : id}
            variant={signsInHere ? 'secondary' : 'primary'}
            pending={pending}
            onClick={() => void prove({})}
          >
            {text.signedIn}
          </Button>
        )}
        {signsInHere && (
          <Button ref={first} aria-describedby={id} variant="primary" onClick={onSignIn}>
            {words.account.signIn}
          </Button>
        )}
      </Actions>
    </>
  );
}
