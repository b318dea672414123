'use client';
import type { ReactElement } from 'react';
import type { AccountError } from '../contract/account-error.ts';
import { useWords } from './account-context.ts';
import { Failure } from './failure.tsx';
import { Button } from './ui/button.tsx';
import { Skeleton } from './ui/skeleton.tsx';

/** Stands where a list will be: it is on its way, or could not be fetched. */
export function ListPlaceholder({
  error,
  onAgain,
}: {
  error: AccountError | null;
  onAgain: () => void;
}): ReactElement {
  const words = useWords();
  return (
    <div className="selvedge-form" aria-busy={error === null}>
      <Failure
        error={error}
        onWaited={onAgain}
        actions={<Button onClick={onAgain}>{words.account.tryAgain}</Button>}
      />
      {error === null && (
        <>
          <Skeleton shape="control" />
          <Skeleton shape="control" />
        </>
      )}
    </div>
  );
}
