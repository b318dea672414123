import type { ComponentPropsWithoutRef, ReactElement } from 'react';
import { classNames } from './class-name.ts';

/** A link in the colour of the brand, made readable on the surface; everything an `<a>` takes. */
export function Link({
  className,
  children,
  ...props
}: ComponentPropsWithoutRef<'a'>): ReactElement {
  return (
    <a {...props} className={classNames('selvedge-link', className)}>
      {children}
    </a>
  );
}
