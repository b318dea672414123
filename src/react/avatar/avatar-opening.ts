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
  /** The dialog for the file, when it is there. */
  opened?: { Dialog: typeof AvatarCropDialog; content: OpenedFile };
  /** Why there will be none; `unavailable`: its code did not arrive. */
  error?: AccountError;
}

/**
 * Loads the dialog for a chosen file, and opens the file for it; choosing the same file again tries again. Not
 * `React.lazy`, which would keep a failure for ever.
 */
export function useFileOpening(
  chosen: AvatarEditorHandle['chosen'],
  { maxBytes, maxPixels }: Account['avatarLimits'],
): FileOpening {
  const [state, setState] = useState<FileOpening>({});

  useEffect(() => {
    if (chosen === null) return;
    let left = false;
    let close: (() => void) | undefined;
    const open = async (): Promise<FileOpening> => {
      try {
        const { AvatarCropDialog: Dialog, openFile } = await load();
        const content = await openFile(chosen.file, { maxBytes, maxPixels });
        close = content.picture?.close;
        return { opened: { Dialog, content } };
      } catch (cause) {
        return {
          error: isAccountError(cause) ? cause : new AccountError('unavailable', { cause }),
        };
      }
    };
    void open().then((now) => (left ? close?.() : setState(now)));
    return () => {
      left = true;
      close?.();
      setState({});
    };
  }, [chosen, maxBytes, maxPixels]);

  return state;
}
