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
  account: Account | null;
  error: AccountError | null;
  /** Fetches again, for example after a sign-in. */
  reload: () => void;
}

/** Codes that mean "nobody is signed in", and nothing else does. */
export function isSignedOut(error: AccountError): boolean {
  return error.code === 'not_signed_in' || error.code === 'session_ended';
}

/** The account of the session. All components below one provider share one request. */
export function useAccount(): AccountState {
  const { backend, client, queryKey } = useAccountContext();
  const query = useQuery<Account | null>(
    {
      queryKey,
      queryFn: async ({ signal }) => {
        try {
          const { account } = await backend.getAccount(undefined, { signal });
          const shown = client.getQueryData<Account | null>(queryKey);
          return shown && shown.id === account.id && shown.version > account.version
            ? shown
            : account;
        } catch (error) {
          if (isAccountError(error) && isSignedOut(error)) return null;
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
  return {
    status:
      data === null
        ? 'signed_out'
        : data !== undefined
          ? 'ready'
          : error === null
            ? 'loading'
            : 'failed',
    account: data ?? null,
    error: error && toAccountError(error),
    reload: () => void refetch(),
  };
}
