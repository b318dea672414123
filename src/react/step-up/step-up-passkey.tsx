'use client';
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';
import { startAuthentication } from '@simplewebauthn/browser';
import type { ReactElement } from 'react';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import type { StepUpPurpose } from '../../contract/step-up.ts';
import { stepUpMethods as english } from '../../words/interface/en/step-up-methods.ts';
import { useAccountContext } from '../account-context.ts';
import { useWords } from '../account-context.ts';
import { fieldSentence } from '../error-words.ts';
import { Failure } from '../failure.tsx';
import { useFeatureWords } from '../feature-words.ts';
import { useCeremony } from '../passkeys/use-ceremony.ts';
import { Button } from '../ui/button.tsx';
import { Actions } from '../ui/form.tsx';
import { usePart } from '../ui/look.ts';
import { Notice } from '../ui/notice.tsx';
import { Alert } from '../ui/status.tsx';
import { useOperation } from '../use-operation.ts';
import { useTurn } from '../use-turn.ts';
import { purposeSentence } from './purpose-sentence.ts';
import type { StepUpPartProps } from './step-up-prompt.tsx';

/** A passkey: the browser does the asking. It is started by a press, because browsers want one. */
export function StepUpPasskey({ handle, challenge }: StepUpPartProps): ReactElement {
  const part = usePart();
  const { words } = useAccountContext();
  const { locale } = useWords();
  const text = useFeatureWords('stepUpMethods', english);
  const { pending, error, prove, cancel, reset } = handle;
  const start = useOperation('startStepUp');
  const { run } = start;
  const { asking, ask: askBrowser } = useCeremony();
  const [stopped, setStopped] = useState(false);
  const takeTurn = useTurn();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  const purpose = challenge.purpose as StepUpPurpose;

  const ask = useCallback(
    () =>
      takeTurn(async () => {
        setStopped(false);
        reset();
        const started = await run({ purpose, method: 'passkey' });
        if (started.status !== 'done' || started.answer.options === null) return;
        const optionsJSON = started.answer
          .options as unknown as PublicKeyCredentialRequestOptionsJSON;
        const asked = await askBrowser(() => startAuthentication({ optionsJSON }));
        if (asked.status === 'answered') await prove({ passkey: asked.response });
        else setStopped(true);
      }),
    [takeTurn, reset, run, purpose, askBrowser, prove],
  );

  const refused = error?.errors.find((one) => one.pointer === '/passkey');
  const said = refused ? fieldSentence(refused, words) : stopped ? text.passkeyStopped : null;
  const failed = error ?? start.error;
  return (
    <>
      <p id={id} className={part('lead')}>
        {purposeSentence('passkeyAsk', challenge, text, locale)}
      </p>
      <Alert>{said && <Notice tone={refused ? 'danger' : 'warning'}>{said}</Notice>}</Alert>
      <Failure error={said ? null : failed} onWaited={error ? reset : start.reset} />
      <Actions>
        <Button onClick={cancel}>{words.account.cancel}</Button>
        <Button
          ref={button}
          aria-describedby={id}
          variant="primary"
          pending={pending || asking || start.pending}
          aria-disabled={failed?.retryAfterSeconds !== undefined || undefined}
          onClick={() => void ask()}
        >
          {text.usePasskey}
        </Button>
      </Actions>
    </>
  );
}
