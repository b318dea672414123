'use client';
import type { ReactElement, ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { usePart } from './ui/look.ts';

/** Whether what had the focus has left the page: only then may it be put elsewhere. */
export function hasLostFocus(): boolean {
  return document.activeElement === document.body;
}

/** Takes the focus when it appears, in place of what somebody was just using; so it is read out, and the keyboard stays. */
export function Arrival({ children }: { children?: ReactNode }): ReactElement {
  const part = usePart();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1} className={part('arrival')}>
      {children}
    </div>
  );
}
