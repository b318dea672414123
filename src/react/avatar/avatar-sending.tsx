'use client';
import type { ReactElement, ReactNode } from 'react';
import type { Account } from '../../contract/account.ts';
import { useWords } from '../account-context.ts';
import { Button } from '../ui/button.tsx';
import { Actions } from '../ui/form.tsx';
import { Progress } from '../ui/progress.tsx';
import { Status } from '../ui/status.tsx';
import { AvatarFailure } from './avatar-failure.tsx';
import type { AvatarEditorHandle } from './use-avatar-editor.ts';

/** Props of `AvatarSending`. */
export interface AvatarSendingProps {
  account: Account;
  handle: AvatarEditorHandle;
  /** Said in the line of buttons while nothing is being sent. */
  said?: string;
  /** The buttons that send. */
  children?: ReactNode;
}

/** The end of the dialog: how far the upload is, why the last one failed, and the buttons. */
export function AvatarSending({
  account,
  handle,
  said = '',
  children,
}: AvatarSendingProps): ReactElement {
  const words = useWords();
  const text = words.avatar;
  const { busy, progress, status, error } = handle;
  const sending = busy === 'save';
  const sentence = { stopped: text.stopped, interrupted: words.account.interrupted };
  return (
    <>
      {sending && (
        // All has left, and the answer is not there yet: how long that takes nobody knows.
        <Progress label={text.uploading} value={progress < 1 ? progress : undefined} />
      )}
      <AvatarFailure account={account} error={error} onWaited={handle.reset} />
      <Actions>
        <Status>
          {sending
            ? text.uploading
            : ((sentence as Partial<Record<typeof status, string>>)[status] ?? said)}
        </Status>
        <Button onClick={handle.cancel}>{sending ? text.stop : words.account.cancel}</Button>
        {children}
      </Actions>
    </>
  );
}
