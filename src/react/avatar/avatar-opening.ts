'use client';
import { useEffect, useState } from 'react';
import type { Account } from '../../contract/account.ts';
import { AccountError, isAccountError } from '../../contract/account-error.ts';
import type { AvatarCropDialog } from './avatar-crop-dialog.tsx';
import type { OpenedFile } from './avatar-file.ts';
import type { AvatarEditorHandle } from './use-avatar-editor.ts';

const load = () => import('./avatar-crop-dialog.tsx');

/** Starts loading the dialog before there is a file for it; a failure is told when there is one. */
export function preloadCropDialog(): void {
  load().catch(() => {});
}

/** What `useFileOpening` answers. */
export interface FileOpening {
  /** The dialog for the file; null until it is there. */
  opened: { Dialog: typeof AvatarCropDialog; content: OpenedFile } | null;
  /** Why there is none; `unavailable`: its code did not arrive. */
  error: AccountError | null;
}

const opening: FileOpening = { opened: null, error: null };

/**
 * Loads the dialog for a chosen file, and opens the file for it; choosing the same file again tries again. Not
 * `React.lazy`, which would keep a failure for ever.
 */
export function useFileOpening(
  chosen: AvatarEditorHandle['chosen'],
  { maxBytes, maxPixels }: Account['avatarLimits'],
): FileOpening {
  const [state, setState] = useState(opening);

  useEffect(() => {
    if (chosen === null) return;
    let left = false;
    let picture: OpenedFile['picture'] = null;
    const open = async (): Promise<void> => {
      const { AvatarCropDialog: Dialog, openFile } = await load();
      const content = await openFile(chosen.file, { maxBytes, maxPixels });
      ({ picture } = content);
      if (left) picture?.close();
      else setState({ opened: { Dialog, content }, error: null });
    };
    open().catch((error: unknown) => {
      if (left) return;
      const known = isAccountError(error)
        ? error
        : new AccountError('unavailable', { cause: error });
      setState({ opened: null, error: known });
    });
    return () => {
      left = true;
      picture?.close();
      setState(opening);
    };
  }, [chosen, maxBytes, maxPixels]);

  return state;
}
