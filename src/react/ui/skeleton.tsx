import type { ReactElement } from 'react';
import { usePart } from './look.ts';

export interface SkeletonProps {
  /** What will stand here: a line of text (default), a control, a button, a picture. */
  shape?: 'text' | 'control' | 'button' | 'avatar' | undefined;
  className?: string | undefined;
}

/** Holds the place of something on its way. Hidden from screen readers: say `aria-busy` on the section. */
export function Skeleton({ shape = 'text', className }: SkeletonProps): ReactElement {
  const part = usePart();
  return <span aria-hidden="true" className={part('skeleton', className)} data-shape={shape} />;
}
