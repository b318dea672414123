'use client';
import type { ReactElement } from 'react';
import { useAccountContext } from '../account-context.ts';
import { Failure } from '../failure.tsx';
import { Button } from '../ui/button.tsx';
import { Actions } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { Alert } from '../ui/status.tsx';
import type { StepUpPartProps } from './step-up-prompt.tsx';

/** A new sign-in: elsewhere, and then a press here. Without any way it only leads back. */
export function StepUpSignIn({ handle }: StepUpPartProps): ReactElement {
  const { words, onSignIn } = useAccountContext();
  const { method, pending, error, prove, cancel, reset } = handle;
  return (
    <>
      {error?.code === 'step_up_required' ? (
        <Alert>
          <Notice tone="warning">{words.stepUp.notYet}</Notice>
        </Alert>
      ) : (
        <Failure error={error} onWaited={reset} />
      )}
      <Actions>
        <Button onClick={cancel}>{words.account.cancel}</Button>
        {method && (
          <Button
            variant={onSignIn ? 'secondary' : 'primary'}
            pending={pending}
            onClick={() => void prove({})}
          >
            {words.stepUp.signedIn}
          </Button>
        )}
        {method && onSignIn && (
          <Button variant="primary" onClick={onSignIn}>
            {words.account.signIn}
          </Button>
        )}
      </Actions>
    </>
  );
}
