'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Account } from '../../contract/account.ts';
import type { AccountError } from '../../contract/account-error.ts';
import type { SetAvatar } from '../../contract/avatar.ts';
import { useAccountContext } from '../account-context.ts';
import { toAccountError, useOperation } from '../use-operation.ts';
import { judgeFile } from './avatar-file.ts';

/** Options of `useAvatarEditor`. */
export interface AvatarEditorOptions {
  /** Asked before a picture is sent, or, with null, removed; `false` keeps it from happening. */
  onBefore?: ((input: SetAvatar | null) => boolean | Promise<boolean>) | undefined;
  /** Called after the picture was set or removed. */
  onDone?: ((account: Account) => void) | undefined;
}

/** What `useAvatarEditor` answers. */
export interface AvatarEditorHandle {
  /** The picture that was chosen and waits to be cropped and sent; null when none does. */
  chosen: Blob | null;
  /** Takes a file, unless one is chosen already; refused at once when too large or none of the five kinds. */
  choose: (file: Blob) => Promise<void>;
  /** Gives the chosen picture up because it cannot be used after all; `error` says why. */
  refuse: (error: AccountError) => void;
  /**
   * Sends a picture, or what the function makes of the chosen one. One at a time, whatever is pressed. Resolves to
   * whether it is the account's now; if not, it stays chosen.
   */
  save: (image: Blob | (() => Promise<Blob>)) => Promise<boolean>;
  /** Stops what is being sent, or else gives the chosen picture up. */
  cancel: () => void;
  /** Removes the account's picture. Resolves to whether it was. */
  remove: () => Promise<boolean>;
  /** What is under way. */
  busy: 'save' | 'remove' | null;
  /** How much of the picture has left, from 0 to 1. */
  progress: number;
  /** What happened last. `stopped`: the upload, by `cancel`. */
  status: 'idle' | 'saved' | 'removed' | 'stopped' | 'interrupted';
  /** Why the last of choosing, sending and removing failed. */
  error: AccountError | null;
  /** Forgets the error, for example when the wait is over. */
  reset: () => void;
}

/** All logic of the picture, no DOM: what is chosen, judged, sent and removed. The crop is whatever `save` is given. */
export function useAvatarEditor(
  account: Account,
  options: AvatarEditorOptions = {},
): AvatarEditorHandle {
  const { client, queryKey } = useAccountContext();
  const setting = useOperation('setAvatar');
  const removing = useOperation('removeAvatar');
  const { run: send, reset: resetSend } = setting;
  const { run: takeAway, reset: resetTakeAway } = removing;
  const [chosen, setChosen] = useState<Blob | null>(null);
  const [refusal, setRefusal] = useState<AccountError | null>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const [status, setStatus] = useState<AvatarEditorHandle['status']>('idle');
  const upload = useRef<AbortController | null>(null);
  const { onBefore, onDone } = options;
  const { maxBytes } = account.avatarLimits;

  useEffect(() => () => upload.current?.abort(), []);

  const reset = useCallback(() => {
    setStatus('idle');
    setRefusal(null);
    resetSend();
    resetTakeAway();
  }, [resetSend, resetTakeAway]);

  const refuse = useCallback((error: AccountError) => {
    setChosen(null);
    setRefusal(error);
  }, []);

  const choose = useCallback(
    async (file: Blob) => {
      reset();
      try {
        const judged = await judgeFile(file, maxBytes);
        setChosen((now) => now ?? judged);
      } catch (error) {
        setRefusal(toAccountError(error));
      }
    },
    [reset, maxBytes],
  );

  const save = useCallback<AvatarEditorHandle['save']>(
    async (image) => {
      if (upload.current !== null) return false;
      const controller = new AbortController();
      const { signal } = controller;
      upload.current = controller;
      reset();
      setProgress(0);
      try {
        const input = { image: image instanceof Blob ? image : await image() };
        if (onBefore && !(await onBefore(input))) return false;
        const outcome = await send(input, { signal, onProgress: setProgress });
        if (outcome.status === 'done') {
          setChosen(null);
          setStatus('saved');
          onDone?.(outcome.answer.account);
          return true;
        }
        if (outcome.status === 'failed' && outcome.error.code === 'aborted') {
          resetSend();
          setStatus('stopped');
          // The last bytes may have left before the stop.
          void client.invalidateQueries({ queryKey });
        }
      } catch (error) {
        setRefusal(toAccountError(error));
      } finally {
        upload.current = null;
        setProgress(null);
      }
      return false;
    },
    [reset, resetSend, send, onBefore, onDone, client, queryKey],
  );

  const cancel = useCallback(() => {
    if (upload.current !== null) return upload.current.abort();
    reset();
    setChosen(null);
  }, [reset]);

  const remove = useCallback(async () => {
    reset();
    if (onBefore && !(await onBefore(null))) return false;
    const outcome = await takeAway(undefined);
    if (outcome.status !== 'done') return false;
    setStatus('removed');
    onDone?.(outcome.answer.account);
    return true;
  }, [reset, takeAway, onBefore, onDone]);

  return {
    chosen,
    choose,
    refuse,
    save,
    cancel,
    remove,
    busy: progress !== null ? 'save' : removing.pending ? 'remove' : null,
    progress: progress ?? 0,
    status: setting.interrupted || removing.interrupted ? 'interrupted' : status,
    error: refusal ?? setting.error ?? removing.error,
    reset,
  };
}
