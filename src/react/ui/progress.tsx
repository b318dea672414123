import type { ComponentPropsWithoutRef, ReactElement } from 'react';
import { usePart } from './look.ts';

export interface ProgressProps extends Omit<ComponentPropsWithoutRef<'progress'>, 'aria-label'> {
  /** What is under way, such as "Uploading picture". */
  label: string;
}

/** How far something is, from 0 to `max` (1 by default); without a `value` only that it runs. */
export function Progress({ label, className, ...props }: ProgressProps): ReactElement {
  const part = usePart();
  return <progress aria-label={label} {...props} className={part('progress', className)} />;
}
