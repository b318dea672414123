'use client';
import type { ReactElement, RefObject } from 'react';
import { useAccountContext } from './account-context.ts';
import { Failure } from './failure.tsx';
import { Button } from './ui/button.tsx';
import { Notice } from './ui/notice.tsx';
import { useAccount } from './use-account.ts';

/** Props of `TryAgain` and `AccountMissing`. */
export interface AccountMissingProps {
  /** What gets the focus when the pressed button goes. */
  root: RefObject<HTMLElement | null>;
}

/** Fetches the account again. */
export function TryAgain({ root }: AccountMissingProps): ReactElement {
  const { words } = useAccountContext();
  const { reload } = useAccount();
  return (
    <Button
      onClick={() => {
        // The button makes room for what is on its way: the focus must not fall to the page.
        root.current?.focus();
        reload();
      }}
    >
      {words.account.tryAgain}
    </Button>
  );
}

/** In place of an account: why there is none. Nothing while it loads, and when it is there. */
export function AccountMissing({ root }: AccountMissingProps): ReactElement | null {
  const { words, onSignIn } = useAccountContext();
  const { status, error } = useAccount();
  if (status === 'failed') {
    const sentences = { unexpected: words.account.loadFailed };
    return <Failure error={error} sentences={sentences} actions={<TryAgain root={root} />} />;
  }
  if (status !== 'signed_out') return null;
  return (
    <Notice actions={onSignIn && <Button onClick={onSignIn}>{words.account.signIn}</Button>}>
      {words.account.signedOut}
    </Notice>
  );
}
