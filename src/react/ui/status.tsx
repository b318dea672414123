import type { ReactElement } from 'react';
import type { PartProps } from './form.tsx';
import { usePart } from './look.ts';

export interface StatusProps extends PartProps {
  /** `neutral` by default. */
  tone?: 'neutral' | 'success' | 'danger' | undefined;
}

/** The one line next to a form's button that says "Saved" and the like, politely. Keep it rendered while it is empty. */
export function Status({ tone = 'neutral', className, children }: StatusProps): ReactElement {
  const part = usePart();
  return (
    <p role="status" className={part('status', className)} data-tone={tone}>
      {children}
    </p>
  );
}

/** Holds the notice of a failed submit and has it read at once. Keep it rendered while it is empty. */
export function Alert({ className, children }: PartProps): ReactElement {
  const part = usePart();
  return (
    <div role="alert" className={part('alert', className)}>
      {children}
    </div>
  );
}
