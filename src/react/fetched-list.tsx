'use client';
import type { ReactElement, ReactNode, RefObject } from 'react';
import type { AccountError } from '../contract/account-error.ts';
import { isSignedOut } from './account-query.ts';
import { useWords } from './account-context.ts';
import { Failure } from './failure.tsx';
import { Button } from './ui/button.tsx';
import { usePart } from './ui/look.ts';
import { Skeleton } from './ui/skeleton.tsx';

/** Props of `FetchedList`. */
export interface FetchedListProps {
  /** What the list is of, for those who hear it. */
  name: string;
  /** Its element, which takes the focus when what had it has gone. */
  place: RefObject<HTMLDivElement | null>;
  /** Whether there is something to show. */
  ready: boolean;
  /** Why there is nothing. */
  error: AccountError | null;
  onAgain: () => void;
  children: ReactNode;
}

/** A list with a request of its own: its place is held while it comes, and a failure can be tried again. */
export function FetchedList(props: FetchedListProps): ReactElement {
  const { name, place, ready, error, onAgain, children } = props;
  const words = useWords();
  const part = usePart();
  const again = (): void => {
    // The button goes as soon as it is pressed.
    place.current?.focus();
    onAgain();
  };
  const waits = !ready && error === null;
  return (
    <div
      ref={place}
      role="group"
      aria-label={name}
      aria-busy={waits}
      tabIndex={-1}
      className={part('stack', part('arrival'))}
    >
      <Failure
        error={ready ? null : error}
        onWaited={onAgain}
        actions={
          isSignedOut(error) ? undefined : <Button onClick={again}>{words.account.tryAgain}</Button>
        }
      />
      {waits && (
        <>
          <Skeleton shape="control" />
          <Skeleton shape="control" />
        </>
      )}
      {ready && children}
    </div>
  );
}
