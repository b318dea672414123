'use client';
import type { ReactElement } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { Account, PendingEmail } from '../../contract/account.ts';
import { useWords } from '../account-context.ts';
import type { SectionComponentProps } from '../account-section.tsx';
import { AccountSection } from '../account-section.tsx';
import { lockSentence } from '../error-words.ts';
import { Failure } from '../failure.tsx';
import { format } from '../format.ts';
import { Button } from '../ui/button.tsx';
import { Countdown } from '../ui/countdown.tsx';
import { Detail, Details } from '../ui/details.tsx';
import { Field } from '../ui/field.tsx';
import { Actions, Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { Status } from '../ui/status.tsx';
import { TextInput } from '../ui/text-input.tsx';
import type { EmailChangeHandle, EmailChangeOptions } from './use-email-change.ts';
import { useEmailChange } from './use-email-change.ts';

/** Props of `EmailChange`. */
export interface EmailChangeProps extends SectionComponentProps, EmailChangeOptions {}

/** The address, and how to change it: prove it is you, get the link at the new address, open it. */
export function EmailChange({
  className,
  headingLevel,
  ...options
}: EmailChangeProps): ReactElement {
  const words = useWords();
  return (
    <AccountSection
      title={words.emailChange.title}
      description={words.emailChange.description}
      className={className}
      headingLevel={headingLevel}
    >
      {(account) => <Editor account={account} options={options} />}
    </AccountSection>
  );
}

function Editor({
  account,
  options,
}: {
  account: Account;
  options: EmailChangeOptions;
}): ReactElement {
  const words = useWords();
  const text = words.emailChange;
  const handle = useEmailChange(account, options);
  const { form, pendingEmail, status, error, reset } = handle;
  const ability = account.abilities.changeEmail;
  const notice = useRef<HTMLDivElement>(null);
  const { setFocus } = form;

  // The form and the notice take each other's place: the focus goes along instead of falling to the page.
  const waiting = pendingEmail !== null;
  const moved = useRef(false);
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    if (waiting) notice.current?.focus();
    else setFocus('newEmail');
  }, [waiting, setFocus]);

  const move = async (change: () => Promise<boolean>): Promise<void> => {
    moved.current = true;
    if (!(await change())) moved.current = false;
  };

  const sentence = {
    idle: '',
    sent: '',
    changed: text.changed,
    resent: text.resent,
    cancelled: text.cancelled,
    interrupted: words.account.interrupted,
  }[status];
  const line = <Status tone={status === 'interrupted' ? 'neutral' : 'success'}>{sentence}</Status>;
  const failure = (
    <Failure error={error} shownPointers={waiting ? [] : ['/newEmail']} onWaited={reset} />
  );

  return (
    <>
      <Details>
        <Detail
          term={text.current}
          action={
            <span
              className="selvedge-badge"
              data-tone={account.email.verified ? 'success' : 'warning'}
            >
              {account.email.verified ? text.verified : text.unverified}
            </span>
          }
        >
          <bdi>{account.email.address}</bdi>
        </Detail>
      </Details>
      {pendingEmail ? (
        <div ref={notice} tabIndex={-1} className="selvedge-form">
          <Pending
            pending={pendingEmail}
            handle={handle}
            onCancel={() => void move(handle.cancel)}
          />
          {failure}
          {line}
        </div>
      ) : ability.allowed ? (
        <Form onSubmit={() => void move(handle.request)}>
          <NewEmail handle={handle} />
          {failure}
          <Actions>
            <Button
              type="submit"
              variant="primary"
              pending={handle.busy === 'request'}
              aria-disabled={error?.retryAfterSeconds !== undefined || undefined}
            >
              {text.send}
            </Button>
            {line}
          </Actions>
        </Form>
      ) : (
        <Notice>{lockSentence(ability.reason, words)}</Notice>
      )}
    </>
  );
}

function NewEmail({ handle }: { handle: EmailChangeHandle }): ReactElement {
  const words = useWords();
  const { register, formState } = handle.form;
  return (
    <Field
      label={words.emailChange.newEmail}
      description={words.emailChange.help}
      error={formState.errors.newEmail?.message}
    >
      <TextInput
        {...register('newEmail')}
        type="email"
        autoComplete="email"
        autoCapitalize="none"
      />
    </Field>
  );
}

interface PendingProps {
  pending: PendingEmail;
  handle: EmailChangeHandle;
  onCancel: () => void;
}

function Pending({ pending, handle, onCancel }: PendingProps): ReactElement {
  const words = useWords();
  const text = words.emailChange;
  const { busy, resend } = handle;
  const [now] = useState(() => Date.now());
  const [ready, setReady] = useState<string>();
  const expired = Date.parse(pending.expiresAt) <= now;
  const early = ready !== pending.resendAt && Date.parse(pending.resendAt) > now;
  return (
    <Notice
      title={format(text.pendingTitle, { address: pending.address })}
      actions={
        <>
          <Button
            pending={busy === 'resend'}
            aria-disabled={early || undefined}
            onClick={() => early || void resend()}
          >
            {early ? (
              <Countdown
                key={pending.resendAt}
                until={pending.resendAt}
                onEnd={() => setReady(pending.resendAt)}
              >
                {(count) => format(text.resendIn, { count }, words.locale)}
              </Countdown>
            ) : (
              text.resend
            )}
          </Button>
          <Button variant="quiet" pending={busy === 'cancel'} onClick={onCancel}>
            {text.cancelChange}
          </Button>
        </>
      }
    >
      {expired
        ? text.expired
        : format(text.pendingText, { time: moment(pending.expiresAt, words.locale) })}
    </Notice>
  );
}

function moment(at: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(at),
  );
}
