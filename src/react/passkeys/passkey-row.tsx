'use client';
import type { ReactElement } from 'react';
import { useEffect, useRef } from 'react';
import type { Passkey } from '../../contract/account.ts';
import { passkeys as english } from '../../words/interface/en/passkeys.ts';
import { format } from '../../words/interface/format.ts';
import { useWords } from '../account-context.ts';
import { hasLostFocus } from '../arrival.tsx';
import { Dated } from '../dated.tsx';
import { useFeatureWords } from '../feature-words.ts';
import { Row } from '../row.tsx';
import { Button } from '../ui/button.tsx';
import { usePart } from '../ui/look.ts';
import { PasskeyName } from './passkey-name.tsx';
import type { PasskeysHandle } from './use-passkeys.ts';

/** One passkey: its name, what is known of it, and what can be done with it. */
export function PasskeyRow({
  passkey,
  handle,
  naming,
  onNaming,
}: {
  passkey: Passkey;
  handle: PasskeysHandle;
  /** Whether it is given another name: one at a time. */
  naming: boolean;
  onNaming: (naming: boolean) => void;
}): ReactElement {
  const part = usePart();
  const { locale } = useWords();
  const text = useFeatureWords('passkeys', english);
  const { id, name, createdAt, lastUsedAt, synced } = passkey;
  const button = useRef<HTMLButtonElement>(null);
  const named = useRef(false);
  useEffect(() => {
    // The field has gone with what was in it: the focus is where it came from.
    if (named.current && !naming && hasLostFocus()) button.current?.focus();
    named.current = naming;
  }, [naming]);

  if (naming) {
    return (
      <li className={part('row')}>
        <div className={part('row-text')}>
          <PasskeyName passkey={passkey} handle={handle} onClose={() => onNaming(false)} />
        </div>
      </li>
    );
  }
  return (
    <Row
      wraps
      title={<bdi>{name}</bdi>}
      action={
        <div className={part('row-actions')}>
          <Button
            ref={button}
            aria-label={format(text.renameNamed, { name }, locale)}
            onClick={() => onNaming(true)}
          >
            {text.rename}
          </Button>
          <Button
            aria-label={format(text.removeNamed, { name }, locale)}
            pending={handle.removing === id}
            aria-disabled={handle.removing !== null || undefined}
            onClick={() => void handle.remove(id)}
          >
            {text.remove}
          </Button>
        </div>
      }
      facts={[
        <Dated key="created" sentence={text.created} at={createdAt} show="medium" />,
        lastUsedAt === null ? (
          text.neverUsed
        ) : (
          <Dated key="used" sentence={text.used} at={lastUsedAt} show="medium" />
        ),
        synced && text.synced,
      ]}
    />
  );
}
