import { forwardRef, useId } from 'react';
import type {
  ComponentPropsWithoutRef,
  ForwardRefExoticComponent,
  ReactNode,
  RefAttributes,
} from 'react';
import { usePart } from './look.ts';

export interface RangeProps extends Omit<ComponentPropsWithoutRef<'input'>, 'type' | 'children'> {
  label: ReactNode;
  /** The value in words, shown at the end of the label's line and read instead of the bare number. */
  valueText?: string | undefined;
}

/** A native slider under its label; arrow keys, Home and End, and announcements are the browser's. */
export const Range: ForwardRefExoticComponent<RangeProps & RefAttributes<HTMLInputElement>> =
  forwardRef(function Range({ label, valueText, className, ...props }, ref) {
    const part = usePart();
    const ownId = useId();
    const id = props.id ?? ownId;
    return (
      <div className={part('field', className)}>
        <span className={part('label')}>
          <label className={part('checkbox-label')} htmlFor={id}>
            {label}
          </label>
          {valueText && (
            <span className={part('help')} aria-hidden="true">
              {valueText}
            </span>
          )}
        </span>
        <input
          type="range"
          aria-valuetext={valueText}
          {...props}
          id={id}
          ref={ref}
          className={part('range')}
        />
      </div>
    );
  });
