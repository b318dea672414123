'use client';
import { useCallback, useEffect, useState } from 'react';
import type { DoneAnswer } from '../../contract/account.ts';
import type { AccountError } from '../../contract/account-error.ts';
import { useAccountContext } from '../account-context.ts';
import { useOperation } from '../use-operation.ts';

/** What a mailed link can do with nothing but its token. */
export type MailedLinkOperation =
  | 'confirmEmailChange'
  | 'reportEmailChange'
  | 'reportSecurityEvent';

/** A mailed link that was opened. */
export interface MailedLinkHandle {
  /** `reading` until the browser has been asked, `missing` when there is no token in the address. */
  status: 'reading' | 'missing' | 'ready' | 'done';
  /** Uses the token: nothing happens before somebody presses a button, because mail scanners open links, too. */
  use: () => Promise<void>;
  /** While the token is on its way. */
  pending: boolean;
  /** Why the last `use` failed; after a `link_…` code, or `email_taken`, another try cannot help. */
  error: AccountError | null;
  /** The masked address of the answer. */
  maskedEmail: string | null;
  /** Forgets the error, for example when the wait is over. */
  reset: () => void;
}

/** Takes the token out of the address bar, so that no history, no referrer and no screenshot keeps it. */
function takeToken(): string | null {
  const { hash, pathname, search } = window.location;
  const token = new URLSearchParams(hash.slice(1)).get('token');
  if (token !== null) window.history.replaceState(window.history.state, '', pathname + search);
  return token;
}

/** The token of the link, undefined until the browser has been asked, null when there is none. `onToken`: there is a new one. */
export function useLinkToken(onToken: () => void): string | null | undefined {
  const [token, setToken] = useState<string | null>();
  useEffect(() => {
    const read = (): void => {
      const found = takeToken();
      // Effects run twice in React's strict mode, and the second time the address is clean.
      setToken((before) => found ?? before ?? null);
      if (found !== null) onToken();
    };
    read();
    // A second mail's link, opened in the tab of the first, changes nothing but the hash.
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, [onToken]);
  return token;
}

/** All logic of a page that a mailed link opens. It needs no session and makes none. */
export function useMailedLink(
  operation: MailedLinkOperation,
  onDone?: (answer: DoneAnswer) => void,
): MailedLinkHandle {
  const { client, queryKey } = useAccountContext();
  const { run, pending, error, reset } = useOperation(operation);
  const [answer, setAnswer] = useState<DoneAnswer | null>(null);
  const fresh = useCallback(() => {
    setAnswer(null);
    reset();
  }, [reset]);
  const token = useLinkToken(fresh);

  const use = useCallback(async () => {
    if (!token) return;
    const outcome = await run({ token });
    if (outcome.status !== 'done') return;
    setAnswer(outcome.answer);
    // Whoever is signed in here may be the one whose address it is.
    void client.invalidateQueries({ queryKey });
    onDone?.(outcome.answer);
  }, [token, run, client, queryKey, onDone]);

  const status = answer
    ? 'done'
    : token === undefined
      ? 'reading'
      : token === null
        ? 'missing'
        : 'ready';
  return { status, use, pending, error, reset, maskedEmail: answer?.maskedEmail ?? null };
}
