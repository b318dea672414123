import type { ReactElement, ReactNode } from 'react';
import type { PartProps } from './form.tsx';

/** A list of things that somebody has; its children are {@link Item}s. */
export function Items({ children }: PartProps): ReactElement {
  return <ul className="selvedge-items">{children}</ul>;
}

export interface ItemProps {
  /** What it is called; without it the children have the whole line. */
  title?: ReactNode;
  /** Buttons at the end of the line, or below where there is no room. */
  action?: ReactNode;
  /** What is known of it, muted. */
  children: ReactNode;
}

/** One of them: its name, what is known of it below, what can be done with it beside. */
export function Item({ title, action, children }: ItemProps): ReactElement {
  return (
    <li className="selvedge-item">
      <div className="selvedge-item-text">
        {title && <p className="selvedge-item-title">{title}</p>}
        {children}
      </div>
      {action && <div className="selvedge-row-actions">{action}</div>}
    </li>
  );
}
