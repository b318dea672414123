'use client';
import type { ReactElement } from 'react';
import { useWords } from '../account-context.ts';
import type { MailedLinkPageProps } from './mailed-link.tsx';
import { MailedLink } from './mailed-link.tsx';

/** The page behind "this wasn't me" in a notice. Works without a session, and ends all of them. */
export function EmailChangeReport(props: MailedLinkPageProps): ReactElement {
  const { emailChange } = useWords();
  return (
    <MailedLink
      {...props}
      operation="reportEmailChange"
      variant="danger"
      title={emailChange.reportTitle}
      text={emailChange.reportText}
      button={emailChange.report}
      done={emailChange.reported}
    />
  );
}
