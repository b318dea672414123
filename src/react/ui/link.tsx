import type { ComponentPropsWithoutRef, ReactElement } from 'react';
import { useLook, usePart } from './look.ts';

/** A link in the colour of the brand, made readable on the surface; everything an `<a>` takes. */
export function Link({
  className,
  children,
  ...props
}: ComponentPropsWithoutRef<'a'>): ReactElement {
  const part = usePart();
  const Slot = useLook().slots?.Link;
  if (Slot) return <Slot {...props}>{children}</Slot>;
  return (
    <a {...props} className={part('link', className)}>
      {children}
    </a>
  );
}
