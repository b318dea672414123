'use client';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { stepUpMethods as english } from '../../words/interface/en/step-up-methods.ts';
import { Failure } from '../failure.tsx';
import { useFeatureWords } from '../feature-words.ts';
import { format } from '../format.ts';
import { Button } from '../ui/button.tsx';
import { Status } from '../ui/status.tsx';
import { useAccount } from '../use-account.ts';
import { useOperation } from '../use-operation.ts';
import type { StepUpPartProps } from './step-up-prompt.tsx';

/** Under the way that is shown: the other ways, and the way out of a forgotten password. */
export function StepUpOthers({ handle }: StepUpPartProps): ReactElement {
  const text = useFeatureWords('stepUpMethods', english);
  const [open, setOpen] = useState(false);
  const others = handle.methods.filter((kind) => kind !== handle.method);
  const { account } = useAccount();
  const forgotten = handle.method === 'password' && account?.abilities.resetPassword.allowed;

  return (
    <div className="selvedge-others">
      {forgotten && <Forgotten email={account.email.address} />}
      {others.length > 0 && (
        <Button variant="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {text.another}
        </Button>
      )}
      {open && (
        <ul className="selvedge-others-list">
          {others.map((kind) => (
            <li key={kind}>
              <Button
                onClick={() => {
                  setOpen(false);
                  handle.choose(kind);
                }}
              >
                {text[kind]}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Forgotten({ email }: { email: string }): ReactElement {
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
      <Status>{sent && format(text.forgottenSent, { email })}</Status>
    </>
  );
}
