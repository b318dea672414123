'use client';
import type { ReactElement } from 'react';
import { useWords } from '../account-context.ts';
import type { MailedLinkPageProps } from './mailed-link.tsx';
import { MailedLink } from './mailed-link.tsx';

/** The page behind the link in the mail to a new address. Works without a session, also in another browser. */
export function EmailChangeConfirmation(props: MailedLinkPageProps): ReactElement {
  const { emailChange } = useWords();
  return (
    <MailedLink
      {...props}
      operation="confirmEmailChange"
      variant="primary"
      title={emailChange.confirmTitle}
      text={emailChange.confirmText}
      button={emailChange.confirm}
      done={emailChange.confirmed}
    />
  );
}
