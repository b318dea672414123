'use client';
import type { ReactElement } from 'react';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { passwordRules as english } from '../../words/interface/en/password-rules.ts';
import { useFeatureWords } from '../feature-words.ts';
import { usePart } from '../ui/look.ts';

/** Powers of ten of guesses. Online guessing ends at 8 (limits see to that), a stolen list of slow hashes at 12 or so. */
const fairFrom = 8;
const hardFrom = 12;

/** Longer passwords take longer to judge and are hard to guess anyway. */
const judged = 64;

const estimator = new ZxcvbnFactory({});

/** How hard a password is to guess, in three words and three bars. */
export function PasswordStrength({ password }: { password: string }): ReactElement {
  const part = usePart();
  const text = useFeatureWords('passwordRules', english);
  const { guessesLog10 } = estimator.check(password.slice(0, judged));
  const level = guessesLog10 < fairFrom ? 'easy' : guessesLog10 < hardFrom ? 'fair' : 'hard';
  return (
    <p className={part('strength')} data-level={level}>
      <span className={part('strength-bars')} aria-hidden="true">
        <span className={part('strength-bar')} />
        <span className={part('strength-bar')} />
        <span className={part('strength-bar')} />
      </span>
      {text[level]}
    </p>
  );
}
