'use client';
import type { FormEvent, ReactElement } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { Passkey } from '../../contract/account.ts';
import { passkeyLimits } from '../../contract/passkeys.ts';
import { passkeys as english } from '../../words/interface/en/passkeys.ts';
import { useWords } from '../account-context.ts';
import { fieldSentence } from '../error-words.ts';
import { useFeatureWords } from '../feature-words.ts';
import { takeTo } from '../take-to.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Actions, Form } from '../ui/form.tsx';
import { TextInput } from '../ui/text-input.tsx';
import type { PasskeysHandle } from './use-passkeys.ts';

/** Gives a passkey another name, in its place in the list. */
export function PasskeyName({
  passkey,
  handle,
  onClose,
}: {
  passkey: Passkey;
  handle: PasskeysHandle;
  onClose: () => void;
}): ReactElement {
  const words = useWords();
  const text = useFeatureWords('passkeys', english);
  const { rename, pending, error } = handle;
  const input = useRef<HTMLInputElement>(null);
  const [empty, setEmpty] = useState(false);
  const refused = error?.errors.find((one) => one.pointer === '/name');
  useEffect(() => takeTo(input.current), []);
  useEffect(() => {
    if (refused) takeTo(input.current);
  }, [refused]);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const name = input.current?.value.trim() ?? '';
    setEmpty(name === '');
    if (name === '') setTimeout(() => takeTo(input.current));
    else if (name === passkey.name || (await rename(passkey.id, name))) onClose();
  };
  return (
    <Form onSubmit={(event) => void submit(event)}>
      <Field
        label={text.name}
        error={refused ? fieldSentence(refused, words) : empty ? words.fields.required : undefined}
      >
        <TextInput
          ref={input}
          defaultValue={passkey.name}
          maxLength={passkeyLimits.name * 2}
          autoComplete="off"
          onChange={() => setEmpty(false)}
        />
      </Field>
      <Actions>
        <Button type="submit" variant="primary" pending={pending === 'rename'}>
          {text.save}
        </Button>
        <Button onClick={onClose}>{words.account.cancel}</Button>
      </Actions>
    </Form>
  );
}
