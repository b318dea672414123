'use client';
import type { ReactElement, ReactNode } from 'react';
import type { AccountError } from '../contract/account-error.ts';
import type { ErrorCode } from '../contract/errors.ts';
import { useAccountContext } from './account-context.ts';
import { errorSentence } from './error-words.ts';
import { Button } from './ui/button.tsx';
import { Countdown } from './ui/countdown.tsx';
import { Notice } from './ui/notice.tsx';
import { Alert } from './ui/status.tsx';

/** Props of `Failure`. */
export interface FailureProps {
  /** Null shows nothing, and keeps the alert's place so that the next failure is read out. */
  error: AccountError | null;
  /** Fields that show their own errors: these pointers are not repeated here. */
  shownPointers?: readonly string[] | undefined;
  /** Called when waiting is over. */
  onWaited?: () => void;
  /** Said in this section in place of the general sentences. */
  sentences?: Partial<Record<ErrorCode, string>>;
  /** Buttons. */
  actions?: ReactNode;
}

const none: readonly string[] = [];

/** Why a submit failed, read out at once; with a limit it counts down. */
export function Failure({
  error,
  shownPointers = none,
  onWaited,
  sentences,
  actions,
}: FailureProps): ReactElement {
  const { words, onSignIn } = useAccountContext();
  const out = error?.code === 'not_signed_in' || error?.code === 'session_ended';
  const shown =
    error?.errors.length !== 0 && error?.errors.every((one) => shownPointers.includes(one.pointer));
  return (
    <Alert>
      {error && !shown && (
        <Notice
          tone={error.code === 'offline' ? 'warning' : 'danger'}
          actions={
            actions ??
            (out && onSignIn && <Button onClick={onSignIn}>{words.account.signIn}</Button>)
          }
        >
          {error.retryAfterSeconds !== undefined ? (
            <Countdown
              key={String(error.retryAfterSeconds)}
              seconds={error.retryAfterSeconds}
              onEnd={onWaited}
            >
              {(seconds) => errorSentence(error, words, seconds)}
            </Countdown>
          ) : (
            (sentences?.[error.code] ?? errorSentence(error, words))
          )}
        </Notice>
      )}
    </Alert>
  );
}
