'use client';
import { useCallback, useEffect, useState } from 'react';
import type { AccountError } from '../../contract/account-error.ts';
import type { Session } from '../../contract/sessions.ts';
import { useOperation } from '../use-operation.ts';

/** Options of `useSessions`. */
export interface SessionsOptions {
  /** Called when sessions were ended. */
  onDone?: ((sessions: readonly Session[]) => void) | undefined;
}

/** What `useSessions` answers. */
export interface SessionsHandle {
  /** The one that asks first, then by last use; null until they are there. */
  sessions: readonly Session[] | null;
  /** Asks again. */
  reload: () => void;
  /** Ends one. */
  end: (id: string) => Promise<void>;
  /** Ends all but the one that asks. */
  endOthers: () => Promise<void>;
  /** The id of the one that is being ended, or `others`, or null. */
  ending: string | null;
  /** What happened last. */
  status: 'idle' | 'ended' | 'others_ended';
  /** Why the list could not be fetched. */
  loadError: AccountError | null;
  /** Why the last ending failed. */
  error: AccountError | null;
  /** Forgets `error`. */
  reset: () => void;
}

/** All logic of the list of sessions, no DOM. To be used where there is an account, and anew for another person. */
export function useSessions({ onDone }: SessionsOptions = {}): SessionsHandle {
  const lists = useOperation('listSessions');
  const ends = useOperation('endSession');
  const endsOthers = useOperation('endOtherSessions');
  const [sessions, setSessions] = useState<readonly Session[] | null>(null);
  const [ending, setEnding] = useState<string | null>(null);
  const [status, setStatus] = useState<SessionsHandle['status']>('idle');

  const { run: runList } = lists;
  const load = useCallback(async () => {
    const outcome = await runList(undefined);
    if (outcome.status === 'done') setSessions(outcome.answer.sessions);
  }, [runList]);
  const reload = useCallback(() => void load(), [load]);
  useEffect(reload, [reload]);

  const { run: runEnd, reset: resetEnd } = ends;
  const { run: runOthers, reset: resetOthers } = endsOthers;
  const reset = useCallback(() => {
    resetEnd();
    resetOthers();
  }, [resetEnd, resetOthers]);

  const end = useCallback(
    async (id: string) => {
      reset();
      setStatus('idle');
      setEnding(id);
      const outcome = await runEnd({ id });
      setEnding(null);
      if (outcome.status !== 'done') return;
      setSessions(outcome.answer.sessions);
      setStatus('ended');
      onDone?.(outcome.answer.sessions);
    },
    [reset, runEnd, onDone],
  );

  const endOthers = useCallback(async () => {
    reset();
    setStatus('idle');
    setEnding('others');
    const outcome = await runOthers(undefined);
    setEnding(null);
    if (outcome.status !== 'done') return;
    setSessions(outcome.answer.sessions);
    setStatus('others_ended');
    onDone?.(outcome.answer.sessions);
  }, [reset, runOthers, onDone]);

  return {
    sessions,
    reload,
    end,
    endOthers,
    ending,
    status,
    loadError: lists.error,
    error: ends.error ?? endsOthers.error,
    reset,
  };
}
