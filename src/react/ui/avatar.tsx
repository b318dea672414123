import { useState } from 'react';
import type { ReactElement } from 'react';
import { usePart } from './look.ts';

export interface AvatarProps {
  /** Address of the picture; without one, or when it does not load, the initials of the name are shown. */
  src?: string | null | undefined;
  /** Whose picture it is, for the initials; may be empty. */
  name: string;
  /** What screen readers say; empty when the name stands beside it. */
  alt: string;
  /** 32, 64 (default) or 96 px. */
  size?: 'small' | 'medium' | 'large' | undefined;
  className?: string | undefined;
}

export function Avatar({ src, name, alt, size = 'medium', className }: AvatarProps): ReactElement {
  const part = usePart();
  const [broken, setBroken] = useState<string>();
  return (
    <span
      className={part('avatar', className)}
      data-size={size}
      {...(alt ? { role: 'img', 'aria-label': alt } : { 'aria-hidden': true })}
    >
      {src && src !== broken ? (
        <img
          className={part('avatar-image')}
          src={src}
          alt=""
          // It may have failed before hydration, when nobody listened.
          ref={(image) => {
            if (image?.complete && !image.naturalWidth) setBroken(src);
          }}
          onError={() => setBroken(src)}
        />
      ) : (
        <span aria-hidden="true">{initials(name)}</span>
      )}
    </span>
  );
}

/** First letter of the first and of the last word, in the capitals of the page's language. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
}
