'use client';
import type { ReactElement } from 'react';
import { useEffect, useRef, useState } from 'react';
import { stepUpMethods as english } from '../../words/interface/en/step-up-methods.ts';
import { format } from '../../words/interface/format.ts';
import { useWords } from '../account-context.ts';
import { hasLostFocus } from '../arrival.tsx';
import { Failure } from '../failure.tsx';
import { useFeatureWords } from '../feature-words.ts';
import { Button } from '../ui/button.tsx';
import { usePart } from '../ui/look.ts';
import { Status } from '../ui/status.tsx';
import { useAccount } from '../use-account.ts';
import { useOperation } from '../use-operation.ts';
import type { StepUpPartProps } from './step-up-prompt.tsx';

/** Under the way that is shown: the other ways, and the way out of a forgotten password. */
export function StepUpOthers({ handle, forgotten }: StepUpPartProps): ReactElement {
  const part = usePart();
  const text = useFeatureWords('stepUpMethods', english);
  const { method, methods, choose } = handle;
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const others = methods.filter((kind) => kind !== method);
  const { account } = useAccount();

  // The chosen one's button has gone. Ways that are still on their way take the focus when they are there.
  const shown = useRef(method);
  useEffect(() => {
    const field = place.current?.closest('dialog')?.querySelector<HTMLElement>('[data-autofocus]');
    if (shown.current !== method && hasLostFocus()) field?.focus();
    shown.current = method;
  }, [method]);

  return (
    <div ref={place} className={part('others')}>
      {forgotten && <Forgotten email={account?.email.address ?? ''} />}
      {others.length > 0 && (
        <Button variant="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {text.another}
        </Button>
      )}
      {open && (
        <ul className={part('others-list')}>
          {others.map((kind) => (
            <li key={kind} className={part('list-item')}>
              <Button
                onClick={() => {
                  setOpen(false);
                  choose(kind);
                }}
              >
                <span className={part('row-text')}>
                  {text[kind]}
                  <span className={part('help')}>{text[`${kind}Needs`]}</span>
                </span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Forgotten({ email }: { email: string }): ReactElement {
  const { locale } = useWords();
  const text = useFeatureWords('stepUpMethods', english);
  const { run, pending, error, reset } = useOperation('requestPasswordReset');
  const [sent, setSent] = useState(false);
  return (
    <>
      <Button
        variant="quiet"
        pending={pending}
        onClick={() => void run({ email }).then(({ status }) => setSent(status === 'done'))}
      >
        {text.forgotten}
      </Button>
      <Failure error={error} onWaited={reset} />
      <Status>{sent && format(text.forgottenSent, { email }, locale)}</Status>
    </>
  );
}
