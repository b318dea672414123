'use client';
import { useCallback, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { AccountError } from '../../contract/account-error.ts';
import { useAccountContext } from '../account-context.ts';
import { useLinkToken } from '../email-change/use-mailed-link.ts';
import { useOperation } from '../use-operation.ts';
import { useOperationForm } from '../use-operation-form.ts';

/** Options of `usePasswordForgotten`. */
export interface PasswordForgottenOptions {
  /** What the field begins with, for example what was typed at the sign-in. */
  email?: string | undefined;
  /** Called when the mail was asked for. */
  onDone?: ((email: string) => void) | undefined;
}

/** What `usePasswordForgotten` answers. */
export interface PasswordForgottenHandle {
  /** A form of one field, `email`. */
  form: UseFormReturn<{ email: string }>;
  /** Asks for the mail; goes with the form's `onSubmit`. */
  send: () => Promise<void>;
  /** While it is on its way. */
  pending: boolean;
  /** The address that was sent, as it was typed; null before. Whether there is such an account nobody tells. */
  sentTo: string | null;
  /** Why the last try failed, as far as the field does not show it. */
  error: AccountError | null;
  /** Forgets the error. */
  reset: () => void;
}

/** All logic of asking for a link to choose a new password, no DOM. Needs no session. */
export function usePasswordForgotten({
  email = '',
  onDone,
}: PasswordForgottenOptions = {}): PasswordForgottenHandle {
  const { form, submit, showErrors, settle } = useOperationForm('requestPasswordReset', { email });
  const { run, pending, error, reset } = useOperation('requestPasswordReset');
  const [sentTo, setSentTo] = useState<string | null>(null);
  const send = useCallback(
    () =>
      submit(async (input) => {
        const outcome = await run(input);
        if (outcome.status === 'failed') showErrors(outcome.error);
        if (outcome.status !== 'done') return;
        settle(input, input);
        setSentTo(input.email.trim());
        onDone?.(input.email.trim());
      }),
    [submit, run, showErrors, settle, onDone],
  );
  return { form, send, pending, sentTo, error, reset };
}

/** Options of `usePasswordReset`. */
export interface PasswordResetOptions {
  /** Called when the new password holds, for example to go to the sign-in. */
  onDone?: (() => void) | undefined;
}

/** What `usePasswordReset` answers. */
export interface PasswordResetHandle {
  /** `reading` until the browser has been asked, `missing` when there is no token in the address. */
  status: 'reading' | 'missing' | 'ready' | 'done';
  /** A form of one field, `newPassword`. */
  form: UseFormReturn<{ newPassword: string }>;
  /** Sets it; goes with the form's `onSubmit`. */
  send: () => Promise<void>;
  /** While it is on its way. */
  pending: boolean;
  /** After a `link_…` code another try cannot help. */
  error: AccountError | null;
  /** Forgets the error. */
  reset: () => void;
}

const blank = { newPassword: '' };

/** All logic of the page that a link to choose a new password opens, no DOM. It needs no session and makes none. */
export function usePasswordReset({ onDone }: PasswordResetOptions = {}): PasswordResetHandle {
  const { client, queryKey } = useAccountContext();
  const { form, submit, showErrors, settle } = useOperationForm('changePassword', blank);
  const { run, pending, error, reset } = useOperation('resetPassword');
  const [done, setDone] = useState(false);
  const fresh = useCallback(() => {
    setDone(false);
    reset();
  }, [reset]);
  const token = useLinkToken(fresh);
  const send = useCallback(
    () =>
      submit(async (input) => {
        if (!token) return;
        const outcome = await run({ token, newPassword: input.newPassword });
        if (outcome.status === 'failed') showErrors(outcome.error);
        if (outcome.status !== 'done') return;
        settle(input, blank);
        setDone(true);
        // The session of this browser may be one of those that have ended.
        void client.invalidateQueries({ queryKey });
        onDone?.();
      }),
    [submit, token, run, showErrors, settle, client, queryKey, onDone],
  );
  return {
    status: done ? 'done' : token === undefined ? 'reading' : token === null ? 'missing' : 'ready',
    form,
    send,
    pending,
    error,
    reset,
  };
}
