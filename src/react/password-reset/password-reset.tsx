'use client';
import type { ReactElement } from 'react';
import { direction } from '../../words/interface/direction.ts';
import { passwordReset as english } from '../../words/interface/en/password-reset.ts';
import { useAccountContext } from '../account-context.ts';
import type { SectionComponentProps } from '../account-section.tsx';
import { Arrival } from '../arrival.tsx';
import { Failure } from '../failure.tsx';
import { useFeatureWords } from '../feature-words.ts';
import { Submit } from '../submit.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { PasswordInput } from '../ui/password-input.tsx';
import { Root } from '../ui/root.tsx';
import { Section } from '../ui/section.tsx';
import type { PasswordResetHandle, PasswordResetOptions } from './use-password-reset.ts';
import { usePasswordReset } from './use-password-reset.ts';

/** Props of `PasswordReset`. */
export interface PasswordResetProps extends SectionComponentProps, PasswordResetOptions {}

/** The page behind a link to choose a new password. The server judges; whoever did it signs in afterwards. */
export function PasswordReset({
  className,
  headingLevel = 1,
  ...options
}: PasswordResetProps): ReactElement {
  const { words, onSignIn } = useAccountContext();
  const text = useFeatureWords('passwordReset', english);
  const handle = usePasswordReset(options);
  const { status, error } = handle;
  const spent = error?.code.startsWith('link_') === true;
  const open = (status === 'ready' || status === 'reading') && !spent;
  return (
    <Root className={className} lang={words.locale} dir={direction(words.locale)}>
      <Section
        title={text.title}
        description={open && text.text}
        level={headingLevel}
        layout="stack"
      >
        {status === 'missing' && <Notice tone="warning">{text.noToken}</Notice>}
        {status === 'done' && (
          <Arrival>
            <Notice
              tone="success"
              actions={onSignIn && <Button onClick={onSignIn}>{words.account.signIn}</Button>}
            >
              {text.done}
            </Notice>
          </Arrival>
        )}
        {spent && (
          // The form is gone and with it the focus.
          <Arrival>
            <Failure error={error} />
          </Arrival>
        )}
        {open && <Chooser handle={handle} />}
      </Section>
    </Root>
  );
}

function Chooser({ handle }: { handle: PasswordResetHandle }): ReactElement {
  const { words } = useAccountContext();
  const text = useFeatureWords('passwordReset', english);
  const { form, send, status, pending, error, reset } = handle;
  return (
    <Form onSubmit={() => void send()}>
      <Field label={text.newPassword} error={form.formState.errors.newPassword?.message}>
        <PasswordInput
          {...form.register('newPassword')}
          autoComplete="new-password"
          revealLabel={words.account.showPassword}
        />
      </Field>
      <Submit
        of={{ pending: pending || status === 'reading', error, reset }}
        label={text.reset}
        shownPointers={['/newPassword']}
      />
    </Form>
  );
}
