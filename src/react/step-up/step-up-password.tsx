'use client';
import type { FormEvent, ReactElement } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useAccountContext } from '../account-context.ts';
import { fieldSentence } from '../error-words.ts';
import { Failure } from '../failure.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Actions, Form } from '../ui/form.tsx';
import { usePart } from '../ui/look.ts';
import { PasswordInput } from '../ui/password-input.tsx';
import { takeTo } from '../take-to.ts';
import { useAccount } from '../use-account.ts';
import type { StepUpHandle } from './use-step-up.ts';

/** The password, which is held in its field alone. */
export function StepUpPassword({ handle }: { handle: StepUpHandle }): ReactElement {
  const part = usePart();
  const { words } = useAccountContext();
  const { pending, error, prove, cancel, reset } = handle;
  const { account } = useAccount();
  const input = useRef<HTMLInputElement>(null);
  const [empty, setEmpty] = useState(false);
  const refused = error?.errors.find((one) => one.pointer === '/password');
  const waits = error?.retryAfterSeconds !== undefined;

  // A refused password is selected, so that typing replaces it.
  useEffect(() => {
    if (refused) takeTo(input.current);
  }, [refused]);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const password = input.current?.value ?? '';
    setEmpty(password === '');
    if (password === '') setTimeout(() => takeTo(input.current));
    else if (!waits) void prove({ password });
  };

  return (
    <Form onSubmit={submit}>
      {/* Password managers tell whose password it is by a username field in the same form. */}
      <input
        className={part('unseen')}
        type="text"
        autoComplete="username"
        value={account?.email.address ?? ''}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      <Field
        label={words.stepUp.password}
        error={refused ? fieldSentence(refused, words) : empty ? words.fields.required : undefined}
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
      <Failure error={refused ? null : error} onWaited={reset} />
      <Actions>
        <Button onClick={cancel}>{words.account.cancel}</Button>
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
  );
}
