'use client';
import type { ReactElement } from 'react';
import { useEffect, useState } from 'react';
import { useFormState } from 'react-hook-form';
import type { Account } from '../../contract/account.ts';
import { useWords } from '../account-context.ts';
import type { SectionComponentProps } from '../account-section.tsx';
import { AccountSection } from '../account-section.tsx';
import { Dated } from '../dated.tsx';
import { lockSentence } from '../error-words.ts';
import { Placeholder } from '../placeholder.tsx';
import { Submit } from '../submit.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { usePart } from '../ui/look.ts';
import { Notice } from '../ui/notice.tsx';
import { PasswordInput } from '../ui/password-input.tsx';
import { useLoaded } from '../use-loaded.ts';
import type { PasswordAdviceProps } from './password-advice.tsx';
import { passwordRules, policySentence } from './password-rules.ts';
import type { PasswordChangeHandle, PasswordChangeOptions } from './use-password-change.ts';
import { usePasswordChange } from './use-password-change.ts';

/** Props of `PasswordChange`. */
export interface PasswordChangeProps extends SectionComponentProps, PasswordChangeOptions {}

function lastChanged({ password }: Account): ReactElement | null {
  return password.changedAt === null ? null : <LastChanged at={password.changedAt} />;
}

function LastChanged({ at }: { at: string }): ReactElement {
  return <Dated sentence={useWords().passwordChange.description} at={at} show="long" />;
}

/** A new password: the policy is read first, the server judges, and the present one is asked for in the prompt. */
export function PasswordChange({
  className,
  headingLevel,
  ...options
}: PasswordChangeProps): ReactElement {
  const words = useWords();
  return (
    <AccountSection
      title={words.passwordChange.title}
      description={lastChanged}
      className={className}
      headingLevel={headingLevel}
      skeleton={<Placeholder of={['helped', 'button']} />}
    >
      {(account) => {
        const { allowed, reason } = account.abilities.changePassword;
        if (allowed) return <Editor account={account} options={options} />;
        const none = reason === 'no_password';
        return (
          <Notice>{none ? words.passwordChange.noPassword : lockSentence(reason, words)}</Notice>
        );
      }}
    </AccountSection>
  );
}

function Editor({
  account,
  options,
}: {
  account: Account;
  options: PasswordChangeOptions;
}): ReactElement {
  const part = usePart();
  const words = useWords();
  const text = words.passwordChange;
  const handle = usePasswordChange(options);
  const { form, change, status } = handle;
  return (
    <Form onSubmit={() => void change()}>
      {/* Password managers tell whose password it is by a username field in the same form. */}
      <input
        className={part('unseen')}
        type="text"
        autoComplete="username"
        value={account.email.address}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      <NewPassword account={account} form={form} />
      <Submit
        of={handle}
        label={account.password.set ? text.change : text.set}
        said={{ idle: '', changed: text.changed, interrupted: words.account.interrupted }[status]}
        good={status === 'changed'}
        shownPointers={['/newPassword']}
      />
    </Form>
  );
}

/** The field, and below it what is asked of what is typed: apart, so that typing renders nothing else. */
function NewPassword({
  account,
  form,
}: {
  account: Account;
  form: PasswordChangeHandle['form'];
}): ReactElement {
  const words = useWords();
  const { policy } = account.password;
  const [typed, setTyped] = useState<string>();
  const { subscribe } = form;
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback({ name, values }) {
          // A reset has no name: what is the password now is in the field no more, and nowhere else either.
          setTyped(name === undefined ? values.newPassword || undefined : values.newPassword);
        },
      }),
    [subscribe],
  );
  // Unknown to React's types; read by the password managers of Apple and others.
  const rules = { passwordrules: passwordRules(policy) };
  const { errors } = useFormState({ control: form.control });
  return (
    <>
      <Field
        label={words.passwordChange.newPassword}
        description={policySentence(policy, words)}
        error={errors.newPassword?.message}
      >
        <PasswordInput
          {...form.register('newPassword')}
          {...rules}
          autoComplete="new-password"
          revealLabel={words.account.showPassword}
          onFocus={(event) => setTyped(event.currentTarget.value)}
        />
      </Field>
      {typed !== undefined && <Advice account={account} password={typed} />}
    </>
  );
}

const loadAdvice = () => import('./password-advice.tsx').then((one) => one.PasswordAdvice);

/** Fetched when somebody is about to type. */
function Advice(props: PasswordAdviceProps): ReactElement | null {
  const { part: Loaded } = useLoaded(loadAdvice);
  return Loaded && <Loaded {...props} />;
}
