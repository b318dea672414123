import type { ReactElement, ReactNode } from 'react';
import { usePart } from './look.ts';
import type { HeadingLevel } from './section.tsx';

export interface SubtitleProps {
  /** Of the section's own heading; 2 by default. The subtitle is one below. */
  under?: HeadingLevel | undefined;
  children: ReactNode;
}

/** The heading of a step inside a section. */
export function Subtitle({ under = 2, children }: SubtitleProps): ReactElement {
  const part = usePart();
  const Heading: `h${HeadingLevel}` = `h${Math.min(6, under + 1) as HeadingLevel}`;
  return <Heading className={part('subtitle')}>{children}</Heading>;
}
