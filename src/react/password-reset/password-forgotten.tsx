'use client';
import type { ReactElement } from 'react';
import { passwordReset as english } from '../../words/interface/en/password-reset.ts';
import { format } from '../../words/interface/format.ts';
import { useWords } from '../account-context.ts';
import { useFeatureWords } from '../feature-words.ts';
import type { PageComponentProps } from '../page.tsx';
import { Done, Page } from '../page.tsx';
import { Submit } from '../submit.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { TextInput } from '../ui/text-input.tsx';
import type { PasswordForgottenOptions } from './use-password-reset.ts';
import { usePasswordForgotten } from './use-password-reset.ts';

/** Props of `PasswordForgotten`. */
export interface PasswordForgottenProps extends PageComponentProps, PasswordForgottenOptions {}

/** Asks for a link to choose a new password. The answer is the same for every address. Needs no session. */
export function PasswordForgotten({
  className,
  headingLevel,
  continueHref,
  ...options
}: PasswordForgottenProps): ReactElement {
  const words = useWords();
  const text = useFeatureWords('passwordReset', english);
  const handle = usePasswordForgotten(options);
  const { form, send, sentTo } = handle;
  return (
    <Page
      {...{ className, headingLevel }}
      title={text.forgottenTitle}
      description={sentTo === null && text.forgottenText}
    >
      {sentTo === null ? (
        <Form onSubmit={() => void send()}>
          <Field label={text.email} error={form.formState.errors.email?.message}>
            <TextInput
              {...form.register('email')}
              type="email"
              autoComplete="username"
              autoCapitalize="none"
            />
          </Field>
          <Submit of={handle} label={text.send} shownPointers={['/email']} />
        </Form>
      ) : (
        <Done continueHref={continueHref}>
          {format(text.sent, { email: sentTo }, words.locale)}
        </Done>
      )}
    </Page>
  );
}
