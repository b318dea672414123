import { forwardRef } from 'react';
import type { ComponentPropsWithoutRef, ForwardRefExoticComponent, RefAttributes } from 'react';
import { classNames } from './class-name.ts';
import { useControl } from './field.tsx';

/** Everything an `<input>` takes, the result of `register()` included. */
export type TextInputProps = ComponentPropsWithoutRef<'input'>;

/** One line of text. Names follow the direction of what is typed; addresses, numbers and codes stay left to right. */
export const TextInput: ForwardRefExoticComponent<
  TextInputProps & RefAttributes<HTMLInputElement>
> = forwardRef(function TextInput({ className, type = 'text', ...props }, ref) {
  return (
    <input
      type={type}
      dir={type === 'text' ? 'auto' : 'ltr'}
      {...props}
      {...useControl(props)}
      ref={ref}
      className={classNames('selvedge-input', className)}
    />
  );
});
