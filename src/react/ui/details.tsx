import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-name.ts';
import type { PartProps } from './form.tsx';

/** A list of values that are only shown; its children are {@link Detail}s. */
export function Details({ className, children }: PartProps): ReactElement {
  return <dl className={classNames('selvedge-details', className)}>{children}</dl>;
}

export interface DetailProps extends PartProps {
  /** What the value is. */
  term: ReactNode;
  /** A button or link at the end of the line. */
  action?: ReactNode;
}

/** One value with its name; the value is the children. */
export function Detail({ term, action, className, children }: DetailProps): ReactElement {
  return (
    <div className={classNames('selvedge-detail', className)}>
      <dt className="selvedge-detail-term">{term}</dt>
      <dd className="selvedge-detail-value">
        <div>{children}</div>
        {action}
      </dd>
    </div>
  );
}
