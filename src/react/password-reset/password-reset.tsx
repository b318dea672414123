'use client';
import type { ReactElement } from 'react';
import { passwordReset as english } from '../../words/interface/en/password-reset.ts';
import { useAccountContext } from '../account-context.ts';
import { Arrival } from '../arrival.tsx';
import { Failure } from '../failure.tsx';
import { useFeatureWords } from '../feature-words.ts';
import type { PageComponentProps } from '../page.tsx';
import { Done, Page } from '../page.tsx';
import { Submit } from '../submit.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { PasswordInput } from '../ui/password-input.tsx';
import type { PasswordResetHandle, PasswordResetOptions } from './use-password-reset.ts';
import { usePasswordReset } from './use-password-reset.ts';

/** Props of `PasswordReset`. */
export interface PasswordResetProps extends PageComponentProps, PasswordResetOptions {}

/** The page behind a link to choose a new password. The server judges; whoever did it signs in afterwards. */
export function PasswordReset({
  className,
  headingLevel,
  continueHref,
  ...options
}: PasswordResetProps): ReactElement {
  const { words, onSignIn } = useAccountContext();
  const text = useFeatureWords('passwordReset', english);
  const handle = usePasswordReset(options);
  const { status, error } = handle;
  const spent = error?.code.startsWith('link_') === true;
  const open = (status === 'ready' || status === 'reading') && !spent;
  return (
    <Page {...{ className, headingLevel }} title={text.title} description={open && text.text}>
      {status === 'missing' && <Notice tone="warning">{text.noToken}</Notice>}
      {status === 'done' && (
        <Done
          continueHref={continueHref}
          actions={onSignIn && <Button onClick={onSignIn}>{words.account.signIn}</Button>}
        >
          {text.done}
        </Done>
      )}
      {spent && (
        // The form is gone and with it the focus.
        <Arrival>
          <Failure error={error} />
        </Arrival>
      )}
      {open && <Chooser handle={handle} />}
    </Page>
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
