'use client';
import { useCallback, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { Account, PendingEmail } from '../../contract/account.ts';
import type { AccountError } from '../../contract/account-error.ts';
import type { RequestEmailChange } from '../../contract/email-change.ts';
import { useOperation } from '../use-operation.ts';
import { useOperationForm } from '../use-operation-form.ts';

/** Options of `useEmailChange`. */
export interface EmailChangeOptions {
  /** Asked before a request with what would be sent; `false` keeps it from being sent. */
  onBefore?: ((input: RequestEmailChange) => boolean | Promise<boolean>) | undefined;
  /** Called when a link is under way, or the address has changed at once. */
  onDone?: ((account: Account) => void) | undefined;
}

/** What `useEmailChange` answers. */
export interface EmailChangeHandle {
  /** A form of one field, `newEmail`. */
  form: UseFormReturn<{ newEmail: string }>;
  /** Asks for the new address; goes with the form's `onSubmit`. */
  request: () => Promise<void>;
  /** Mails the link once more. */
  resend: () => Promise<void>;
  /** Gives the new address up. */
  cancel: () => Promise<void>;
  /** The address that waits for its link, from the account: it is there after a reload, too. */
  pendingEmail: PendingEmail | null;
  /** What is on its way. */
  busy: 'request' | 'resend' | 'cancel' | null;
  /** What happened last. */
  status: 'idle' | 'sent' | 'changed' | 'resent' | 'cancelled' | 'interrupted';
  /** Why the last of the three failed, as far as the field does not show it. */
  error: AccountError | null;
  /** Forgets the error, for example when the wait is over. */
  reset: () => void;
}

const blank = { newEmail: '' };

/** All logic of changing the address, no DOM. */
export function useEmailChange(
  account: Account,
  options: EmailChangeOptions = {},
): EmailChangeHandle {
  const { form, submit, showErrors, settle } = useOperationForm('requestEmailChange', blank);
  const asking = useOperation('requestEmailChange');
  const resending = useOperation('resendEmailChange');
  const cancelling = useOperation('cancelEmailChange');
  const { run: ask, reset: resetAsk } = asking;
  const { run: mailAgain, reset: resetMailAgain } = resending;
  const { run: giveUp, reset: resetGiveUp } = cancelling;
  const [status, setStatus] = useState<EmailChangeHandle['status']>('idle');
  const { onBefore, onDone } = options;

  const forget = useCallback(() => {
    setStatus('idle');
    resetAsk();
    resetMailAgain();
    resetGiveUp();
  }, [resetAsk, resetMailAgain, resetGiveUp]);

  const request = useCallback(
    () =>
      submit(async (input) => {
        forget();
        if (onBefore && !(await onBefore(input))) return;
        const outcome = await ask(input);
        if (outcome.status === 'failed') showErrors(outcome.error);
        if (outcome.status !== 'done') return;
        const { account: now } = outcome.answer;
        settle(input, blank);
        setStatus(now.email.pending === null ? 'changed' : 'sent');
        onDone?.(now);
      }),
    [forget, submit, ask, showErrors, settle, onBefore, onDone],
  );

  const resend = useCallback(async () => {
    forget();
    if ((await mailAgain(undefined)).status === 'done') setStatus('resent');
  }, [forget, mailAgain]);

  const cancel = useCallback(async () => {
    forget();
    if ((await giveUp(undefined)).status === 'done') setStatus('cancelled');
  }, [forget, giveUp]);

  return {
    form,
    request,
    resend,
    cancel,
    pendingEmail: account.email.pending,
    busy: asking.pending
      ? 'request'
      : resending.pending
        ? 'resend'
        : cancelling.pending
          ? 'cancel'
          : null,
    status: asking.interrupted ? 'interrupted' : status,
    error: asking.error ?? resending.error ?? cancelling.error,
    reset: forget,
  };
}
