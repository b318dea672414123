'use client';
import type { ReactElement, ReactNode } from 'react';
import type { Account } from '../../contract/account.ts';
import { useWords } from '../account-context.ts';
import { Button } from '../ui/button.tsx';
import { Actions } from '../ui/form.tsx';
import { usePart } from '../ui/look.ts';
import { Progress } from '../ui/progress.tsx';
import { Status } from '../ui/status.tsx';
import { AvatarFailure } from './avatar-failure.tsx';
import type { AvatarUploadHandle } from './use-avatar-upload.ts';

/** Props of `AvatarSending`. */
export interface AvatarSendingProps {
  account: Account;
  upload: AvatarUploadHandle;
  /** Stops what is being sent, or else closes the dialog. */
  onCancel: () => void;
  /** Said in the line of buttons while nothing is being sent. */
  said?: string;
  /** The buttons that send. */
  children?: ReactNode;
}

/** The end of the dialog: how far the upload is, why the last one failed, and the buttons. */
export function AvatarSending({
  account,
  upload,
  onCancel,
  said = '',
  children,
}: AvatarSendingProps): ReactElement {
  const part = usePart();
  const words = useWords();
  const text = words.avatar;
  const { pending, progress, status, error, reset } = upload;
  const sentence = { idle: said, stopped: text.stopped, interrupted: words.account.interrupted };
  return (
    <div className={part('crop-end')}>
      {pending && (
        // All has left, and the answer is not there yet: how long that takes nobody knows.
        <Progress label={text.uploading} value={progress < 1 ? progress : undefined} />
      )}
      <AvatarFailure account={account} error={error} onWaited={reset} />
      <Actions>
        <Status>{pending ? text.uploading : sentence[status]}</Status>
        <Button onClick={onCancel}>{pending ? text.stop : words.account.cancel}</Button>
        {children}
      </Actions>
    </div>
  );
}
