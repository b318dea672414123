'use client';
import type { ReactElement } from 'react';
import { useEffect, useRef } from 'react';
import { twoFactor as english } from '../../words/interface/en/two-factor.ts';
import { Arrival } from '../arrival.tsx';
import { useFeatureWords } from '../feature-words.ts';
import { Button } from '../ui/button.tsx';
import { Actions } from '../ui/form.tsx';
import { usePart } from '../ui/look.ts';
import type { HeadingLevel } from '../ui/section.tsx';
import { Subtitle } from '../ui/subtitle.tsx';
import { CopyButton, CopyStatus } from './copy-button.tsx';
import { print, save } from './paper.ts';
import { useCopy } from './use-copy.ts';

/** Recovery codes, shown this once: to copy, to save, to print. */
export function RecoveryCodeList({
  codes,
  level,
  onKept,
}: {
  level: HeadingLevel | undefined;
  codes: readonly string[];
  onKept: () => void;
}): ReactElement {
  const part = usePart();
  const text = useFeatureWords('twoFactor', english);
  const { state, copy } = useCopy();
  const lines = codes.join('\n');
  const printed = useRef<() => void>(undefined);
  useEffect(() => () => printed.current?.(), []);
  const toPaper = (): void => {
    printed.current?.();
    printed.current = print(`${text.codesTitle}: ${location.host}\n\n${lines}`);
  };
  return (
    <Arrival>
      <div className={part('stack')}>
        <div>
          <Subtitle under={level}>{text.codesTitle}</Subtitle>
          <p className={part('lead')}>{text.codesKeep}</p>
        </div>
        <ul className={part('codes')} dir="ltr">
          {codes.map((code) => (
            <li key={code} className={part('code')}>
              {code}
            </li>
          ))}
        </ul>
        <Actions>
          <CopyButton copy={copy} text={lines} />
          <Button onClick={() => save(`${lines}\n`, `${text.file}.txt`)}>{text.download}</Button>
          <Button onClick={toPaper}>{text.print}</Button>
          <CopyStatus state={state} />
        </Actions>
        <Actions>
          <Button variant="primary" onClick={onKept}>
            {text.done}
          </Button>
        </Actions>
      </div>
    </Arrival>
  );
}
