'use client';
import type { ReactElement } from 'react';
import { useMemo } from 'react';
import { encode } from 'uqr';
import { usePart } from '../ui/look.ts';

/** The dark squares as one path. Four empty squares around them belong to the code: without them some phones see none. */
export function QrCode({ text, label }: { text: string; label: string }): ReactElement {
  const part = usePart();
  const { size, path } = useMemo(() => {
    const { data, size: width } = encode(text, { border: 4 });
    const squares = data.flatMap((row, y) =>
      row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])),
    );
    return { size: width, path: squares.join('') };
  }, [text]);
  return (
    <svg className={part('qr')} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path d={path} />
    </svg>
  );
}
