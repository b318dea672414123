import { forwardRef, useId } from 'react';
import type {
  ComponentPropsWithoutRef,
  ForwardRefExoticComponent,
  ReactNode,
  RefAttributes,
} from 'react';
import { useFieldTexts } from './field.tsx';
import type { FieldTexts } from './field.tsx';
import { useLook, usePart } from './look.ts';

export interface CheckboxProps
  extends Omit<ComponentPropsWithoutRef<'input'>, 'type' | 'children'>, FieldTexts {
  label: ReactNode;
}

/** A box with its own label and texts; not to be put into a {@link Field}. */
export const Checkbox: ForwardRefExoticComponent<CheckboxProps & RefAttributes<HTMLInputElement>> =
  forwardRef(function Checkbox({ label, error, description, note, className, ...props }, ref) {
    const part = usePart();
    const ownId = useId();
    const { control, texts } = useFieldTexts(props.id ?? ownId, { error, description, note });
    const Slot = useLook().slots?.Checkbox;
    const all = { type: 'checkbox', ...props, ...control, ref };
    return (
      <div className={part('checkbox', className)}>
        {Slot ? <Slot {...all} /> : <input {...all} className={part('check')} />}
        <div>
          <label className={part('checkbox-label')} htmlFor={control.id}>
            {label}
          </label>
          {texts}
        </div>
      </div>
    );
  });
