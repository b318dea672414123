'use client';
import type { QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { Account } from '../contract/account.ts';
import type { AccountBackend } from '../contract/backend.ts';
import type { Words } from '../words/interface/en.ts';
import type { AccountQuery } from './account-query.ts';
import type { StepUpState } from './step-up/step-up-state.ts';

/** What the provider shares with the hooks. It never changes while the backend and the words stay the same. */
export interface AccountContextValue {
  backend: AccountBackend;
  words: Words;
  client: QueryClient;
  /** Where the account lies in the client. */
  queryKey: readonly string[];
  query: AccountQuery;
  stepUp: StepUpState;
  /** Takes the account of an answer, unless a newer one or another person's is shown. */
  accept: (account: Account) => Promise<void>;
  /** Empties the cache, here and in the other tabs of this browser. */
  forget: () => void;
  /** What the host does when a new sign-in is needed. */
  onSignIn: (() => void) | undefined;
}

/** Internal: provided by `AccountProvider`. */
export const AccountContext = createContext<AccountContextValue | null>(null);

/** The context, or a sentence when the provider is missing. */
export function useAccountContext(): AccountContextValue {
  const context = useContext(AccountContext);
  if (context === null) {
    throw new Error(
      'selvedge: a component or hook is used outside <AccountProvider>. Put the provider around it, with a backend and words.',
    );
  }
  return context;
}

/** The words of the page. */
export function useWords(): Words {
  return useAccountContext().words;
}
