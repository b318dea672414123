'use client';
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';
import { startAuthentication } from '@simplewebauthn/browser';
import type { ReactElement } from 'react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PasskeyResponse } from '../../contract/passkeys.ts';
import type { StepUpPurpose } from '../../contract/step-up.ts';
import { stepUpMethods as english } from '../../words/interface/en/step-up-methods.ts';
import { useAccountContext } from '../account-context.ts';
import { Failure } from '../failure.tsx';
import { useFeatureWords } from '../feature-words.ts';
import { Button } from '../ui/button.tsx';
import { Actions } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { Alert } from '../ui/status.tsx';
import { useOperation } from '../use-operation.ts';
import { useTurn } from '../use-turn.ts';
import type { StepUpPartProps } from './step-up-prompt.tsx';

/** A passkey: the browser does the asking. It is started by a press, because browsers want one. */
export function StepUpPasskey({ handle, challenge }: StepUpPartProps): ReactElement {
  const { words } = useAccountContext();
  const text = useFeatureWords('stepUpMethods', english);
  const { pending, error, prove, cancel, reset } = handle;
  const start = useOperation('startStepUp');
  const { run } = start;
  const [asking, setAsking] = useState(false);
  const [stopped, setStopped] = useState(false);
  const takeTurn = useTurn();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  const purpose = challenge.purpose as StepUpPurpose;

  const ask = useCallback(
    () =>
      takeTurn(async () => {
        setStopped(false);
        const started = await run({ purpose, method: 'passkey' });
        if (started.status !== 'done' || started.answer.options === null) return;
        setAsking(true);
        try {
          const optionsJSON = started.answer
            .options as unknown as PublicKeyCredentialRequestOptionsJSON;
          const response = await startAuthentication({ optionsJSON });
          await prove({ passkey: response as unknown as PasskeyResponse });
        } catch {
          // Closed by the person, or nothing fitting was found: browsers do not tell which.
          setStopped(true);
        } finally {
          setAsking(false);
        }
      }),
    [takeTurn, run, purpose, prove],
  );

  return (
    <>
      <p className="selvedge-help">{text.passkeyAsk}</p>
      {stopped ? (
        <Alert>
          <Notice tone="warning">{text.passkeyStopped}</Notice>
        </Alert>
      ) : (
        <Failure error={error ?? start.error} onWaited={error ? reset : start.reset} />
      )}
      <Actions>
        <Button onClick={cancel}>{words.account.cancel}</Button>
        <Button
          ref={button}
          variant="primary"
          pending={pending || asking || start.pending}
          onClick={() => void ask()}
        >
          {text.usePasskey}
        </Button>
      </Actions>
    </>
  );
}
