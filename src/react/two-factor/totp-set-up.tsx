'use client';
import type { ReactElement } from 'react';
import { useMemo } from 'react';
import { encode } from 'uqr';
import type { TotpSetUp as SetUp } from '../../contract/two-factor.ts';
import { twoFactor as english } from '../../words/interface/en/two-factor.ts';
import { useWords } from '../account-context.ts';
import { Arrival } from '../arrival.tsx';
import { Failure } from '../failure.tsx';
import { useFeatureWords } from '../feature-words.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Actions, Form } from '../ui/form.tsx';
import type { HeadingLevel } from '../ui/section.tsx';
import { Subtitle } from '../ui/subtitle.tsx';
import { TextInput } from '../ui/text-input.tsx';
import type { TwoFactorHandle } from './use-two-factor.ts';

/** The key in groups of four, as people read such things out. */
function grouped(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ');
}

/** The dark squares as one path. Four empty squares around them belong to the code: without them some phones see none. */
function QrCode({ text, label }: { text: string; label: string }): ReactElement {
  const { size, path } = useMemo(() => {
    const { data, size: width } = encode(text, { border: 4 });
    const squares = data.flatMap((row, y) =>
      row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])),
    );
    return { size: width, path: squares.join('') };
  }, [text]);
  return (
    <svg className="selvedge-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path d={path} />
    </svg>
  );
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
  const words = useWords();
  const text = useFeatureWords('twoFactor', english);
  const { form, enable, forget, pending, error, reset } = handle;
  return (
    <Arrival>
      <Form onSubmit={() => void enable()}>
        <Subtitle under={level}>{text.scanTitle}</Subtitle>
        <div className="selvedge-set-up">
          <QrCode text={setUp.uri} label={text.qrCode} />
          <div>
            <p>{text.scan}</p>
            <p className="selvedge-help">{text.type}</p>
            <code className="selvedge-code" dir="ltr">
              {grouped(setUp.secret)}
            </code>
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
