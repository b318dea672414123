'use client';
import type { ReactElement, ReactNode } from 'react';
import { useEffect, useId, useRef } from 'react';
import type { Account } from '../contract/account.ts';
import { direction } from '../words/interface/direction.ts';
import { useAccountContext, useWords } from './account-context.ts';
import { AccountMissing } from './account-missing.tsx';
import { Boundary } from './boundary.tsx';
import { SectionContext } from './section-context.ts';
import { StepUpOutlet } from './step-up/step-up-outlet.tsx';
import { usePart } from './ui/look.ts';
import { Button } from './ui/button.tsx';
import { Notice } from './ui/notice.tsx';
import { Root } from './ui/root.tsx';
import type { HeadingLevel } from './ui/section.tsx';
import { Section } from './ui/section.tsx';
import { Skeleton } from './ui/skeleton.tsx';
import { useAccountQuery } from './use-account.ts';

/** What every component of a section takes. */
export interface SectionComponentProps {
  /** Added to the section's root element. */
  className?: string | undefined;
  /** Level of its heading in the host's page. Default 2. */
  headingLevel?: HeadingLevel | undefined;
}

/** Props of `AccountSection`. */
export interface AccountSectionProps extends SectionComponentProps {
  title: string;
  /** Under the heading; a function where it tells of the account. */
  description?: ReactNode | ((account: Account) => ReactNode);
  /** What holds the place while the account loads, as high as what comes. */
  skeleton: ReactNode;
  /** Shown in place of everything, whatever the account's state: how the section ended. */
  instead?: ReactNode;
  /**
   * The content, for the account that is there. Mounted anew for another person; hidden while the session has ended, so
   * that what was typed is there again after the next sign-in.
   */
  children: (account: Account) => ReactNode;
}

/**
 * One section of the settings: its frame, its states before there is an account, and the place where a proof is asked
 * for (inside its own root element, because a host's modal makes everything outside of itself inert).
 */
export function AccountSection(props: AccountSectionProps): ReactElement {
  const part = usePart();
  const { title, description, className, headingLevel, skeleton, instead, children } = props;
  const { words, stepUp } = useAccountContext();
  const { status: known, kept } = useAccountQuery();
  const status = instead ? 'ended' : known;
  const id = useId();
  const root = useRef<HTMLDivElement>(null);

  // A section that leaves the page takes its question along: the operation ends as not proved.
  useEffect(() => () => stepUp.abandon(id), [stepUp, id]);

  return (
    <SectionContext.Provider value={id}>
      <Root ref={root} className={className} lang={words.locale} dir={direction(words.locale)}>
        <Section
          title={title}
          description={
            typeof description === 'function'
              ? kept
                ? description(kept)
                : status === 'loading' && <Skeleton />
              : description
          }
          level={headingLevel}
          aria-busy={status === 'loading'}
        >
          {status === 'loading' && skeleton}
          {instead || (
            <>
              <AccountMissing root={root} />
              {kept && (
                <div key={kept.id} className={part('stack')} hidden={status !== 'ready'}>
                  <Boundary instead={Broken}>{children(kept)}</Boundary>
                </div>
              )}
            </>
          )}
        </Section>
        <StepUpOutlet section={id} />
      </Root>
    </SectionContext.Provider>
  );
}

/** In place of what this version cannot show. */
function Broken({ onAgain }: { onAgain: () => void }): ReactElement {
  const { account } = useWords();
  return (
    <Notice tone="danger" actions={<Button onClick={onAgain}>{account.tryAgain}</Button>}>
      {account.loadFailed}
    </Notice>
  );
}
