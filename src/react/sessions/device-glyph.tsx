import type { ReactElement } from 'react';
import { usePart } from '../ui/look.ts';

const drawings = {
  computer: 'M4.5 5h15v10.5h-15ZM2.5 19h19',
  phone:
    'M8 2.75h8a1 1 0 0 1 1 1v16.5a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1V3.75a1 1 0 0 1 1-1ZM11 18.25h2',
  unknown:
    'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0ZM3 12h18M12 3c4 3.5 4 14.5 0 18M12 3c-4 3.5-4 14.5 0 18',
} as const;

const mobile = new Set(['iOS', 'iPadOS', 'Android']);

/** Tells computers and phones apart at a glance, by a browser's system. The words beside it say the same. */
export function DeviceGlyph({ system }: { system: string | null }): ReactElement {
  const part = usePart();
  const kind = system === null ? 'unknown' : mobile.has(system) ? 'phone' : 'computer';
  return (
    <svg
      className={part('icon')}
      aria-hidden="true"
      width="20"
      height="20"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={drawings[kind]} />
    </svg>
  );
}
