import { forwardRef } from 'react';
import type { ComponentPropsWithoutRef, ForwardRefExoticComponent, RefAttributes } from 'react';
import { classNames } from './class-name.ts';
import { useControl } from './field.tsx';

/** Everything a `<select>` takes, the result of `register()` included; `<option>`s are its children. */
export type SelectProps = ComponentPropsWithoutRef<'select'>;

/** The browser's own list behind a control that looks like the others. */
export const Select: ForwardRefExoticComponent<SelectProps & RefAttributes<HTMLSelectElement>> =
  forwardRef(function Select({ className, ...props }, ref) {
    return (
      <span className="selvedge-control" data-kind="select">
        <select
          {...props}
          {...useControl(props)}
          ref={ref}
          className={classNames('selvedge-input', className)}
        />
      </span>
    );
  });
