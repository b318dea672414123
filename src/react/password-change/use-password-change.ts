'use client';
import { useCallback, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { Account } from '../../contract/account.ts';
import type { AccountError } from '../../contract/account-error.ts';
import { useOperation } from '../use-operation.ts';
import { useOperationForm } from '../use-operation-form.ts';

/** Options of `usePasswordChange`. */
export interface PasswordChangeOptions {
  /** Asked before the change; `false` keeps it from being sent. The password itself is not shown to it. */
  onBefore?: (() => boolean | Promise<boolean>) | undefined;
  /** Called when the password is changed. */
  onDone?: ((account: Account) => void) | undefined;
}

/** What `usePasswordChange` answers. */
export interface PasswordChangeHandle {
  /** A form of one field, `newPassword`. */
  form: UseFormReturn<{ newPassword: string }>;
  /** Sends it; goes with the form's `onSubmit`. */
  change: () => Promise<void>;
  /** While the change is under way, the time in the prompt included. */
  pending: boolean;
  /** What happened last; `interrupted`: the proof was not given and the password is as it was. */
  status: 'idle' | 'changed' | 'interrupted';
  /** Why the last change failed, as far as the field does not show it. */
  error: AccountError | null;
  /** Forgets the error, for example when the wait is over. */
  reset: () => void;
}

const blank = { newPassword: '' };

/** All logic of changing the password, no DOM. The present password is asked for by the step-up alone. */
export function usePasswordChange(options: PasswordChangeOptions = {}): PasswordChangeHandle {
  const { form, submit, showErrors, settle } = useOperationForm('changePassword', blank);
  const { run, pending, error, interrupted, reset } = useOperation('changePassword');
  const [changed, setChanged] = useState(false);
  const { onBefore, onDone } = options;

  const change = useCallback(
    () =>
      submit(async (input) => {
        setChanged(false);
        if (onBefore && !(await onBefore())) return;
        const outcome = await run(input);
        if (outcome.status === 'failed') showErrors(outcome.error);
        if (outcome.status !== 'done') return;
        settle(input, blank);
        setChanged(true);
        onDone?.(outcome.answer.account);
      }),
    [submit, run, showErrors, settle, onBefore, onDone],
  );

  return {
    form,
    change,
    pending,
    status: interrupted ? 'interrupted' : changed ? 'changed' : 'idle',
    error,
    reset,
  };
}
