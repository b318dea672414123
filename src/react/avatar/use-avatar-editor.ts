'use client';
import { useState } from 'react';
import type { Account } from '../../contract/account.ts';
import type { AccountError } from '../../contract/account-error.ts';
import type { SetAvatar } from '../../contract/avatar.ts';
import { useOperation } from '../use-operation.ts';

/** Options of `useAvatarEditor`. */
export interface AvatarEditorOptions {
  /** Asked before a picture is sent, or, with null, removed; `false` keeps it from happening. */
  onBefore?: ((input: SetAvatar | null) => boolean | Promise<boolean>) | undefined;
  /** Called after the picture was set or removed. */
  onDone?: ((account: Account) => void) | undefined;
}

/** What `useAvatarEditor` answers. */
export interface AvatarEditorHandle {
  /** What was chosen and waits to be cropped and sent; another object for each choice, also of the same file. */
  chosen: { file: Blob } | null;
  /** Takes a file, in place of one that was chosen before. */
  choose: (file: Blob) => void;
  /** Gives the chosen file up. */
  cancel: () => void;
  /** To be told when what was chosen is the account's: the `onDone` of `useAvatarUpload`. */
  saved: (account: Account) => void;
  /** Removes the account's picture. Resolves to whether it was. */
  remove: () => Promise<boolean>;
  /** Whether it is being removed. */
  pending: boolean;
  /** What happened last, unless it failed. `interrupted`: a proof was asked for and not given. */
  status: 'idle' | 'saved' | 'removed' | 'interrupted';
  /** Why it was not removed. */
  error: AccountError | null;
  /** Forgets the error, for example when the wait is over. */
  reset: () => void;
}

/** What is chosen, and the removal, no DOM. What was chosen is sent by `useAvatarUpload`. */
export function useAvatarEditor({
  onBefore,
  onDone,
}: AvatarEditorOptions = {}): AvatarEditorHandle {
  const { run, reset, interrupted, pending, error } = useOperation('removeAvatar');
  const [chosen, setChosen] = useState<AvatarEditorHandle['chosen']>(null);
  const [status, setStatus] = useState<AvatarEditorHandle['status']>('idle');

  const begin = (now: typeof chosen): void => {
    reset();
    setStatus('idle');
    setChosen(now);
  };
  const end = (now: typeof status, account: Account): void => {
    setChosen(null);
    setStatus(now);
    onDone?.(account);
  };

  return {
    chosen,
    choose: (file) => begin({ file }),
    cancel: () => begin(null),
    saved: (account) => end('saved', account),
    remove: async () => {
      begin(null);
      if (onBefore && !(await onBefore(null))) return false;
      const outcome = await run(undefined);
      if (outcome.status !== 'done') return false;
      end('removed', outcome.answer.account);
      return true;
    },
    pending,
    status: interrupted ? 'interrupted' : status,
    error,
    reset,
  };
}
