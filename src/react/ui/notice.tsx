import type { ReactElement, ReactNode } from 'react';
import { Actions } from './form.tsx';
import type { PartProps } from './form.tsx';
import { usePart } from './look.ts';

export interface NoticeProps extends PartProps {
  /** `info` by default. The words must say it too: colour alone tells nobody. */
  tone?: 'info' | 'success' | 'warning' | 'danger' | undefined;
  title?: ReactNode;
  /** Buttons at the end of the line, or below where there is no room. */
  actions?: ReactNode;
}

/** A message that stands in the page. Not announced by itself: put it into an `Alert` when it appears later. */
export function Notice({
  tone = 'info',
  title,
  actions,
  className,
  children,
}: NoticeProps): ReactElement {
  const part = usePart();
  return (
    <div className={part('notice', className)} data-tone={tone}>
      <div className={part('notice-text')}>
        {title && <strong className={part('notice-title')}>{title}</strong>}
        {children}
      </div>
      {actions && <Actions>{actions}</Actions>}
    </div>
  );
}
