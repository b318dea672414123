import { forwardRef } from 'react';
import type { ComponentPropsWithoutRef, ForwardRefExoticComponent, RefAttributes } from 'react';
import { classNames } from './class-name.ts';

/** Everything a `<div>` takes; `lang` and `dir` when they differ from the page's. */
export type RootProps = ComponentPropsWithoutRef<'div'>;

/**
 * The element that carries the tokens: every part stands inside one. Its ref is where dialogs of this section are rendered.
 * Focusable by script alone, as the last resort when the element that opened a dialog is gone.
 */
export const Root: ForwardRefExoticComponent<RootProps & RefAttributes<HTMLDivElement>> =
  forwardRef(function Root({ className, ...props }, ref) {
    return (
      <div tabIndex={-1} {...props} ref={ref} className={classNames('selvedge-root', className)} />
    );
  });
