'use client';
import type { ReactElement } from 'react';
import { useEffect, useId, useRef, useState } from 'react';
import type { Account, PendingEmail } from '../../contract/account.ts';
import { format } from '../../words/interface/format.ts';
import { useWords } from '../account-context.ts';
import type { SectionComponentProps } from '../account-section.tsx';
import { AccountSection } from '../account-section.tsx';
import { Dated } from '../dated.tsx';
import { lockSentence } from '../error-words.ts';
import { Failure } from '../failure.tsx';
import { hasLostFocus } from '../arrival.tsx';
import { Placeholder } from '../placeholder.tsx';
import { Submit } from '../submit.tsx';
import { Button } from '../ui/button.tsx';
import { Countdown } from '../ui/countdown.tsx';
import { Detail, Details } from '../ui/details.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { usePart } from '../ui/look.ts';
import { Notice } from '../ui/notice.tsx';
import { Status } from '../ui/status.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { useLoaded } from '../use-loaded.ts';
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
      skeleton={<Placeholder of={['line', 'helped', 'button']} />}
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
  const part = usePart();
  const words = useWords();
  const text = words.emailChange;
  const handle = useEmailChange(account, options);
  const { form, pendingEmail, status, error, reset } = handle;
  const ability = account.abilities.changeEmail;
  const notice = useRef<HTMLDivElement>(null);
  const title = useId();
  const { setFocus } = form;

  // The form and the notice take each other's place: the focus goes along instead of falling to the page.
  const waiting = pendingEmail !== null;
  useEffect(() => {
    if (!hasLostFocus()) return;
    if (waiting && status === 'sent') notice.current?.focus();
    if (!waiting && status === 'cancelled') setFocus('newEmail');
  }, [waiting, status, setFocus]);

  const sentence = {
    idle: '',
    sent: '',
    changed: text.changed,
    resent: text.resent,
    cancelled: text.cancelled,
    interrupted: words.account.interrupted,
  }[status];
  return (
    <>
      <Details>
        <Detail term={text.current}>
          <bdi>{account.email.address}</bdi>{' '}
          <span
            className={part('badge')}
            data-tone={account.email.verified ? 'success' : 'warning'}
          >
            {account.email.verified ? text.verified : text.unverified}
          </span>
        </Detail>
      </Details>
      {account.abilities.verifyEmail.allowed && !pendingEmail && <Verification account={account} />}
      {pendingEmail ? (
        <div
          ref={notice}
          role="group"
          aria-labelledby={title}
          tabIndex={-1}
          className={part('stack')}
        >
          <Pending titleId={title} pending={pendingEmail} handle={handle} />
          <Failure error={error} onWaited={reset} />
          <Status tone="success">{sentence}</Status>
        </div>
      ) : ability.allowed ? (
        <Form onSubmit={() => void handle.request()}>
          <NewEmail handle={handle} />
          <Submit
            of={{ pending: handle.busy === 'request', error, reset }}
            label={text.send}
            said={sentence}
            good={status !== 'interrupted'}
            shownPointers={['/newEmail']}
          />
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
  titleId: string;
  pending: PendingEmail;
  handle: EmailChangeHandle;
}

function Pending({ titleId, pending, handle }: PendingProps): ReactElement {
  const words = useWords();
  const text = words.emailChange;
  const { busy, resend, cancel } = handle;
  const { resendAt } = pending;
  const [now] = useState(() => Date.now());
  const [ready, setReady] = useState<string>();
  const early = ready !== resendAt && Date.parse(resendAt) > now;
  return (
    <Notice
      title={
        <span id={titleId}>
          {format(text.pendingTitle, { address: pending.address }, words.locale)}
        </span>
      }
      actions={
        <>
          <Button
            pending={busy === 'resend'}
            aria-disabled={early || undefined}
            onClick={() => void resend()}
          >
            {early ? (
              <Countdown key={resendAt} until={resendAt} onEnd={() => setReady(resendAt)}>
                {(count) => format(text.resendIn, { count }, words.locale)}
              </Countdown>
            ) : (
              text.resend
            )}
          </Button>
          <Button pending={busy === 'cancel'} onClick={() => void cancel()}>
            {text.cancelChange}
          </Button>
        </>
      }
    >
      {Date.parse(pending.expiresAt) <= now ? (
        text.expired
      ) : (
        <Dated sentence={text.pendingText} at={pending.expiresAt} show="time" />
      )}
    </Notice>
  );
}

const loadVerification = () =>
  import('./email-verification.tsx').then((one) => one.EmailVerification);

/** Fetched where there is something to verify. */
function Verification(props: { account: Account }): ReactElement | null {
  const { part: Loaded } = useLoaded(loadVerification);
  return Loaded && <Loaded {...props} />;
}
