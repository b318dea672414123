'use client';
import type { ReactElement } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { ActivityEntry } from '../../contract/activity.ts';
import { activity as english } from '../../words/interface/en/activity.ts';
import { sessions as englishSessions } from '../../words/interface/en/sessions.ts';
import { format } from '../../words/interface/format.ts';
import type { FurtherWords } from '../../words/interface/further.ts';
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
import { deviceName } from '../sessions/origin-words.ts';
import { Row, Rows } from '../row.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Actions } from '../ui/form.tsx';
import { usePart } from '../ui/look.ts';
import { Notice } from '../ui/notice.tsx';
import { Alert, Status } from '../ui/status.tsx';
import type { ActivityHandle, ActivityOptions } from './use-activity.ts';
import { useActivity } from './use-activity.ts';

/** Props of `Activity`. */
export interface ActivityProps extends SectionComponentProps, ActivityOptions {}

/** What happened to the account, when and from where, newest first; each entry can be disowned. */
export function Activity({ className, headingLevel, ...options }: ActivityProps): ReactElement {
  const words = useWords();
  const text = useFeatureWords('activity', english);
  return (
    <AccountSection
      title={text.title}
      description={text.description}
      className={className}
      headingLevel={headingLevel}
      skeleton={<Placeholder of={['line', 'line', 'line']} />}
    >
      {(account) => {
        const { allowed, reason } = account.abilities.seeActivity;
        return allowed ? <Log options={options} /> : <Notice>{lockSentence(reason, words)}</Notice>;
      }}
    </AccountSection>
  );
}

function sentenceOf(event: string, text: FurtherWords['activity']): string {
  const known: Readonly<Record<string, string>> = text.events;
  return Object.hasOwn(known, event) ? (known[event] ?? text.events.other) : text.events.other;
}

function Log({ options }: { options: ActivityOptions }): ReactElement {
  const part = usePart();
  const words = useWords();
  const text = useFeatureWords('activity', english);
  const handle = useActivity(options);
  const { entries, older, loadMore, loading, loadError } = handle;
  const [asked, setAsked] = useState<ActivityEntry | null>(null);
  const [reported, setReported] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // "Show older" goes with the last of them.
    if (older > 0 && hasLostFocus()) place.current?.focus();
  }, [older]);
  const close = (done: boolean): void => {
    handle.reset();
    setReported(done);
    setAsked(null);
  };
  return (
    <>
      <Alert>{reported && <Notice tone="success">{text.reported}</Notice>}</Alert>
      <FetchedList
        name={text.title}
        place={place}
        ready={entries !== null}
        error={loadError}
        onAgain={handle.reload}
      >
        {entries?.length === 0 && <p className={part('lead')}>{text.none}</p>}
        <Rows>
          {entries?.map((entry) => (
            <Entry key={entry.id} entry={entry} onNotMe={() => setAsked(entry)} />
          ))}
        </Rows>
        <Failure error={loadError} onWaited={handle.reload} />
        <Actions>
          {loadMore && (
            <Button pending={loading} onClick={loadMore}>
              {text.more}
            </Button>
          )}
          <Status>{older > 0 && format(text.moreShown, { count: older }, words.locale)}</Status>
        </Actions>
      </FetchedList>
      {asked && (
        <Report
          entry={asked}
          handle={handle}
          onClose={() => close(false)}
          onDone={() => close(true)}
        />
      )}
    </>
  );
}

function Entry({ entry, onNotMe }: { entry: ActivityEntry; onNotMe: () => void }): ReactElement {
  const part = usePart();
  const { locale } = useWords();
  const text = useFeatureWords('activity', english);
  const sessionText = useFeatureWords('sessions', englishSessions);
  const { event, at, from, current } = entry;
  const sentence = sentenceOf(event, text);
  const known = from.browser !== null || from.system !== null;
  return (
    <Row
      title={sentence}
      action={
        current ? (
          <span className={part('badge')}>{text.here}</span>
        ) : (
          <Button
            variant="quiet"
            aria-label={format(text.notMeNamed, { event: sentence }, locale)}
            onClick={onNotMe}
          >
            {text.notMe}
          </Button>
        )
      }
      facts={[
        <Dated key="at" sentence="{date}" at={at} show="time" />,
        known && <bdi key="device">{deviceName(from, sessionText, locale)}</bdi>,
        from.place !== null && <bdi key="place">{from.place}</bdi>,
      ]}
    />
  );
}

function Report({
  entry,
  handle,
  onClose,
  onDone,
}: {
  entry: ActivityEntry;
  handle: ActivityHandle;
  onClose: () => void;
  onDone: () => void;
}): ReactElement {
  const words = useWords();
  const text = useFeatureWords('activity', english);
  const { report, reporting, error, reset } = handle;
  const send = async (): Promise<void> => {
    if (await report(entry.id)) onDone();
  };
  return (
    <Dialog open onClose={onClose} title={text.reportTitle} description={text.reportSays}>
      <Failure error={error} onWaited={reset} />
      <Actions>
        <Button onClick={onClose}>{words.account.cancel}</Button>
        <Button variant="danger" pending={reporting} onClick={() => void send()} data-autofocus="">
          {text.report}
        </Button>
      </Actions>
    </Dialog>
  );
}
