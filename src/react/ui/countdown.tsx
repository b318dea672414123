import { useEffect, useRef, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { usePart } from './look.ts';

export interface CountdownProps {
  /** Seconds left when it is first shown, such as a `Retry-After`. A new number starts it again; an equal one needs a new `key`. */
  seconds?: number | undefined;
  /** Or the end, ISO 8601, judged by this device's clock; prefer `seconds` for what a server limits. */
  until?: string | undefined;
  /** Called once, at zero. */
  onEnd?: (() => void) | undefined;
  /** The words for so many whole seconds. */
  children: (secondsLeft: number) => ReactNode;
}

/** Shows every second and has it read only at first, every half minute, at 10 and at the end. Empty until hydrated. */
export function Countdown({ seconds, until, onEnd, children }: CountdownProps): ReactElement {
  const part = usePart();
  const [left, setLeft] = useState<number>();
  const [announced, setAnnounced] = useState<number>();
  const end = useRef(onEnd);
  useEffect(() => {
    end.current = onEnd;
  });

  useEffect(() => {
    const endsAt = until ? Date.parse(until) : Date.now() + (seconds ?? 0) * 1000;
    let timer: ReturnType<typeof setTimeout>;
    const tick = (first?: boolean): void => {
      const remaining = Math.max(0, endsAt - Date.now());
      const whole = Math.ceil(remaining / 1000);
      setLeft(whole);
      if (first || whole % 30 === 0 || whole === 10) setAnnounced(whole);
      if (whole === 0) end.current?.();
      else timer = setTimeout(tick, remaining % 1000 || 1000);
    };
    tick(true);
    return () => clearTimeout(timer);
  }, [seconds, until]);

  return (
    <>
      <span className={part('countdown')} aria-hidden="true">
        {left !== undefined && children(left)}
      </span>
      {/* No role: inside a button one would keep these words out of its name. */}
      <span className={part('unseen')} aria-live="polite" aria-atomic="true">
        {announced !== undefined && children(announced)}
      </span>
    </>
  );
}
