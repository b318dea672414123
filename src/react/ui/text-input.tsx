import { forwardRef } from 'react';
import type { ComponentPropsWithoutRef, ForwardRefExoticComponent, RefAttributes } from 'react';
import { useControl } from './field.tsx';
import { useLook, usePart } from './look.ts';

/** Everything an `<input>` takes, the result of `register()` included. */
export type TextInputProps = ComponentPropsWithoutRef<'input'>;

/** One line of text. Names follow the direction of what is typed; addresses, numbers and codes stay left to right. */
export const TextInput: ForwardRefExoticComponent<
  TextInputProps & RefAttributes<HTMLInputElement>
> = forwardRef(function TextInput({ className, type = 'text', ...props }, ref) {
  const part = usePart();
  const Slot = useLook().slots?.Input;
  const all = {
    type,
    dir: type === 'text' ? 'auto' : 'ltr',
    ...props,
    ...useControl(props),
    ref,
  };
  return Slot ? <Slot {...all} /> : <input {...all} className={part('input', className)} />;
});
