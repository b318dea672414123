'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Account } from '../../contract/account.ts';
import { AccountError } from '../../contract/account-error.ts';
import type { ActivityAnswer, ActivityEntry } from '../../contract/activity.ts';
import { useAccountContext } from '../account-context.ts';
import { listQuery, useListKey } from '../list-key.ts';
import { toAccountError, useOperation } from '../use-operation.ts';

/** Options of `useActivity`. */
export interface ActivityOptions {
  /** Called when an entry was reported, for example to lead to the change of the password. */
  onReported?: ((account: Account) => void) | undefined;
}

/** What `useActivity` answers. */
export interface ActivityHandle {
  /** Newest first; null until they are there. */
  entries: readonly ActivityEntry[] | null;
  /** How many have been fetched by `loadMore` last. */
  older: number;
  /** Fetches older ones; null when there are none. */
  loadMore: (() => void) | null;
  /** Whether older ones are on their way. */
  loading: boolean;
  /** Asks for the newest again. */
  reload: () => void;
  /** "This wasn't me". Resolves to whether it is done. */
  report: (id: string) => Promise<boolean>;
  /** While a report is under way. */
  reporting: boolean;
  /** Why entries could not be fetched. */
  loadError: AccountError | null;
  /** Why the last report failed. */
  error: AccountError | null;
  /** Forgets `error`. */
  reset: () => void;
}

/** All logic of the activity log, no DOM. To be used where there is an account, and anew for another person. */
export function useActivity({ onReported }: ActivityOptions = {}): ActivityHandle {
  const { backend, client } = useAccountContext();
  const { key, accountId } = useListKey('activity');
  const log = useInfiniteQuery(
    {
      queryKey: key,
      queryFn: async ({ pageParam: before, signal }) => {
        if (backend.listActivity === undefined) throw new AccountError('not_allowed');
        return backend.listActivity(before === null ? {} : { before }, { accountId, signal });
      },
      initialPageParam: null as string | null,
      getNextPageParam: ({ next }: ActivityAnswer) => next,
      ...listQuery,
    },
    client,
  );
  const { refetch, fetchNextPage } = log;
  const reload = useCallback(() => void refetch(), [refetch]);
  const loadMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const reports = useOperation('reportActivity');
  const { run: runReport } = reports;
  const report = useCallback(
    async (id: string) => {
      const outcome = await runReport({ id });
      if (outcome.status !== 'done') return false;
      reload();
      onReported?.(outcome.answer.account);
      return true;
    },
    [runReport, reload, onReported],
  );

  const pages = log.data?.pages ?? [];
  return {
    older: pages.length > 1 ? (pages.at(-1)?.entries.length ?? 0) : 0,
    entries: useMemo(() => log.data?.pages.flatMap((page) => page.entries) ?? null, [log.data]),
    loadMore: log.hasNextPage ? loadMore : null,
    loading: log.isFetchingNextPage,
    reload,
    report,
    reporting: reports.pending,
    loadError: log.error && toAccountError(log.error),
    error: reports.error,
    reset: reports.reset,
  };
}
