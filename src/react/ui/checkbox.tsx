import { forwardRef, useId } from 'react';
import type {
  ComponentPropsWithoutRef,
  ForwardRefExoticComponent,
  ReactNode,
  RefAttributes,
} from 'react';
import { classNames } from './class-name.ts';
import { useFieldTexts } from './field.tsx';
import type { FieldTexts } from './field.tsx';

export interface CheckboxProps
  extends Omit<ComponentPropsWithoutRef<'input'>, 'type' | 'children'>, FieldTexts {
  label: ReactNode;
}

/** A box with its own label and texts; not to be put into a {@link Field}. */
export const Checkbox: ForwardRefExoticComponent<CheckboxProps & RefAttributes<HTMLInputElement>> =
  forwardRef(function Checkbox({ label, error, description, note, className, ...props }, ref) {
    const ownId = useId();
    const { control, texts } = useFieldTexts(props.id ?? ownId, { error, description, note });
    return (
      <div className={classNames('selvedge-checkbox', className)}>
        <input type="checkbox" {...props} {...control} ref={ref} className="selvedge-check" />
        <div>
          <label className="selvedge-checkbox-label" htmlFor={control.id}>
            {label}
          </label>
          {texts}
        </div>
      </div>
    );
  });
