'use client';
import type { ReactElement, ReactNode } from 'react';
import { direction } from '../words/interface/direction.ts';
import { useWords } from './account-context.ts';
import type { SectionComponentProps } from './account-section.tsx';
import { Arrival } from './arrival.tsx';
import { Legal } from './legal.tsx';
import { Link } from './ui/link.tsx';
import { useLook, usePart } from './ui/look.ts';
import { Notice } from './ui/notice.tsx';
import { Root } from './ui/root.tsx';
import { Section } from './ui/section.tsx';

/** What every page takes that stands alone, such as those behind mailed links. */
export interface PageComponentProps extends SectionComponentProps {
  /** Where "Continue" leads when nothing is left to do here, such as the settings. Without it there is no such link. */
  continueHref?: string | undefined;
}

/** Props of `Page`. */
export interface PageProps extends Pick<PageComponentProps, 'className' | 'headingLevel'> {
  title: string;
  /** Under the heading. */
  description?: ReactNode;
  children: ReactNode;
}

/** A page of its own: the host's logo, one section, the host's legal links. */
export function Page({
  title,
  description,
  className,
  headingLevel = 1,
  children,
}: PageProps): ReactElement {
  const { locale } = useWords();
  const { logo } = useLook();
  const part = usePart();
  return (
    <Root className={className} lang={locale} dir={direction(locale)}>
      {logo && <div className={part('logo')}>{logo}</div>}
      <Section title={title} description={description} level={headingLevel} layout="stack">
        {children}
      </Section>
      <Legal />
    </Root>
  );
}

/** Props of `Done`. */
export interface DoneProps extends Pick<PageComponentProps, 'continueHref'> {
  /** A button, in place of the link. */
  actions?: ReactNode;
  children: ReactNode;
}

/** How it ended, and the way on. */
export function Done({ continueHref, actions, children }: DoneProps): ReactElement {
  const { account } = useWords();
  const way = continueHref !== undefined && <Link href={continueHref}>{account.goOn}</Link>;
  return (
    <Arrival>
      <Notice tone="success" actions={actions ?? way}>
        {children}
      </Notice>
    </Arrival>
  );
}
