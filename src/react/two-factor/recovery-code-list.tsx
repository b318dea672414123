'use client';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { twoFactor as english } from '../../words/interface/en/two-factor.ts';
import { Arrival } from '../arrival.tsx';
import { useFeatureWords } from '../feature-words.ts';
import { Button } from '../ui/button.tsx';
import { Actions } from '../ui/form.tsx';
import type { HeadingLevel } from '../ui/section.tsx';
import { Status } from '../ui/status.tsx';
import { Subtitle } from '../ui/subtitle.tsx';

/** Gives the browser a file to save. */
function save(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** Prints a text and nothing of the page around it. */
function print(text: string): void {
  const frame = document.createElement('iframe');
  // Seen by nobody, but a frame that is not displayed prints nothing in some browsers.
  frame.className = 'selvedge-unseen';
  frame.ariaHidden = 'true';
  frame.tabIndex = -1;
  document.body.append(frame);
  const inside = frame.contentDocument;
  const paper = inside?.createElement('pre');
  if (inside && paper) {
    paper.textContent = text;
    inside.body.append(paper);
    frame.contentWindow?.addEventListener('afterprint', () => frame.remove());
    frame.contentWindow?.print();
  }
}

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
  const text = useFeatureWords('twoFactor', english);
  const [copied, setCopied] = useState(false);
  const lines = codes.join('\n');
  const copy = (): void => {
    void navigator.clipboard?.writeText(lines).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <Arrival>
      <div className="selvedge-form">
        <div>
          <Subtitle under={level}>{text.codesTitle}</Subtitle>
          <p className="selvedge-lead">{text.codesKeep}</p>
        </div>
        <ul className="selvedge-codes" dir="ltr">
          {codes.map((code) => (
            <li key={code} className="selvedge-code">
              {code}
            </li>
          ))}
        </ul>
        <Actions>
          <Button onClick={copy}>{text.copy}</Button>
          <Button onClick={() => save(`${lines}\n`, `${text.file}.txt`)}>{text.download}</Button>
          <Button onClick={() => print(lines)}>{text.print}</Button>
          <Status tone="success">{copied && text.copied}</Status>
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
