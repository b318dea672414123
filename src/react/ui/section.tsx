import { useId } from 'react';
import type { ComponentPropsWithoutRef, ReactElement, ReactNode } from 'react';
import { usePart } from './look.ts';

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

export interface SectionProps extends Omit<ComponentPropsWithoutRef<'section'>, 'title'> {
  /** The heading, which also names the section for screen readers. */
  title: ReactNode;
  /** One sentence under the heading. */
  description?: ReactNode;
  /** Level of the heading in the host's page; 2 by default. */
  level?: HeadingLevel | undefined;
  /** `stack` keeps the heading above the content however much room there is: for a page of its own. */
  layout?: 'stack' | undefined;
}

/** One settings section: heading and description, beside the content where there is room, above it where not. */
export function Section({
  title,
  description,
  level = 2,
  layout,
  className,
  children,
  ...props
}: SectionProps): ReactElement {
  const part = usePart();
  const id = useId();
  const Heading: `h${HeadingLevel}` = `h${level}`;
  return (
    <section
      aria-labelledby={id}
      {...props}
      className={part('section', className)}
      data-layout={layout}
    >
      <div className={part('section-head')}>
        <Heading id={id} className={part('title')}>
          {title}
        </Heading>
        {description && <p className={part('lead')}>{description}</p>}
      </div>
      <div className={part('section-body')}>{children}</div>
    </section>
  );
}
