import type { ReactElement } from 'react';
import { classNames } from './class-name.ts';

export interface SkeletonProps {
  /** What will stand here: a line of text (default), a control, a button, a picture. */
  shape?: 'text' | 'control' | 'button' | 'avatar' | undefined;
  className?: string | undefined;
}

/** Holds the place of something on its way. Hidden from screen readers: say `aria-busy` on the section. */
export function Skeleton({ shape = 'text', className }: SkeletonProps): ReactElement {
  return (
    <span
      aria-hidden="true"
      className={classNames('selvedge-skeleton', className)}
      data-shape={shape}
    />
  );
}
