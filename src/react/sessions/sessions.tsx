'use client';
import type { ReactElement } from 'react';
import { useEffect, useRef } from 'react';
import type { Session } from '../../contract/sessions.ts';
import { sessions as english } from '../../words/interface/en/sessions.ts';
import { format } from '../../words/interface/format.ts';
import { useWords } from '../account-context.ts';
import type { SectionComponentProps } from '../account-section.tsx';
import { AccountSection } from '../account-section.tsx';
import { hasLostFocus } from '../arrival.tsx';
import { Dated } from '../dated.tsx';
import { lockSentence } from '../error-words.ts';
import { Failure } from '../failure.tsx';
import { useFeatureWords } from '../feature-words.ts';
import { FetchedList } from '../fetched-list.tsx';
import { Placeholder } from '../placeholder.tsx';
import { Row, Rows } from '../row.tsx';
import { Button } from '../ui/button.tsx';
import { Actions } from '../ui/form.tsx';
import { usePart } from '../ui/look.ts';
import { Notice } from '../ui/notice.tsx';
import { Status } from '../ui/status.tsx';
import { DeviceGlyph } from './device-glyph.tsx';
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
      skeleton={<Placeholder of={['line', 'line', 'button']} />}
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
  const part = usePart();
  const text = useFeatureWords('sessions', english);
  const handle = useSessions(options);
  const { sessions, endOthers, ending, status, error, reset } = handle;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that was pressed has gone with its session.
    if (sessions !== null && status !== 'idle' && hasLostFocus()) place.current?.focus();
  }, [status, sessions]);

  const others = sessions?.some((session) => !session.current) === true;
  return (
    <FetchedList
      name={text.title}
      place={place}
      ready={sessions !== null}
      error={handle.loadError}
      onAgain={handle.reload}
    >
      <Rows>
        {sessions?.map((session) => (
          <Entry key={session.id} session={session} handle={handle} />
        ))}
      </Rows>
      <Failure error={error} onWaited={reset} />
      {!others && <p className={part('lead')}>{text.onlyHere}</p>}
      <Actions>
        {others && (
          <Button
            pending={ending === 'others'}
            aria-disabled={ending !== null || undefined}
            onClick={() => void endOthers()}
          >
            {text.endOthers}
          </Button>
        )}
        <Status tone="success">
          {{ idle: '', ended: text.ended, others_ended: text.othersEnded }[status]}
        </Status>
      </Actions>
    </FetchedList>
  );
}

function Entry({ session, handle }: { session: Session; handle: SessionsHandle }): ReactElement {
  const part = usePart();
  const { locale } = useWords();
  const text = useFeatureWords('sessions', english);
  const { id, current, from, lastActiveAt } = session;
  const name = deviceName(from, text, locale);
  return (
    <Row
      glyph={<DeviceGlyph system={from.system} />}
      title={name}
      action={
        current ? (
          <span className={part('badge')}>{text.current}</span>
        ) : (
          <Button
            aria-label={format(text.endNamed, { name }, locale)}
            pending={handle.ending === id}
            aria-disabled={handle.ending !== null || undefined}
            onClick={() => void handle.end(id)}
          >
            {text.end}
          </Button>
        )
      }
      facts={[
        from.place !== null && <bdi key="place">{from.place}</bdi>,
        <Dated key="at" sentence={text.active} at={lastActiveAt} show="time" />,
      ]}
    />
  );
}
