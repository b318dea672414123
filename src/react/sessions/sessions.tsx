'use client';
import type { ReactElement } from 'react';
import { useEffect, useRef } from 'react';
import type { Session } from '../../contract/sessions.ts';
import { sessions as english } from '../../words/interface/en/sessions.ts';
import { useWords } from '../account-context.ts';
import type { SectionComponentProps } from '../account-section.tsx';
import { AccountSection } from '../account-section.tsx';
import { hasLostFocus } from '../arrival.tsx';
import { Dated } from '../dated.tsx';
import { lockSentence } from '../error-words.ts';
import { Failure } from '../failure.tsx';
import { useFeatureWords } from '../feature-words.ts';
import { format } from '../format.ts';
import { ListPlaceholder } from '../list-placeholder.tsx';
import { Button } from '../ui/button.tsx';
import { Detail, Details } from '../ui/details.tsx';
import { Actions } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { Status } from '../ui/status.tsx';
import { deviceName } from './origin-words.ts';
import type { SessionsHandle, SessionsOptions } from './use-sessions.ts';
import { useSessions } from './use-sessions.ts';

/** Props of `Sessions`. */
export interface SessionsProps extends SectionComponentProps, SessionsOptions {}

/** Where somebody is signed in: browser, system, place, last use; each can be signed out. */
export function Sessions({ className, headingLevel, ...options }: SessionsProps): ReactElement {
  const words = useWords();
  const text = useFeatureWords('sessions', english);
  return (
    <AccountSection
      title={text.title}
      description={text.description}
      className={className}
      headingLevel={headingLevel}
    >
      {(account) => {
        const { allowed, reason } = account.abilities.manageSessions;
        return allowed ? (
          // A change of password ends sessions, too.
          <List key={account.password.changedAt ?? ''} options={options} />
        ) : (
          <Notice>{lockSentence(reason, words)}</Notice>
        );
      }}
    </AccountSection>
  );
}

function List({ options }: { options: SessionsOptions }): ReactElement {
  const text = useFeatureWords('sessions', english);
  const handle = useSessions(options);
  const { sessions, endOthers, ending, status, error, reset } = handle;
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that was pressed has gone with its session.
    if (status !== 'idle' && hasLostFocus()) said.current?.focus();
  }, [status]);

  if (sessions === null) {
    return <ListPlaceholder error={handle.loadError} onAgain={handle.reload} />;
  }
  const others = sessions.some((session) => !session.current);
  return (
    <div ref={said} tabIndex={-1} className="selvedge-form">
      <Details>
        {sessions.map((session) => (
          <Row key={session.id} session={session} handle={handle} />
        ))}
      </Details>
      <Failure error={error} onWaited={reset} />
      <Actions>
        {others && (
          <Button pending={ending === 'others'} onClick={() => void endOthers()}>
            {text.endOthers}
          </Button>
        )}
        <Status tone={status === 'idle' ? 'neutral' : 'success'}>
          {status === 'ended' ? text.ended : status === 'others_ended' ? text.othersEnded : ''}
        </Status>
      </Actions>
      {!others && status === 'idle' && <p className="selvedge-lead">{text.onlyHere}</p>}
    </div>
  );
}

function Row({ session, handle }: { session: Session; handle: SessionsHandle }): ReactElement {
  const text = useFeatureWords('sessions', english);
  const { id, current, from, lastActiveAt } = session;
  const name = deviceName(from, text);
  return (
    <Detail
      term={name}
      action={
        current ? (
          <span className="selvedge-badge">{text.current}</span>
        ) : (
          <Button
            variant="quiet"
            aria-label={format(text.endNamed, { name })}
            pending={handle.ending === id}
            onClick={() => void handle.end(id)}
          >
            {text.end}
          </Button>
        )
      }
    >
      <p className="selvedge-help">
        {from.place !== null && (
          <>
            <bdi>{from.place}</bdi>
            {' · '}
          </>
        )}
        <Dated sentence={text.active} at={lastActiveAt} show="time" />
      </p>
    </Detail>
  );
}
