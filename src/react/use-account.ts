'use client';
import { useQuery } from '@tanstack/react-query';
import type { Account } from '../contract/account.ts';
import type { AccountError } from '../contract/account-error.ts';
import { isAccountError } from '../contract/account-error.ts';
import { useAccountContext } from './account-context.ts';
import { toAccountError } from './use-operation.ts';

/** What `useAccount` answers. */
export interface AccountState {
  /** `ready` also while newer data could not be fetched: then `error` says why, and `account` is what was known. */
  status: 'loading' | 'ready' | 'failed' | 'signed_out';
  /** The newest that is known; null unless the status is `ready`. */
  account: Account | null;
  /** Why the last fetch failed; null when it did not, and when nobody is signed in. */
  error: AccountError | null;
  /** Fetches again, for example after a sign-in. */
  reload: () => void;
  /** To be called after a sign-out: everything personal goes, here and in the other tabs of this browser. */
  forget: () => void;
}

/** Codes that mean "nobody is signed in", and nothing else does. */
function isSignedOut(error: unknown): boolean {
  return (
    isAccountError(error) && (error.code === 'not_signed_in' || error.code === 'session_ended')
  );
}

/**
 * The account of the session. A session that ends by itself hides the account but keeps it, so that what was typed is
 * there again when the same person has signed in; `kept` is that account.
 */
export function useAccountQuery(): AccountState & { kept: Account | null } {
  const { backend, client, queryKey, forget } = useAccountContext();
  const query = useQuery<Account | null>(
    {
      queryKey,
      queryFn: async ({ signal }) => {
        const shown = client.getQueryData<Account | null>(queryKey);
        try {
          const { account } = await backend.getAccount(undefined, { signal });
          const now = client.getQueryData<Account | null>(queryKey);
          return now && now.id === account.id && now.version > account.version ? now : account;
        } catch (error) {
          if (isSignedOut(error) && !shown) return null;
          throw error;
        }
      },
      // Every answer of an operation is the newest account: only the focus of the window asks again.
      staleTime: 10_000,
      networkMode: 'always',
      retry: (failures, error) =>
        failures < 2 && isAccountError(error) && error.code === 'unavailable',
    },
    client,
  );
  const { data, error, refetch } = query;
  const out = data === null || isSignedOut(error);
  return {
    status: out
      ? 'signed_out'
      : data !== undefined
        ? 'ready'
        : error === null
          ? 'loading'
          : 'failed',
    account: out ? null : (data ?? null),
    error: out ? null : error && toAccountError(error),
    kept: data ?? null,
    reload: () => void refetch(),
    forget,
  };
}

/** The account of the session. All components below one provider share one request. */
export function useAccount(): AccountState {
  const { kept: _, ...state } = useAccountQuery();
  return state;
}
