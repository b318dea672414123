'use client';
import type { ReactElement } from 'react';
import { direction } from '../../words/interface/direction.ts';
import { passwordReset as english } from '../../words/interface/en/password-reset.ts';
import { format } from '../../words/interface/format.ts';
import { useWords } from '../account-context.ts';
import type { SectionComponentProps } from '../account-section.tsx';
import { Arrival } from '../arrival.tsx';
import { useFeatureWords } from '../feature-words.ts';
import { Submit } from '../submit.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { Root } from '../ui/root.tsx';
import { Section } from '../ui/section.tsx';
import { TextInput } from '../ui/text-input.tsx';
import type { PasswordForgottenOptions } from './use-password-reset.ts';
import { usePasswordForgotten } from './use-password-reset.ts';

/** Props of `PasswordForgotten`. */
export interface PasswordForgottenProps extends SectionComponentProps, PasswordForgottenOptions {}

/** Asks for a link to choose a new password. The answer is the same for every address. Needs no session. */
export function PasswordForgotten({
  className,
  headingLevel = 1,
  ...options
}: PasswordForgottenProps): ReactElement {
  const words = useWords();
  const text = useFeatureWords('passwordReset', english);
  const handle = usePasswordForgotten(options);
  const { form, send, sentTo } = handle;
  return (
    <Root className={className} lang={words.locale} dir={direction(words.locale)}>
      <Section
        title={text.forgottenTitle}
        description={sentTo === null ? text.forgottenText : undefined}
        level={headingLevel}
        layout="stack"
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
          <Arrival>
            <Notice tone="success">{format(text.sent, { email: sentTo }, words.locale)}</Notice>
          </Arrival>
        )}
      </Section>
    </Root>
  );
}
