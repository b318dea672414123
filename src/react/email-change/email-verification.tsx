'use client';
import type { ReactElement } from 'react';
import { useState } from 'react';
import type { Account } from '../../contract/account.ts';
import { emailVerification as english } from '../../words/interface/en/email-verification.ts';
import { format } from '../../words/interface/format.ts';
import { useWords } from '../account-context.ts';
import { Dated } from '../dated.tsx';
import { Failure } from '../failure.tsx';
import { useFeatureWords } from '../feature-words.ts';
import { Button } from '../ui/button.tsx';
import { Countdown } from '../ui/countdown.tsx';
import { usePart } from '../ui/look.ts';
import { Notice } from '../ui/notice.tsx';
import { Status } from '../ui/status.tsx';
import { useOperation } from '../use-operation.ts';

/** Under an address that nobody has shown to be theirs: mails the link, and says when it may be mailed again. */
export function EmailVerification({ account }: { account: Account }): ReactElement {
  const part = usePart();
  const words = useWords();
  const text = useFeatureWords('emailVerification', english);
  const { verification } = account.email;
  const { run, pending, error, reset } = useOperation('resendVerification');
  const [sent, setSent] = useState(false);
  const [waited, setWaited] = useState('');
  const waits = verification !== null && waited !== verification.resendAt;
  const limited = error?.retryAfterSeconds !== undefined;
  const send = async (): Promise<void> => {
    setSent((await run(undefined)).status === 'done');
  };
  return (
    <div className={part('stack')}>
      <Notice
        tone="warning"
        actions={
          <Button
            pending={pending}
            aria-disabled={waits || limited || undefined}
            onClick={() => void send()}
          >
            {waits ? (
              <Countdown
                key={verification.resendAt}
                until={verification.resendAt}
                onEnd={() => setWaited(verification.resendAt)}
              >
                {(count) => format(text.sendIn, { count }, words.locale)}
              </Countdown>
            ) : verification === null ? (
              text.send
            ) : (
              text.sendAgain
            )}
          </Button>
        }
      >
        {verification === null ? (
          text.ask
        ) : (
          <Dated sentence={text.waits} at={verification.expiresAt} show="time" />
        )}
      </Notice>
      <Failure error={error} onWaited={reset} />
      <Status tone="success">{sent && text.sent}</Status>
    </div>
  );
}
