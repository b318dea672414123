'use client';
import type { FormEvent, ReactElement } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { StepUpChallenge } from '../../contract/errors.ts';
import { useAccountContext } from '../account-context.ts';
import { fieldSentence } from '../error-words.ts';
import { Failure } from '../failure.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Actions, Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { PasswordInput } from '../ui/password-input.tsx';
import { Alert } from '../ui/status.tsx';
import { useAccount } from '../use-account.ts';
import { useStepUp } from './use-step-up.ts';

/** Props of `StepUpPrompt`. */
export interface StepUpPromptProps {
  /** What `step_up_required` asked for. */
  challenge: StepUpChallenge;
}

/**
 * Asks to prove that it is you, in a modal of its own. The sections open it by themselves when the server asks for a
 * proof; a host renders it only to look at it. What is typed is held here alone, and goes with the dialog.
 */
export function StepUpPrompt({ challenge }: StepUpPromptProps): ReactElement {
  const { words, onSignIn } = useAccountContext();
  const { method, pending, error, prove, cancel, reset } = useStepUp(challenge);
  const { account } = useAccount();
  const input = useRef<HTMLInputElement>(null);
  const [empty, setEmpty] = useState(false);

  const text = words.stepUp as Record<string, string>;
  const sentence = {
    password: text[challenge.purpose] ?? words.stepUp.other,
    sign_in: words.stepUp.signInAgain,
    none: words.stepUp.noMethod,
  }[method ?? 'none'];
  const refused = error?.errors.find((one) => one.pointer === '/password');
  const waits = error?.retryAfterSeconds !== undefined;

  // A refused password is selected, so that typing replaces it.
  useEffect(() => {
    if (!refused) return;
    input.current?.focus();
    input.current?.select();
  }, [refused]);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const password = input.current?.value ?? '';
    setEmpty(password === '');
    if (password === '') input.current?.focus();
    else if (!waits) void prove(password);
  };

  const failure =
    error?.code === 'step_up_required' ? (
      <Alert>
        <Notice tone="warning">{words.stepUp.notYet}</Notice>
      </Alert>
    ) : (
      <Failure error={refused ? null : error} onWaited={reset} />
    );
  const back = <Button onClick={cancel}>{words.account.cancel}</Button>;

  return (
    <Dialog open onClose={cancel} title={words.stepUp.title} description={sentence}>
      {method === 'password' ? (
        <Form onSubmit={submit}>
          {/* Password managers tell whose password it is by a username field in the same form. */}
          <input
            className="selvedge-unseen"
            type="text"
            autoComplete="username"
            value={account?.email.address ?? ''}
            readOnly
            tabIndex={-1}
            aria-hidden="true"
          />
          <Field
            label={words.stepUp.password}
            error={
              refused ? fieldSentence(refused, words) : empty ? words.fields.required : undefined
            }
          >
            <PasswordInput
              ref={input}
              name="password"
              autoComplete="current-password"
              revealLabel={words.account.showPassword}
              onChange={() => setEmpty(false)}
              data-autofocus=""
            />
          </Field>
          {failure}
          <Actions>
            {back}
            <Button
              type="submit"
              variant="primary"
              pending={pending}
              aria-disabled={waits || undefined}
            >
              {words.stepUp.confirm}
            </Button>
          </Actions>
        </Form>
      ) : (
        <>
          {failure}
          <Actions>
            {back}
            {method === 'sign_in' && (
              <Button
                variant={onSignIn ? 'secondary' : 'primary'}
                pending={pending}
                onClick={() => void prove()}
              >
                {words.stepUp.signedIn}
              </Button>
            )}
            {method === 'sign_in' && onSignIn && (
              <Button variant="primary" onClick={onSignIn}>
                {words.account.signIn}
              </Button>
            )}
          </Actions>
        </>
      )}
    </Dialog>
  );
}
