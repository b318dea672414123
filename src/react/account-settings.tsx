'use client';
import type { ReactElement } from 'react';
import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { direction } from '../words/interface/direction.ts';
import { useWords } from './account-context.ts';
import { AccountMissing, TryAgain } from './account-missing.tsx';
import { Arrival } from './arrival.tsx';
import { AvatarEditor } from './avatar/avatar-editor.tsx';
import { EmailChange } from './email-change/email-change.tsx';
import { PasswordChange } from './password-change/password-change.tsx';
import type { LaterSectionsProps } from './later-sections.tsx';
import { ProfileForm } from './profile/profile-form.tsx';
import { Button } from './ui/button.tsx';
import { useLook } from './ui/look.ts';
import { Notice } from './ui/notice.tsx';
import { Root } from './ui/root.tsx';
import type { HeadingLevel } from './ui/section.tsx';
import { Alert } from './ui/status.tsx';
import { useAccount } from './use-account.ts';
import { useLoaded } from './use-loaded.ts';

/** Props of `AccountSettings`. */
export interface AccountSettingsProps {
  /** Added to the root element. */
  className?: string | undefined;
  /** Level of the sections' headings in the host's page. Default 2. */
  headingLevel?: HeadingLevel | undefined;
  /** BCP 47 tags of the profile's list of languages. Default: a list of the most spoken ones. */
  languages?: readonly string[] | undefined;
  /** Called when the account is gone, for example to leave the page. */
  onDeleted?: (() => void) | undefined;
}

/** The whole settings page: every section, in the order in which people look for them. */
export function AccountSettings({
  className,
  headingLevel,
  languages,
  onDeleted,
}: AccountSettingsProps): ReactElement {
  const words = useWords();
  const { legal } = useLook();
  const { status, account, error } = useAccount();
  const root = useRef<HTMLDivElement>(null);
  const [removed, setRemoved] = useState(false);
  const [whole, setWhole] = useState(false);
  const done = useCallback(() => {
    setRemoved(true);
    onDeleted?.();
  }, [onDeleted]);

  // What is seen first is usable first; the rest follows in pieces that nobody notices. Where the account is known from
  // the start (a server's page, or one that comes back) all is there at once.
  const ready = account !== null;
  const [rest, setRest] = useState(ready);
  useEffect(() => {
    if (!ready || rest) return;
    const show = (): void => startTransition(() => setRest(true));
    // Not before the frame that shows what is ready; a page in the background has none.
    const frame = requestAnimationFrame(() => setTimeout(show));
    const timer = setTimeout(show, 250);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [ready, rest]);

  // Made once, so that what changes on this page does not render its sections again.
  const first = useMemo(
    () => (
      <>
        <AvatarEditor headingLevel={headingLevel} />
        <ProfileForm headingLevel={headingLevel} languages={languages} />
      </>
    ),
    [headingLevel, languages],
  );
  const then = useMemo(
    () =>
      rest && (
        <>
          <EmailChange headingLevel={headingLevel} />
          <PasswordChange headingLevel={headingLevel} />
          <Later headingLevel={headingLevel} onDeleted={done} onWhole={setWhole} />
        </>
      ),
    [rest, headingLevel, done],
  );

  const gone = status === 'signed_out';
  return (
    <Root
      ref={root}
      className={className}
      lang={words.locale}
      dir={direction(words.locale)}
      // As high as the window until it is whole, so that what stands below in the host's page is not pushed about.
      data-loading={whole || gone || status === 'failed' ? undefined : ''}
    >
      {gone && removed ? (
        <Arrival>
          <Notice tone="success">{words.deleteAccount.removed}</Notice>
        </Arrival>
      ) : (
        <AccountMissing root={root} />
      )}
      <Alert>
        {account && error && (
          <Notice tone="warning" actions={<TryAgain root={root} />}>
            {words.account.stale}
          </Notice>
        )}
      </Alert>
      {/* One sentence for all; the sections stay, because of what may have been typed into them. */}
      <div hidden={gone || status === 'failed'}>
        {first}
        {then}
      </div>
      {legal && <LegalLinks />}
    </Root>
  );
}

const loadLegal = () => import('./legal.tsx').then((one) => one.Legal);

function LegalLinks(): ReactElement | null {
  const { part: Loaded } = useLoaded(loadLegal);
  return Loaded && <Loaded />;
}

const loadLater = () => import('./later-sections.tsx').then((one) => one.LaterSections);

/** What is fetched after everything else is there. */
function Later(props: LaterSectionsProps): ReactElement | null {
  const words = useWords();
  const { part: Loaded, failures, again } = useLoaded(loadLater);
  if (Loaded) return <Loaded {...props} />;
  return failures > 0 ? (
    <Notice tone="warning" actions={<Button onClick={again}>{words.account.tryAgain}</Button>}>
      {words.account.loadFailed}
    </Notice>
  ) : null;
}
