'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Account } from '../../contract/account.ts';
import type { AccountError } from '../../contract/account-error.ts';
import type { SetAvatar } from '../../contract/avatar.ts';
import { useAccountContext } from '../account-context.ts';
import { toAccountError, useOperation } from '../use-operation.ts';

/** Options of `useAvatarUpload`. */
export interface AvatarUploadOptions {
  /** Asked before a picture is sent; `false` keeps it from happening. */
  onBefore?: ((input: SetAvatar) => boolean | Promise<boolean>) | undefined;
  /** Called when it is the account's. */
  onDone?: ((account: Account) => void) | undefined;
}

/** What `useAvatarUpload` answers. */
export interface AvatarUploadHandle {
  /**
   * Sends a picture, or what the function makes. One at a time, whatever is pressed. Resolves to whether it is the
   * account's now.
   */
  save: (image: Blob | (() => Promise<Blob>)) => Promise<boolean>;
  /** Stops what is being sent. Answers whether anything was. */
  stop: () => boolean;
  /** From `save` to its end. */
  pending: boolean;
  /** How much of the picture has left, from 0 to 1. */
  progress: number;
  /** What happened last, unless it failed. `stopped`: by `stop`; `interrupted`: a proof was asked for and not given. */
  status: 'idle' | 'stopped' | 'interrupted';
  /** Why the last one failed. */
  error: AccountError | null;
  /** Forgets the error, for example when the wait is over. */
  reset: () => void;
}

/** Sends the account's picture. It is stopped when the component leaves the page. */
export function useAvatarUpload({
  onBefore,
  onDone,
}: AvatarUploadOptions = {}): AvatarUploadHandle {
  const { client, queryKey } = useAccountContext();
  const setting = useOperation('setAvatar');
  const { run, reset: resetRun } = setting;
  const [failure, setFailure] = useState<AccountError | null>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const [stopped, setStopped] = useState(false);
  const underWay = useRef<AbortController | null>(null);

  useEffect(() => () => underWay.current?.abort(), []);

  const reset = useCallback(() => {
    setStopped(false);
    setFailure(null);
    resetRun();
  }, [resetRun]);

  const save = useCallback<AvatarUploadHandle['save']>(
    async (image) => {
      if (underWay.current !== null) return false;
      const controller = new AbortController();
      const { signal } = controller;
      underWay.current = controller;
      reset();
      setProgress(0);
      try {
        const input = { image: image instanceof Blob ? image : await image() };
        if (onBefore && !(await onBefore(input))) return false;
        const outcome = await run(input, { signal, onProgress: setProgress });
        if (outcome.status === 'done') {
          onDone?.(outcome.answer.account);
          return true;
        }
        if (outcome.status === 'failed' && outcome.error.code === 'aborted') {
          resetRun();
          setStopped(true);
          // The last bytes may have left before the stop.
          void client.invalidateQueries({ queryKey });
        }
      } catch (error) {
        setFailure(toAccountError(error));
      } finally {
        underWay.current = null;
        setProgress(null);
      }
      return false;
    },
    [reset, resetRun, run, onBefore, onDone, client, queryKey],
  );

  const stop = useCallback(() => {
    underWay.current?.abort();
    return underWay.current !== null;
  }, []);

  return {
    save,
    stop,
    pending: progress !== null,
    progress: progress ?? 0,
    status: setting.interrupted ? 'interrupted' : stopped ? 'stopped' : 'idle',
    error: failure ?? setting.error,
    reset,
  };
}
