'use client';
import type { ReactElement, ReactNode } from 'react';
import type { AccountError } from '../contract/account-error.ts';
import { useWords } from './account-context.ts';
import { errorSentence } from './error-words.ts';
import { Countdown } from './ui/countdown.tsx';
import { Notice } from './ui/notice.tsx';
import { Alert } from './ui/status.tsx';

/** Props of `Failure`. */
export interface FailureProps {
  /** Null shows nothing, and keeps the alert's place so that the next failure is read out. */
  error: AccountError | null;
  /** Fields that show their own errors: these pointers are not repeated here. */
  shownPointers?: readonly string[];
  /** Called when waiting is over. */
  onWaited?: () => void;
  /** Buttons. */
  actions?: ReactNode;
}

const none: readonly string[] = [];

/** Why a submit failed, read out at once; with a limit it counts down. */
export function Failure({
  error,
  shownPointers = none,
  onWaited,
  actions,
}: FailureProps): ReactElement {
  const words = useWords();
  const shown =
    error?.errors.length !== 0 && error?.errors.every((one) => shownPointers.includes(one.pointer));
  return (
    <Alert>
      {error && !shown && (
        <Notice tone={error.code === 'offline' ? 'warning' : 'danger'} actions={actions}>
          {error.retryAfterSeconds !== undefined ? (
            <Countdown
              key={String(error.retryAfterSeconds)}
              seconds={error.retryAfterSeconds}
              onEnd={onWaited}
            >
              {(seconds) => errorSentence(error, words, seconds)}
            </Countdown>
          ) : (
            errorSentence(error, words)
          )}
        </Notice>
      )}
    </Alert>
  );
}
