'use client';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { AccountError } from '../../contract/account-error.ts';
import type { Session } from '../../contract/sessions.ts';
import { useAccountContext } from '../account-context.ts';
import { listQuery, useListKey } from '../list-key.ts';
import type { Outcome } from '../use-operation.ts';
import { toAccountError, useOperation } from '../use-operation.ts';
import { useTurn } from '../use-turn.ts';

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
  const { backend, client } = useAccountContext();
  const { key, accountId } = useListKey('sessions');
  const list = useQuery(
    {
      queryKey: key,
      queryFn: async ({ signal }) => {
        if (backend.listSessions === undefined) throw new AccountError('not_allowed');
        return (await backend.listSessions(undefined, { accountId, signal })).sessions;
      },
      ...listQuery,
    },
    client,
  );
  const ends = useOperation('endSession');
  const endsOthers = useOperation('endOtherSessions');
  const [ending, setEnding] = useState<string | null>(null);
  const [status, setStatus] = useState<SessionsHandle['status']>('idle');
  const { run: runEnd, reset: resetEnd } = ends;
  const { run: runOthers, reset: resetOthers } = endsOthers;
  const reset = useCallback(() => {
    resetEnd();
    resetOthers();
  }, [resetEnd, resetOthers]);

  const takeTurn = useTurn();
  const finish = useCallback(
    (
      what: string,
      work: () => Promise<Outcome<'endSession'>>,
      then: 'ended' | 'others_ended',
    ): Promise<void> =>
      takeTurn(async () => {
        reset();
        setStatus('idle');
        setEnding(what);
        const outcome = await work();
        setEnding(null);
        if (outcome.status !== 'done') return;
        // A list that left the server before would bring the ended ones back.
        await client.cancelQueries({ queryKey: key });
        client.setQueryData(key, outcome.answer.sessions);
        setStatus(then);
        onDone?.(outcome.answer.sessions);
      }),
    [takeTurn, reset, client, key, onDone],
  );
  const end = useCallback(
    (id: string) => finish(id, () => runEnd({ id }), 'ended'),
    [finish, runEnd],
  );
  const endOthers = useCallback(
    () => finish('others', () => runOthers(undefined), 'others_ended'),
    [finish, runOthers],
  );
  const { refetch } = list;

  return {
    sessions: list.data ?? null,
    reload: useCallback(() => void refetch(), [refetch]),
    end,
    endOthers,
    ending,
    status,
    loadError: list.error && toAccountError(list.error),
    error: ends.error ?? endsOthers.error,
    reset,
  };
}
