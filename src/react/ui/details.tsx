import type { ReactElement, ReactNode } from 'react';
import type { PartProps } from './form.tsx';
import { usePart } from './look.ts';

/** A list of values that are only shown; its children are {@link Detail}s. */
export function Details({ className, children }: PartProps): ReactElement {
  const part = usePart();
  return <dl className={part('details', className)}>{children}</dl>;
}

export interface DetailProps extends PartProps {
  /** What the value is. */
  term: ReactNode;
  /** A button or link at the end of the line. */
  action?: ReactNode;
}

/** One value with its name; the value is the children. */
export function Detail({ term, action, className, children }: DetailProps): ReactElement {
  const part = usePart();
  return (
    <div className={part('detail', className)}>
      <dt className={part('detail-term')}>{term}</dt>
      <dd className={part('detail-value')}>
        <div>{children}</div>
        {action}
      </dd>
    </div>
  );
}
