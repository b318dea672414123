import { forwardRef } from 'react';
import type { ComponentPropsWithoutRef, ForwardRefExoticComponent, RefAttributes } from 'react';
import { useLook, usePart } from './look.ts';

/** What a button is for. One `primary` in a section; `danger` destroys; `quiet` has no frame. */
export type ButtonVariant = 'primary' | 'secondary' | 'danger' | 'quiet';

export interface ButtonProps extends ComponentPropsWithoutRef<'button'> {
  /** `secondary` by default. */
  variant?: ButtonVariant | undefined;
  /** Stays where the focus is, unlike `disabled`, but swallows presses, such as while one has to wait. */
  'aria-disabled'?: boolean | undefined;
  /** Its request is on the way: keeps focus and width, swallows further presses, shows a spinner after 300 ms. */
  pending?: boolean | undefined;
}

/** A button that does not submit unless `type="submit"` is given. */
export const Button: ForwardRefExoticComponent<ButtonProps & RefAttributes<HTMLButtonElement>> =
  forwardRef(function Button(
    { variant = 'secondary', type = 'button', pending, className, children, onClick, ...props },
    ref,
  ) {
    const part = usePart();
    const Slot = useLook().slots?.Button;
    const all: ComponentPropsWithoutRef<'button'> & Record<`data-${string}`, string | undefined> = {
      ...props,
      'data-variant': variant,
      'data-pending': pending ? '' : undefined,
      // `disabled` would throw the focus away, and with it the place of whoever works by keyboard.
      'aria-disabled': pending || props['aria-disabled'],
      'aria-busy': pending || undefined,
      onClick:
        pending || props['aria-disabled']
          ? (event) => {
              event.preventDefault();
              event.stopPropagation();
            }
          : onClick,
    };
    if (Slot) {
      return (
        <Slot {...all} ref={ref} type={type} variant={variant}>
          {children}
        </Slot>
      );
    }
    return (
      // oxlint-disable-next-line react/button-has-type -- it has one of these three
      <button {...all} ref={ref} type={type} className={part('button', className)}>
        <span className={part('button-label')}>{children}</span>
      </button>
    );
  });
