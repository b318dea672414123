'use client';
import type { ReactElement } from 'react';
import type { TotpSetUp as SetUp } from '../../contract/two-factor.ts';
import { twoFactor as english } from '../../words/interface/en/two-factor.ts';
import { useWords } from '../account-context.ts';
import { Arrival } from '../arrival.tsx';
import { Failure } from '../failure.tsx';
import { useFeatureWords } from '../feature-words.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Actions, Form } from '../ui/form.tsx';
import { usePart } from '../ui/look.ts';
import type { HeadingLevel } from '../ui/section.tsx';
import { Subtitle } from '../ui/subtitle.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { CopyButton, CopyStatus } from './copy-button.tsx';
import { QrCode } from './qr-code.tsx';
import { useCopy } from './use-copy.ts';
import type { TwoFactorHandle } from './use-two-factor.ts';

/** The key in groups of four, as people read such things out. */
function grouped(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ');
}

/** From the secret to the first code. */
export function TotpSetUp({
  setUp,
  handle,
  level,
}: {
  setUp: SetUp;
  level: HeadingLevel | undefined;
  handle: TwoFactorHandle;
}): ReactElement {
  const part = usePart();
  const words = useWords();
  const text = useFeatureWords('twoFactor', english);
  const { form, enable, forget, pending, error, reset } = handle;
  const { state, copy } = useCopy();
  return (
    <Arrival>
      <Form onSubmit={() => void enable()}>
        <div>
          <Subtitle under={level}>{text.scanTitle}</Subtitle>
          <p className={part('lead')}>{text.scan}</p>
        </div>
        <div className={part('set-up')}>
          <QrCode text={setUp.uri} label={text.qrCode} />
          <div className={part('key')}>
            <p className={part('help')}>{text.type}</p>
            <code className={part('code')} data-kind="key" dir="ltr">
              {grouped(setUp.secret)}
            </code>
            <Actions>
              <CopyButton copy={copy} text={setUp.secret} />
              <CopyStatus state={state} />
            </Actions>
          </div>
        </div>
        <Field
          label={text.code}
          description={text.codeHelp}
          error={form.formState.errors.code?.message}
        >
          <TextInput
            {...form.register('code')}
            dir="ltr"
            inputMode="numeric"
            autoComplete="one-time-code"
            spellCheck={false}
          />
        </Field>
        <Failure error={error} shownPointers={['/code']} onWaited={reset} />
        <Actions>
          <Button
            type="submit"
            variant="primary"
            pending={pending === 'enable'}
            aria-disabled={error?.retryAfterSeconds !== undefined || undefined}
          >
            {text.enable}
          </Button>
          <Button onClick={forget}>{words.account.cancel}</Button>
        </Actions>
      </Form>
    </Arrival>
  );
}
