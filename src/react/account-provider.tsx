'use client';
import { QueryClient } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Account } from '../contract/account.ts';
import type { AccountBackend } from '../contract/backend.ts';
import type { Words } from '../words/interface/en.ts';
import type { AccountContextValue } from './account-context.ts';
import { AccountContext } from './account-context.ts';
import { createAccountQuery } from './account-query.ts';
import { StepUpOutlet } from './step-up/step-up-outlet.tsx';
import { createStepUpState } from './step-up/step-up-state.ts';
import type { Look } from './ui/look.ts';
import { LookContext } from './ui/look.ts';

/** Props of `AccountProvider`. */
export interface AccountProviderProps {
  /** What the components talk to: `createHttpBackend()`, `createMemoryBackend()`, or the host's own. */
  backend: AccountBackend;
  /** What the page says: `en` from `selvedge/locales/en`, another language, or a copy with changed sentences. */
  words: Words;
  /**
   * A TanStack Query client of the host; by default the provider has its own, which no other query sees. A server that
   * knows the account puts it under `accountQueryKey`, and the sections are there without a request.
   */
  queryClient?: QueryClient;
  /**
   * How the components look like the host: theme, colour scheme, classes and components of parts, logo, legal links. Keep
   * it the same object as long as nothing in it changes.
   */
  look?: Look;
  /** Called by the "Sign in" buttons, for example to go to the sign-in page and come back. */
  onSignIn?: () => void;
  /** The page: every component and hook of ours below this shares the account. */
  children: ReactNode;
}

/** Where the account lies in the query client; a second backend in the same client has a key of its own below it. */
export const accountQueryKey: readonly string[] = ['selvedge'];

const known = new WeakMap<QueryClient, WeakMap<AccountBackend, readonly string[]>>();
let made = 0;

function keyOf(backend: AccountBackend, client: QueryClient): readonly string[] {
  const keys = known.get(client) ?? new WeakMap<AccountBackend, readonly string[]>();
  const key =
    keys.get(backend) ??
    (known.has(client) ? [...accountQueryKey, String(++made)] : accountQueryKey);
  known.set(client, keys.set(backend, key));
  return key;
}

const channelName = 'selvedge';
const plain: Look = {};

/** Shares one backend, one language and one cached account among the components below it. */
export function AccountProvider(props: AccountProviderProps): ReactElement {
  const { backend, words, queryClient, look = plain, onSignIn, children } = props;
  const [own] = useState(() => new QueryClient());
  const [stepUp] = useState(createStepUpState);
  const client = queryClient ?? own;
  const channel = useRef<BroadcastChannel | null>(null);

  const context = useMemo((): AccountContextValue => {
    const queryKey = keyOf(backend, client);
    return {
      backend,
      words,
      client,
      queryKey,
      query: createAccountQuery(backend, client, queryKey),
      stepUp,
      onSignIn,
      async accept(account) {
        // A refetch that left before the write would bring the older account back; the lists below it have their own.
        await client.cancelQueries({ queryKey, exact: true });
        client.setQueryData<Account | null>(queryKey, (shown) => newer(shown, account));
      },
      forget() {
        void client.cancelQueries({ queryKey });
        client.setQueryData(queryKey, null);
        // Lists of what is the account's lie below it.
        client.removeQueries({ queryKey: [...queryKey, 'of'] });
        channel.current?.postMessage('signed-out');
      },
    };
  }, [backend, words, client, stepUp, onSignIn]);

  useEffect(() => {
    // Focus and reconnect reach a client only while it is mounted; a host's client is the host's to mount.
    if (client !== own) return;
    own.mount();
    return () => own.unmount();
  }, [client, own]);

  useEffect(() => {
    if (typeof BroadcastChannel === 'undefined') return;
    // One for both directions: a channel does not hear itself.
    const opened = new BroadcastChannel(channelName);
    opened.addEventListener('message', () => {
      void client.resetQueries({ queryKey: context.queryKey });
    });
    channel.current = opened;
    return () => {
      channel.current = null;
      opened.close();
    };
  }, [client, context]);

  return (
    <AccountContext.Provider value={context}>
      <LookContext.Provider value={look}>
        {children}
        <StepUpOutlet section={null} />
      </LookContext.Provider>
    </AccountContext.Provider>
  );
}

/** Of two answers about one person the newer counts; an answer about somebody who is not shown does not. */
function newer(shown: Account | null | undefined, answer: Account): Account | null {
  if (shown === undefined) return answer;
  if (shown === null || shown.id !== answer.id || shown.version > answer.version) return shown;
  return answer;
}
