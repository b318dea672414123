'use client';
import type { FormEvent, ReactElement } from 'react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { StepUpMethodKind, StepUpPurpose } from '../../contract/step-up.ts';
import { stepUpMethods as english } from '../../words/interface/en/step-up-methods.ts';
import { useAccountContext } from '../account-context.ts';
import { fieldSentence } from '../error-words.ts';
import { Failure } from '../failure.tsx';
import { useFeatureWords } from '../feature-words.ts';
import { format } from '../format.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Actions, Form } from '../ui/form.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { useAccount } from '../use-account.ts';
import { useOperation } from '../use-operation.ts';
import type { StepUpPartProps } from './step-up-prompt.tsx';
import type { StepUpProof } from './use-step-up.ts';

type CodeMethod = Extract<StepUpMethodKind, 'totp' | 'recovery_code' | 'email_code'>;

const proofs: Record<CodeMethod, keyof StepUpProof> = {
  totp: 'totpCode',
  recovery_code: 'recoveryCode',
  email_code: 'emailCode',
};

/** A code of an app, of a mail, or of the list that was kept for this day. It is held in its field alone. */
export function StepUpCode({ handle, challenge }: StepUpPartProps): ReactElement {
  const { words } = useAccountContext();
  const text = useFeatureWords('stepUpMethods', english);
  const method = handle.method as CodeMethod;
  const { pending, error, prove, cancel, reset } = handle;
  const { account } = useAccount();
  const input = useRef<HTMLInputElement>(null);
  const [empty, setEmpty] = useState(false);
  const mail = useMailedCode(method, challenge.purpose as StepUpPurpose);
  const pointer = `/${proofs[method]}`;
  const refused = error?.errors.find((one) => one.pointer === pointer);
  const waits = error?.retryAfterSeconds !== undefined;

  // Chosen in an open dialog, which gives the focus once only.
  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    if (!refused) return;
    input.current?.focus();
    input.current?.select();
  }, [refused]);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const code = input.current?.value.trim() ?? '';
    setEmpty(code === '');
    if (code === '') input.current?.focus();
    else if (!waits) void prove({ [proofs[method]]: code });
  };
  const ask = format(mail.pending ? text.email_codeSending : text[`${method}Ask`], {
    email: account?.email.address ?? '',
  });

  return (
    <Form onSubmit={submit}>
      <Field
        label={method === 'recovery_code' ? text.recoveryCode : text.code}
        description={ask}
        error={refused ? fieldSentence(refused, words) : empty ? words.fields.required : undefined}
      >
        <TextInput
          ref={input}
          dir="ltr"
          autoComplete={method === 'recovery_code' ? 'off' : 'one-time-code'}
          inputMode={method === 'recovery_code' ? 'text' : 'numeric'}
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={64}
          onChange={() => setEmpty(false)}
        />
      </Field>
      <Failure
        error={refused ? mail.error : (error ?? mail.error)}
        onWaited={error ? reset : mail.reset}
      />
      <Actions>
        {method === 'email_code' && (
          <Button variant="quiet" pending={mail.pending} onClick={mail.send}>
            {text.email_codeResend}
          </Button>
        )}
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

/** Mails a code when the way is first shown, and again when asked. */
function useMailedCode(method: CodeMethod, purpose: StepUpPurpose) {
  const { run, pending, error, reset } = useOperation('startStepUp');
  const send = useCallback(() => void run({ purpose, method: 'email_code' }), [run, purpose]);
  const sent = useRef(false);
  useEffect(() => {
    // Once, also where effects run twice.
    if (method !== 'email_code' || sent.current) return;
    sent.current = true;
    send();
  }, [method, send]);
  return { send, pending, error, reset };
}
