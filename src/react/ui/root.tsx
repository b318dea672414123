import { forwardRef } from 'react';
import type { ComponentPropsWithoutRef, ForwardRefExoticComponent, RefAttributes } from 'react';
import { useLook, usePart } from './look.ts';

/** Everything a `<div>` takes; `lang` and `dir` when they differ from the page's. */
export type RootProps = ComponentPropsWithoutRef<'div'>;

/**
 * The element that carries the tokens: every part stands inside one. Its ref is where dialogs of this section are rendered.
 * Focusable by script alone, as the last resort when the element that opened a dialog is gone.
 */
export const Root: ForwardRefExoticComponent<RootProps & RefAttributes<HTMLDivElement>> =
  forwardRef(function Root({ className, ...props }, ref) {
    const part = usePart();
    const { theme, colorScheme } = useLook();
    return (
      <div
        tabIndex={-1}
        data-selvedge-theme={theme}
        data-selvedge-scheme={colorScheme}
        {...props}
        ref={ref}
        className={part('root', className)}
      />
    );
  });
