'use client';
import type { ReactElement } from 'react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Account } from '../../contract/account.ts';
import { isAccountError } from '../../contract/account-error.ts';
import { useWords } from '../account-context.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Alert } from '../ui/status.tsx';
import { useAccount } from '../use-account.ts';
import type { AvatarCropProps } from './avatar-crop.tsx';
import type { OpenedPicture } from './crop-picture.ts';
import type { AvatarEditorHandle } from './use-avatar-editor.ts';
import { AvatarSending } from './avatar-sending.tsx';

interface DialogProps {
  account: Account;
  handle: AvatarEditorHandle;
}

/** The chosen picture in a modal: its cropper, or why there is none. */
export function AvatarCropDialog({ account, handle }: DialogProps): ReactElement {
  const { avatar: text } = useWords();
  const { status } = useAccount();
  const { chosen } = handle;
  return (
    <Dialog
      // A section without a session is hidden, and nothing hidden may hold the page.
      open={chosen !== null && status === 'ready'}
      onClose={handle.cancel}
      size="wide"
      title={text.cropTitle}
    >
      {chosen && <Content file={chosen} account={account} handle={handle} />}
    </Dialog>
  );
}

/** What came of loading the cropper and opening the picture. */
type Loaded =
  | 'loading'
  | 'load_failed'
  | 'not_shown'
  | { AvatarCrop: (props: AvatarCropProps) => ReactElement; picture: OpenedPicture };

function useCropper(
  file: Blob,
  maxPixels: number,
  refuse: AvatarEditorHandle['refuse'],
): { loaded: Loaded; trying: boolean; again: () => void } {
  const [loaded, setLoaded] = useState<Loaded>('loading');
  const [trying, setTrying] = useState(false);
  const leave = useRef(() => {});

  const begin = useCallback(() => {
    let left = false;
    let picture: OpenedPicture | null = null;
    leave.current = () => {
      left = true;
      picture?.close();
    };
    const load = async (): Promise<Loaded> => {
      const { AvatarCrop, openPicture } = await import('./avatar-crop.tsx');
      picture = await openPicture(file, maxPixels);
      return picture === null ? 'not_shown' : { AvatarCrop, picture };
    };
    const settle = (now: Loaded): void => {
      if (left) return picture?.close();
      setTrying(false);
      setLoaded(now);
    };
    load().then(settle, (error: unknown) => {
      if (left || !isAccountError(error)) settle('load_failed');
      else refuse(error);
    });
  }, [file, maxPixels, refuse]);

  useEffect(() => {
    begin();
    return () => leave.current();
  }, [begin]);

  const again = (): void => {
    setTrying(true);
    begin();
  };
  return { loaded, trying, again };
}

function Content({ file, account, handle }: DialogProps & { file: Blob }): ReactElement {
  const words = useWords();
  const text = words.avatar;
  const { refuse, save, busy } = handle;
  const { loaded, trying, again } = useCropper(file, account.avatarLimits.maxPixels, refuse);
  if (typeof loaded === 'object') {
    const { AvatarCrop, picture } = loaded;
    return <AvatarCrop file={file} picture={picture} account={account} handle={handle} />;
  }
  const loading = loaded === 'loading';
  const failed = loaded === 'load_failed';
  return (
    <>
      {loading && <Skeleton className="selvedge-crop-skeleton" />}
      <Alert>
        {!loading && !trying && (
          <Notice tone="warning">{failed ? text.loadFailed : text.notShown}</Notice>
        )}
      </Alert>
      <AvatarSending account={account} handle={handle} said={loading || trying ? text.opening : ''}>
        {failed && (
          <Button pending={trying} onClick={again}>
            {words.account.tryAgain}
          </Button>
        )}
        {!loading && (
          <Button variant="primary" pending={busy === 'save'} onClick={() => void save(file)}>
            {text.asIs}
          </Button>
        )}
      </AvatarSending>
    </>
  );
}
