'use client';
import type { ReactElement } from 'react';
import type { Account } from '../../contract/account.ts';
import { useWords } from '../account-context.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { usePart } from '../ui/look.ts';
import { Notice } from '../ui/notice.tsx';
import { Alert } from '../ui/status.tsx';
import { useAccount } from '../use-account.ts';
import { AvatarCrop } from './avatar-crop.tsx';
import type { OpenedFile } from './avatar-file.ts';
import { AvatarSending } from './avatar-sending.tsx';
import type { AvatarUploadOptions } from './use-avatar-upload.ts';
import { useAvatarUpload } from './use-avatar-upload.ts';

export { openFile } from './avatar-file.ts';

/** Props of `AvatarCropDialog`. */
export interface AvatarCropDialogProps extends OpenedFile, AvatarUploadOptions {
  account: Account;
  onCancel: () => void;
}

/** The chosen picture in a modal: its cropper, or why there is none. Loaded, with all it imports, when it is needed. */
export function AvatarCropDialog({
  file,
  picture,
  account,
  onCancel,
  ...options
}: AvatarCropDialogProps): ReactElement {
  const part = usePart();
  const { avatar: text } = useWords();
  const { status } = useAccount();
  const upload = useAvatarUpload(options);
  const cancel = (): void => {
    if (!upload.stop()) onCancel();
  };
  return (
    <Dialog
      // A section without a session is hidden, and nothing hidden may hold the page.
      open={status === 'ready'}
      onClose={cancel}
      size="wide"
      className={part('crop-dialog')}
      title={text.cropTitle}
      description={picture && text.cropLead}
    >
      {picture ? (
        <AvatarCrop
          file={file}
          picture={picture}
          account={account}
          upload={upload}
          onCancel={cancel}
        />
      ) : (
        <>
          <Alert>
            <Notice tone="warning">{text.notShown}</Notice>
          </Alert>
          <AvatarSending account={account} upload={upload} onCancel={cancel}>
            <Button
              variant="primary"
              pending={upload.pending}
              onClick={() => void upload.save(file)}
            >
              {text.asIs}
            </Button>
          </AvatarSending>
        </>
      )}
    </Dialog>
  );
}
