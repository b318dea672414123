import type { ReactElement, ReactNode } from 'react';
import { Fragment } from 'react';
import { usePart } from './ui/look.ts';

/** Props of `Row`. */
export interface RowProps {
  /** A drawing in front, where rows of different kinds are told apart sooner by it. */
  glyph?: ReactNode;
  title: ReactNode;
  /** A button or badge at the end of the line, which never wraps below. */
  action?: ReactNode;
  /** For more than one button: they stand below where there is no room beside. */
  wraps?: true;
  /** What is known of it, in small. What is false is left out. */
  facts: readonly ReactNode[];
}

/** A list of {@link Row}s. */
export function Rows({ children }: { children: ReactNode }): ReactElement {
  const part = usePart();
  return (
    // oxlint-disable-next-line jsx-a11y/no-redundant-roles -- for Safari, which drops it with the bullets
    <ul role="list" className={part('rows')}>
      {children}
    </ul>
  );
}

/** One of many of a kind: its name, what is known of it below, and what can be done with it beside both. */
export function Row({ glyph, title, action, wraps, facts }: RowProps): ReactElement {
  const part = usePart();
  return (
    <li className={part('row')} data-wraps={wraps && ''}>
      {glyph}
      <div className={part('row-text')}>
        <p className={part('row-title')}>{title}</p>
        <p className={part('help')} data-facts="">
          {facts
            .filter((fact) => fact !== false)
            .map((fact, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- what is told of one row keeps its order
              <Fragment key={index}>
                {index > 0 && ' '}
                <span>
                  {index > 0 && <span data-separator="">· </span>}
                  {fact}
                </span>
              </Fragment>
            ))}
        </p>
      </div>
      {action}
    </li>
  );
}
