import type { ReactElement } from 'react';
import { classNames } from './class-name.ts';
import type { PartProps } from './form.tsx';

export interface StatusProps extends PartProps {
  /** `neutral` by default. */
  tone?: 'neutral' | 'success' | 'danger' | undefined;
}

/** The one line next to a form's button that says "Saved" and the like, politely. Keep it rendered while it is empty. */
export function Status({ tone = 'neutral', className, children }: StatusProps): ReactElement {
  return (
    <p role="status" className={classNames('selvedge-status', className)} data-tone={tone}>
      {children}
    </p>
  );
}

/** Holds the notice of a failed submit and has it read at once. Keep it rendered while it is empty. */
export function Alert({ className, children }: PartProps): ReactElement {
  return (
    <div role="alert" className={classNames('selvedge-alert', className)}>
      {children}
    </div>
  );
}
