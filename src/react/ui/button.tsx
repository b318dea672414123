import { forwardRef } from 'react';
import type { ComponentPropsWithoutRef, ForwardRefExoticComponent, RefAttributes } from 'react';
import { classNames } from './class-name.ts';

export interface ButtonProps extends ComponentPropsWithoutRef<'button'> {
  /** One `primary` in a section. `danger` destroys; `quiet` has no frame. `secondary` by default. */
  variant?: 'primary' | 'secondary' | 'danger' | 'quiet' | undefined;
  /** Stays where the focus is, unlike `disabled`, but swallows presses, such as while one has to wait. */
  'aria-disabled'?: boolean | undefined;
  /** Its request is on the way: keeps focus and width, swallows further presses, shows a spinner after 300 ms. */
  pending?: boolean | undefined;
}

/** A button that does not submit unless `type="submit"` is given. */
export const Button: ForwardRefExoticComponent<ButtonProps & RefAttributes<HTMLButtonElement>> =
  forwardRef(function Button(
    { variant = 'secondary', pending, className, children, onClick, ...props },
    ref,
  ) {
    return (
      <button
        type="button"
        {...props}
        ref={ref}
        className={classNames('selvedge-button', className)}
        data-variant={variant}
        data-pending={pending ? '' : undefined}
        // `disabled` would throw the focus away, and with it the place of whoever works by keyboard.
        aria-disabled={pending || props['aria-disabled']}
        aria-busy={pending || undefined}
        onClick={
          pending || props['aria-disabled']
            ? (event) => {
                event.preventDefault();
                event.stopPropagation();
              }
            : onClick
        }
      >
        <span className="selvedge-button-label">{children}</span>
      </button>
    );
  });
