'use client';
import type { ReactElement } from 'react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { AccountError } from '../../contract/account-error.ts';
import type { StepUpChallenge } from '../../contract/errors.ts';
import type { StepUpPurpose } from '../../contract/step-up.ts';
import { stepUpMethods as english } from '../../words/interface/en/step-up-methods.ts';
import { format } from '../../words/interface/format.ts';
import { useWords } from '../account-context.ts';
import { Failure } from '../failure.tsx';
import { useFeatureWords } from '../feature-words.ts';
import { Button } from '../ui/button.tsx';
import { Countdown } from '../ui/countdown.tsx';
import { usePart } from '../ui/look.ts';
import { Status } from '../ui/status.tsx';
import { useAccount } from '../use-account.ts';
import { useOperation } from '../use-operation.ts';
import { purposeSentence } from './purpose-sentence.ts';

/** What was asked for a code by mail already: whoever tries another way and comes back has a code that works. */
const asked = new WeakSet<StepUpChallenge>();

/** The mail with the code. */
export interface MailedCode {
  /** What is said of it over the field. */
  sentence: string;
  /** Mails another code. */
  again: () => Promise<void>;
  /** Whether another one was mailed. */
  sentAgain: boolean;
  pending: boolean;
  error: AccountError | null;
  reset: () => void;
}

/** Mails a code when this way is first shown, and again when asked. Null where the code comes from elsewhere. */
export function useMailedCode(wanted: boolean, challenge: StepUpChallenge): MailedCode | null {
  const { locale } = useWords();
  const text = useFeatureWords('stepUpMethods', english);
  const email = useAccount().account?.email.address ?? '';
  const { run, pending, error, reset } = useOperation('startStepUp');
  const [sent, setSent] = useState<'not yet' | 'done' | 'refused'>(
    asked.has(challenge) ? 'done' : 'not yet',
  );
  const [sentAgain, setSentAgain] = useState(false);
  const purpose = challenge.purpose as StepUpPurpose;

  const send = useCallback(async () => {
    asked.add(challenge);
    const { status } = await run({ purpose, method: 'email_code' });
    setSent(status === 'done' ? 'done' : 'refused');
    if (status !== 'done') asked.delete(challenge);
    return status === 'done';
  }, [run, purpose, challenge]);
  const begun = useRef(false);
  useEffect(() => {
    // Once, also where effects run twice.
    if (!wanted || begun.current || asked.has(challenge)) return;
    begun.current = true;
    void send();
  }, [wanted, challenge, send]);
  const again = useCallback(async () => {
    setSentAgain(false);
    setSentAgain(await send());
  }, [send]);

  if (!wanted) return null;
  const ask = sent === 'refused' ? 'email_codeNewest' : 'email_codeAsk';
  const sentence =
    pending || sent === 'not yet'
      ? format(text.email_codeSending, { email }, locale)
      : purposeSentence(ask, challenge, text, locale, { email });
  return { sentence, again, sentAgain, pending, error, reset };
}

/** The button for another code, which counts down where it is too early. */
export function StepUpMail({ mail }: { mail: MailedCode }): ReactElement {
  const part = usePart();
  const { locale } = useWords();
  const text = useFeatureWords('stepUpMethods', english);
  const { again, sentAgain, pending, error, reset } = mail;
  const seconds = error?.retryAfterSeconds;
  return (
    <>
      <div className={part('row-actions')}>
        <Button
          variant="quiet"
          pending={pending}
          aria-disabled={seconds !== undefined || undefined}
          onClick={() => void again()}
        >
          {seconds === undefined ? (
            text.email_codeResend
          ) : (
            <Countdown seconds={seconds} onEnd={reset}>
              {(count) => format(text.email_codeWait, { count }, locale)}
            </Countdown>
          )}
        </Button>
        <Status tone="success">{sentAgain && text.email_codeSent}</Status>
      </div>
      <Failure error={seconds === undefined ? error : null} onWaited={reset} />
    </>
  );
}
