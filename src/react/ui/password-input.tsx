import { forwardRef, useState } from 'react';
import type { ForwardRefExoticComponent, RefAttributes } from 'react';
import { usePart } from './look.ts';
import { TextInput } from './text-input.tsx';
import type { TextInputProps } from './text-input.tsx';

export interface PasswordInputProps extends Omit<TextInputProps, 'type'> {
  /** Name of the button that shows what is typed, such as "Show password". It stays the same while pressed. */
  revealLabel: string;
}

/** A password with a button that reveals it. `autoComplete` says whether it is a new or the current one. */
export const PasswordInput: ForwardRefExoticComponent<
  PasswordInputProps & RefAttributes<HTMLInputElement>
> = forwardRef(function PasswordInput({ revealLabel, ...props }, ref) {
  const part = usePart();
  const [revealed, setRevealed] = useState(false);
  return (
    <span className={part('control')}>
      <TextInput
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        {...props}
        ref={ref}
        type={revealed ? 'text' : 'password'}
        dir="ltr"
        data-reveal=""
      />
      <button
        type="button"
        className={part('reveal')}
        aria-label={revealLabel}
        title={revealLabel}
        aria-pressed={revealed}
        // The press must not take the focus, and with it the keyboard of a phone, from the input.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => setRevealed(!revealed)}
      >
        <svg
          className={part('icon')}
          aria-hidden="true"
          width="18"
          height="18"
          viewBox="0 0 24 24"
          fill="none"
          stroke="currentColor"
        >
          <path
            strokeWidth="1.75"
            strokeLinecap="round"
            d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0Z"
          />
          <path data-slash="" strokeWidth="1.75" strokeLinecap="round" d="m4 4 16 16" />
        </svg>
      </button>
    </span>
  );
});
