'use client';
import type { ReactElement } from 'react';
import { twoFactor as english } from '../../words/interface/en/two-factor.ts';
import { useFeatureWords } from '../feature-words.ts';
import { Button } from '../ui/button.tsx';
import { Status } from '../ui/status.tsx';
import type { Copying } from './use-copy.ts';

/** Says how copying went; kept apart from the button, so that it can stand at the end of a row. */
export function CopyStatus({ state }: Pick<Copying, 'state'>): ReactElement {
  const text = useFeatureWords('twoFactor', english);
  const said = { idle: '', copied: text.copied, refused: text.notCopied }[state];
  return <Status tone={state === 'refused' ? 'danger' : 'success'}>{said}</Status>;
}

/** Copies a text when it is pressed. */
export function CopyButton({ copy, text }: { copy: Copying['copy']; text: string }): ReactElement {
  const words = useFeatureWords('twoFactor', english);
  return <Button onClick={() => void copy(text)}>{words.copy}</Button>;
}
