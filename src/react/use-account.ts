'use client';
import { useState, useSyncExternalStore } from 'react';
import type { Account } from '../contract/account.ts';
import type { AccountError } from '../contract/account-error.ts';
import { useAccountContext } from './account-context.ts';
import { isSignedOut } from './account-query.ts';
import { toAccountError } from './use-operation.ts';

/** What `useAccount` answers. */
export interface AccountState {
  /** `ready` also while newer data could not be fetched: then `error` says why, and `account` is what was known. */
  status: 'loading' | 'ready' | 'failed' | 'signed_out';
  /** Null unless `ready`. */
  account: Account | null;
  /** Null unless the last fetch failed. */
  error: AccountError | null;
  /** Fetches again, for example after a sign-in. */
  reload: () => void;
  /** To be called after a sign-out: everything personal goes, here and in the other tabs of this browser. */
  forget: () => void;
}

/**
 * The account of the session. A session that ends by itself hides the account but keeps it, so that what was typed is
 * there again when the same person has signed in; `kept` is that account.
 */
export function useAccountQuery(): AccountState & { kept: Account | null } {
  const { query, forget } = useAccountContext();
  // Not in an effect: the answer travels while the page is rendered for the first time.
  useState(query.begin);
  const { data, error, refetch } = useSyncExternalStore(query.subscribe, query.get, query.get);
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
