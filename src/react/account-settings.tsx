'use client';
import type { ReactElement } from 'react';
import { useAccountContext } from './account-context.ts';
import { AvatarEditor } from './avatar/avatar-editor.tsx';
import { DeleteAccount } from './delete-account/delete-account.tsx';
import { direction } from './direction.ts';
import { EmailChange } from './email-change/email-change.tsx';
import { IdentityList } from './identities/identity-list.tsx';
import { PasswordChange } from './password-change/password-change.tsx';
import { ProfileForm } from './profile/profile-form.tsx';
import { Button } from './ui/button.tsx';
import { Notice } from './ui/notice.tsx';
import { Root } from './ui/root.tsx';
import type { HeadingLevel } from './ui/section.tsx';
import { Alert } from './ui/status.tsx';
import { useAccount } from './use-account.ts';

/** Props of `AccountSettings`. */
export interface AccountSettingsProps {
  /** Added to the root element. */
  className?: string | undefined;
  /** Level of the sections' headings in the host's page. Default 2. */
  headingLevel?: HeadingLevel | undefined;
  /** Called when the account is gone, for example to leave the page. */
  onDeleted?: (() => void) | undefined;
}

/** The whole settings page: every section, in the order in which people look for them. */
export function AccountSettings({
  className,
  headingLevel,
  onDeleted,
}: AccountSettingsProps): ReactElement {
  const { words } = useAccountContext();
  const { account, error, reload } = useAccount();
  return (
    <Root className={className} lang={words.locale} dir={direction(words.locale)}>
      <Alert>
        {account && error && (
          <Notice
            tone="warning"
            actions={
              <Button variant="quiet" onClick={reload}>
                {words.account.tryAgain}
              </Button>
            }
          >
            {words.account.stale}
          </Notice>
        )}
      </Alert>
      <AvatarEditor headingLevel={headingLevel} />
      <ProfileForm headingLevel={headingLevel} />
      <EmailChange headingLevel={headingLevel} />
      <PasswordChange headingLevel={headingLevel} />
      <IdentityList headingLevel={headingLevel} />
      <DeleteAccount headingLevel={headingLevel} onDone={onDeleted} />
    </Root>
  );
}
