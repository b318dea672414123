'use client';
import type { ReactElement } from 'react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Account } from '../../contract/account.ts';
import { passkeys as english } from '../../words/interface/en/passkeys.ts';
import { useWords } from '../account-context.ts';
import type { SectionComponentProps } from '../account-section.tsx';
import { AccountSection } from '../account-section.tsx';
import { hasLostFocus } from '../arrival.tsx';
import { lockSentence } from '../error-words.ts';
import { Failure } from '../failure.tsx';
import { useFeatureWords } from '../feature-words.ts';
import { Placeholder } from '../placeholder.tsx';
import { Rows } from '../row.tsx';
import { Button } from '../ui/button.tsx';
import { Actions } from '../ui/form.tsx';
import { usePart } from '../ui/look.ts';
import { Notice } from '../ui/notice.tsx';
import { Status } from '../ui/status.tsx';
import { PasskeyRow } from './passkey-row.tsx';
import type { PasskeysOptions } from './use-passkeys.ts';
import { usePasskeys } from './use-passkeys.ts';

/** Props of `Passkeys`. */
export interface PasskeysProps extends SectionComponentProps, PasskeysOptions {}

/** The passkeys of the account: add, name, remove. */
export function Passkeys({ className, headingLevel, ...options }: PasskeysProps): ReactElement {
  const words = useWords();
  const text = useFeatureWords('passkeys', english);
  return (
    <AccountSection
      title={text.title}
      description={text.description}
      className={className}
      headingLevel={headingLevel}
      skeleton={<Placeholder of={['line', 'button']} />}
    >
      {(account) => {
        const { allowed, reason } = account.abilities.managePasskeys;
        return allowed ? (
          <Manager account={account} options={options} />
        ) : (
          <Notice>{lockSentence(reason, words)}</Notice>
        );
      }}
    </AccountSection>
  );
}

const never = (): (() => void) => () => {};
const hasPasskeys = (): boolean => 'PublicKeyCredential' in window;

function Manager({
  account,
  options,
}: {
  account: Account;
  options: PasskeysOptions;
}): ReactElement {
  const part = usePart();
  const words = useWords();
  const text = useFeatureWords('passkeys', english);
  const handle = usePasskeys(options);
  const { add, pending, status, error, reset } = handle;
  const [naming, setNaming] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const supported = useSyncExternalStore(never, hasPasskeys, () => true);
  useEffect(() => {
    // The removed one's button has gone with it.
    if (status === 'removed' && hasLostFocus()) (button.current ?? list.current)?.focus();
  }, [status]);
  const said = {
    idle: '',
    added: text.added,
    renamed: text.renamed,
    removed: text.removed,
    known: text.known,
    stopped: text.stopped,
    interrupted: words.account.interrupted,
  }[status];
  const good = status === 'added' || status === 'renamed' || status === 'removed';
  const sentences = {
    ...(error?.reason === 'last_method' && { not_allowed: text.lastMethod }),
    ...(error?.errors.some((one) => one.pointer === '/response') && {
      validation_failed: text.refused,
    }),
  };
  return (
    <>
      <div ref={list} tabIndex={-1} className={part('arrival')}>
        {account.passkeys.length === 0 ? (
          <p className={part('lead')}>{text.none}</p>
        ) : (
          <Rows>
            {account.passkeys.map((passkey) => (
              <PasskeyRow
                key={passkey.id}
                passkey={passkey}
                handle={handle}
                naming={naming === passkey.id}
                onNaming={(begins) => {
                  // What was wrong with another name is not wrong with this one.
                  reset();
                  setNaming(begins ? passkey.id : null);
                }}
              />
            ))}
          </Rows>
        )}
      </div>
      {!supported && <Notice>{text.unsupported}</Notice>}
      <Failure
        error={error?.errors.some((one) => one.pointer === '/name') ? null : error}
        onWaited={reset}
        sentences={sentences}
      />
      <Actions>
        {supported && (
          <Button
            ref={button}
            pending={pending === 'add' || pending === 'asking'}
            onClick={() => void add()}
          >
            {text.add}
          </Button>
        )}
        <Status tone={good ? 'success' : 'neutral'}>
          {pending === 'asking' ? text.asking : said}
        </Status>
      </Actions>
    </>
  );
}
