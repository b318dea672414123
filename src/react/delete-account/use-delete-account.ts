'use client';
import { useCallback } from 'react';
import type { AccountError } from '../../contract/account-error.ts';
import { useOperation } from '../use-operation.ts';
import { useTurn } from '../use-turn.ts';

/** Options of `useDeleteAccount`. */
export interface DeleteAccountOptions {
  /** Asked before the deletion; `false` keeps it from happening. */
  onBefore?: (() => boolean | Promise<boolean>) | undefined;
  /** Called when the account is gone, for example to leave the page. */
  onDone?: (() => void) | undefined;
}

/** What `useDeleteAccount` answers. */
export interface DeleteAccountHandle {
  /** Deletes the account, after the proof. Every section then shows that nobody is signed in. */
  remove: () => Promise<void>;
  /** While the deletion is under way, the time in the prompt included. */
  pending: boolean;
  /** Whether it ended because the proof was not given. */
  interrupted: boolean;
  /** Why the last try failed; null when the proof was not given (`interrupted`). */
  error: AccountError | null;
  /** Forgets the error, for example when the wait is over. */
  reset: () => void;
}

/** All logic of deleting the account, no DOM. */
export function useDeleteAccount({
  onBefore,
  onDone,
}: DeleteAccountOptions = {}): DeleteAccountHandle {
  const { run, pending, interrupted, error, reset } = useOperation('deleteAccount');
  const takeTurn = useTurn();
  const remove = useCallback(
    () =>
      takeTurn(async () => {
        if (onBefore && !(await onBefore())) return;
        if ((await run(undefined)).status === 'done') onDone?.();
      }),
    [takeTurn, run, onBefore, onDone],
  );
  return { remove, pending, interrupted, error, reset };
}
