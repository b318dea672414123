import type { QueryClient, QueryObserverResult } from '@tanstack/react-query';
import { QueryObserver } from '@tanstack/react-query';
import type { Account } from '../contract/account.ts';
import { isAccountError } from '../contract/account-error.ts';
import type { AccountBackend } from '../contract/backend.ts';

/** What sections look at. */
type Known = Pick<QueryObserverResult<Account | null>, 'data' | 'error' | 'refetch'>;

/** The one query below a provider: what is known of the account, or null when nobody is signed in. */
export interface AccountQuery {
  /** The same object as long as it says the same: that a fetch has begun renders nobody again. */
  get: () => Known;
  /** Fetches while the page is still being rendered. Nothing happens on a server, or when the account is known. */
  begin: () => void;
  /** The first listener fetches. */
  subscribe: (listener: () => void) => () => void;
}

/** Codes that mean "nobody is signed in", and nothing else does. */
export function isSignedOut(error: unknown): boolean {
  return (
    isAccountError(error) && (error.code === 'not_signed_in' || error.code === 'session_ended')
  );
}

/** One observer for all sections of a page: each of them having its own costs more than rendering it. */
export function createAccountQuery(
  backend: AccountBackend,
  client: QueryClient,
  queryKey: readonly string[],
): AccountQuery {
  const shown = (): Account | null | undefined => client.getQueryData<Account | null>(queryKey);
  const options = {
    queryKey,
    queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Account | null> => {
      const before = shown();
      try {
        const { account } = await backend.getAccount(undefined, { signal });
        const now = shown();
        return now && now.id === account.id && now.version > account.version ? now : account;
      } catch (error) {
        if (isSignedOut(error) && !before) return null;
        throw error;
      }
    },
    // Every answer of an operation is the newest account: only the focus of the window asks again.
    staleTime: 10_000,
    networkMode: 'always' as const,
    retry: (failures: number, error: Error) =>
      failures < 2 && isAccountError(error) && error.code === 'unavailable',
    notifyOnChangeProps: ['data' as const, 'error' as const],
  };
  let begun = false;
  const observer = new QueryObserver<Account | null>(client, options);
  let known: Known = observer.getCurrentResult();
  return {
    get() {
      const { data, error, refetch } = observer.getCurrentResult();
      if (data !== known.data || error !== known.error) known = { data, error, refetch };
      return known;
    },
    begin() {
      // Once only: what is mounted because it failed, such as a button to try again, must not be what tries.
      if (begun || typeof window === 'undefined') return;
      begun = true;
      void client.prefetchQuery(options);
    },
    subscribe(listener) {
      // The query may have been collected while nobody looked at it.
      if (!observer.hasListeners()) observer.setOptions(options);
      return observer.subscribe(listener);
    },
  };
}
