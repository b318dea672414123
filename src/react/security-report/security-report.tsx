'use client';
import type { ReactElement } from 'react';
import { securityReport as english } from '../../words/interface/en/security-report.ts';
import type { MailedLinkPageProps } from '../email-change/mailed-link.tsx';
import { MailedLink } from '../email-change/mailed-link.tsx';
import { useFeatureWords } from '../feature-words.ts';

/** The page behind "this wasn't me" in the notice of any security event. Works without a session, and ends all of them. */
export function SecurityReport(props: MailedLinkPageProps): ReactElement {
  const text = useFeatureWords('securityReport', english);
  return (
    <MailedLink
      {...props}
      operation="reportSecurityEvent"
      variant="danger"
      title={text.title}
      text={text.text}
      button={text.report}
      done={text.reported}
      doneWithoutAddress={text.reportedWithoutMail}
    />
  );
}
