import type { ComponentPropsWithoutRef, ReactElement, ReactNode } from 'react';
import { usePart } from './look.ts';

/** Everything a `<form>` takes; `onSubmit` is typically React Hook Form's `handleSubmit(…)`. */
export type FormProps = ComponentPropsWithoutRef<'form'>;

/** A native form without the browser's own bubbles. Its submit is nobody else's: it never reaches a form of the host. */
export function Form({ className, onSubmit, ...props }: FormProps): ReactElement {
  const part = usePart();
  return (
    <form
      // Pressed before the scripts have arrived, a GET form would put what was typed into the address bar.
      method="post"
      noValidate
      {...props}
      className={part('form', className)}
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        onSubmit?.(event);
      }}
    />
  );
}

export interface PartProps {
  className?: string | undefined;
  children?: ReactNode;
}

/** The row of buttons under a form, with its `Status` last. In a dialog it stands at the end of the line. */
export function Actions({ className, children }: PartProps): ReactElement {
  const part = usePart();
  return <div className={part('actions', className)}>{children}</div>;
}

/** Fields side by side where each gets 12rem, below one another where not. */
export function Columns({ className, children }: PartProps): ReactElement {
  const part = usePart();
  return <div className={part('columns', className)}>{children}</div>;
}
