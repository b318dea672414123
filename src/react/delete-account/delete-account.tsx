'use client';
import type { ReactElement } from 'react';
import { useCallback, useRef, useState } from 'react';
import { useWords } from '../account-context.ts';
import type { SectionComponentProps } from '../account-section.tsx';
import { AccountSection } from '../account-section.tsx';
import { Arrival } from '../arrival.tsx';
import { lockSentence } from '../error-words.ts';
import { Placeholder } from '../placeholder.tsx';
import { Submit } from '../submit.tsx';
import { takeTo } from '../take-to.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { Form } from '../ui/form.tsx';
import { usePart } from '../ui/look.ts';
import { Notice } from '../ui/notice.tsx';
import type { DeleteAccountOptions } from './use-delete-account.ts';
import { useDeleteAccount } from './use-delete-account.ts';

/** Props of `DeleteAccount`. */
export interface DeleteAccountProps extends SectionComponentProps, DeleteAccountOptions {}

/** Says what goes, asks for a tick and a press, then for a proof; afterwards nobody is signed in. */
export function DeleteAccount({
  className,
  headingLevel,
  onBefore,
  onDone,
}: DeleteAccountProps): ReactElement {
  const words = useWords();
  const text = words.deleteAccount;
  const [removed, setRemoved] = useState(false);
  const done = useCallback(() => {
    setRemoved(true);
    onDone?.();
  }, [onDone]);
  return (
    <AccountSection
      title={text.title}
      description={removed ? undefined : text.description}
      className={className}
      headingLevel={headingLevel}
      skeleton={<Placeholder of={['line', 'line', 'line', 'button']} />}
      instead={
        removed ? (
          <Arrival>
            <Notice tone="success">{text.removed}</Notice>
          </Arrival>
        ) : null
      }
    >
      {({ abilities }) =>
        abilities.deleteAccount.allowed ? (
          <Remover onBefore={onBefore} onDone={done} />
        ) : (
          <Notice>{lockSentence(abilities.deleteAccount.reason, words)}</Notice>
        )
      }
    </AccountSection>
  );
}

function Remover(options: DeleteAccountOptions): ReactElement {
  const part = usePart();
  const words = useWords();
  const text = words.deleteAccount;
  const handle = useDeleteAccount(options);
  const { remove, interrupted } = handle;
  const box = useRef<HTMLInputElement>(null);
  const [missing, setMissing] = useState(false);

  const submit = (): void => {
    const ticked = box.current?.checked ?? false;
    setMissing(!ticked);
    if (ticked) void remove();
    else setTimeout(() => takeTo(box.current));
  };
  return (
    <Form onSubmit={submit}>
      <div>
        <p className={part('lead')}>{text.goes}</p>
        <ul className={part('list')}>
          <li className={part('list-item')}>{text.goesProfile}</li>
          <li className={part('list-item')}>{text.goesSignIn}</li>
          <li className={part('list-item')}>{text.goesHistory}</li>
        </ul>
      </div>
      <Checkbox
        ref={box}
        label={text.understood}
        error={missing ? text.tickFirst : undefined}
        onChange={() => setMissing(false)}
      />
      <Submit
        of={handle}
        variant="danger"
        label={text.remove}
        said={interrupted ? words.account.interrupted : ''}
      />
    </Form>
  );
}
