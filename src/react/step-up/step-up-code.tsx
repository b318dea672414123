'use client';
import type { FormEvent, ReactElement } from 'react';
import { useEffect, useId, useRef, useState } from 'react';
import type { StepUpMethodKind } from '../../contract/step-up.ts';
import { stepUpMethods as english } from '../../words/interface/en/step-up-methods.ts';
import { useAccountContext } from '../account-context.ts';
import { useWords } from '../account-context.ts';
import { fieldSentence } from '../error-words.ts';
import { Failure } from '../failure.tsx';
import { useFeatureWords } from '../feature-words.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Actions, Form } from '../ui/form.tsx';
import { usePart } from '../ui/look.ts';
import { TextInput } from '../ui/text-input.tsx';
import { takeTo } from '../take-to.ts';
import { StepUpMail, useMailedCode } from './step-up-mail.tsx';
import type { StepUpPartProps } from './step-up-prompt.tsx';
import { purposeSentence } from './purpose-sentence.ts';
import type { StepUpProof } from './use-step-up.ts';

type CodeMethod = Extract<StepUpMethodKind, 'totp' | 'recovery_code' | 'email_code'>;

const proofs: Record<CodeMethod, keyof StepUpProof> = {
  totp: 'totpCode',
  recovery_code: 'recoveryCode',
  email_code: 'emailCode',
};

/** A code of an app, of a mail, or of the list that was kept for this day. It is held in its field alone. */
export function StepUpCode({ handle, challenge }: StepUpPartProps): ReactElement {
  const part = usePart();
  const { words } = useAccountContext();
  const { locale } = useWords();
  const text = useFeatureWords('stepUpMethods', english);
  const method = handle.method as CodeMethod;
  const { pending, error, prove, cancel, reset } = handle;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [empty, setEmpty] = useState(false);
  const mail = useMailedCode(method === 'email_code', challenge);
  const refused = error?.errors.find((one) => one.pointer === `/${proofs[method]}`);
  const waits = error?.retryAfterSeconds !== undefined;
  const byList = method === 'recovery_code';

  // Chosen in an open dialog, which gives the focus once only.
  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    if (refused) takeTo(input.current);
  }, [refused]);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const code = input.current?.value.trim() ?? '';
    setEmpty(code === '');
    if (code === '') setTimeout(() => takeTo(input.current));
    else if (!waits) void prove({ [proofs[method]]: code });
  };

  return (
    <Form onSubmit={submit}>
      <p id={id} className={part('lead')}>
        {mail?.sentence ?? purposeSentence(`${method}Ask`, challenge, text, locale)}
      </p>
      <Field
        label={byList ? text.recoveryCode : text.code}
        error={refused ? fieldSentence(refused, words) : empty ? words.fields.required : undefined}
      >
        <TextInput
          ref={input}
          dir="ltr"
          aria-describedby={id}
          autoComplete={byList ? 'off' : 'one-time-code'}
          inputMode={byList ? 'text' : 'numeric'}
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={64}
          onChange={() => setEmpty(false)}
        />
      </Field>
      {mail && <StepUpMail mail={mail} />}
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
