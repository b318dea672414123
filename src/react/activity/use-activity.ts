'use client';
import { useCallback, useEffect, useState } from 'react';
import type { Account } from '../../contract/account.ts';
import type { AccountError } from '../../contract/account-error.ts';
import type { ActivityEntry } from '../../contract/activity.ts';
import { useOperation } from '../use-operation.ts';

/** Options of `useActivity`. */
export interface ActivityOptions {
  /** Called when an entry was reported, for example to lead to the change of the password. */
  onReported?: ((account: Account) => void) | undefined;
}

/** What `useActivity` answers. */
export interface ActivityHandle {
  /** Newest first; null until they are there. */
  entries: readonly ActivityEntry[] | null;
  /** Fetches older ones; null when there are none. */
  loadMore: (() => void) | null;
  /** Whether entries are on their way. */
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
  const lists = useOperation('listActivity');
  const reports = useOperation('reportActivity');
  const [entries, setEntries] = useState<readonly ActivityEntry[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const { run: runList } = lists;

  const load = useCallback(
    async (before?: string) => {
      const outcome = await runList(before === undefined ? {} : { before });
      if (outcome.status !== 'done') return;
      const { entries: page, next: older } = outcome.answer;
      setEntries((known) => (before === undefined ? page : [...(known ?? []), ...page]));
      setNext(older);
    },
    [runList],
  );
  const reload = useCallback(() => void load(), [load]);
  useEffect(reload, [reload]);
  const loadMore = useCallback(() => void (next !== null && load(next)), [load, next]);

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

  return {
    entries,
    loadMore: next === null ? null : loadMore,
    loading: lists.pending,
    reload,
    report,
    reporting: reports.pending,
    loadError: lists.error,
    error: reports.error,
    reset: reports.reset,
  };
}
