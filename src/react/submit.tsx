'use client';
import type { ReactElement } from 'react';
import type { AccountError } from '../contract/account-error.ts';
import { Failure } from './failure.tsx';
import { Button } from './ui/button.tsx';
import { Actions } from './ui/form.tsx';
import { Status } from './ui/status.tsx';

/** Props of `Submit`. */
export interface SubmitProps {
  /** What the button starts. */
  of: { pending: boolean; error: AccountError | null; reset: () => void };
  label: string;
  variant?: 'primary' | 'danger';
  /** The sentence beside the button; empty keeps its place. */
  said?: string;
  /** Whether that is good news. */
  good?: boolean;
  /** Fields that show their own errors. */
  shownPointers?: readonly string[];
}

/** The end of every form: why it failed, the button, what became of it. As long as one has to wait, presses do nothing. */
export function Submit(props: SubmitProps): ReactElement {
  const { of, label, variant = 'primary', said, good, shownPointers } = props;
  const { pending, error, reset } = of;
  return (
    <>
      <Failure error={error} shownPointers={shownPointers} onWaited={reset} />
      <Actions>
        <Button
          type="submit"
          variant={variant}
          pending={pending}
          aria-disabled={error?.retryAfterSeconds !== undefined || undefined}
        >
          {label}
        </Button>
        <Status tone={good ? 'success' : 'neutral'}>{said}</Status>
      </Actions>
    </>
  );
}
