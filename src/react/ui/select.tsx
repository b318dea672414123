import { forwardRef } from 'react';
import type { ComponentPropsWithoutRef, ForwardRefExoticComponent, RefAttributes } from 'react';
import { useControl } from './field.tsx';
import { useLook, usePart } from './look.ts';

/** Everything a `<select>` takes, the result of `register()` included; `<option>`s are its children. */
export type SelectProps = ComponentPropsWithoutRef<'select'>;

/** The browser's own list behind a control that looks like the others. */
export const Select: ForwardRefExoticComponent<SelectProps & RefAttributes<HTMLSelectElement>> =
  forwardRef(function Select({ className, ...props }, ref) {
    const part = usePart();
    const Slot = useLook().slots?.Select;
    const all = { ...props, ...useControl(props), ref };
    if (Slot) return <Slot {...all} />;
    return (
      <span className={part('control')} data-kind="select">
        <select {...all} className={part('input', className)} />
      </span>
    );
  });
