import type { Account } from '../../contract/account.ts';
import { AccountError, fieldError } from '../../contract/account-error.ts';
import type { AvatarType } from '../../contract/avatar.ts';
import type { OpenedPicture } from './crop-picture.ts';
import { openPicture } from './crop-picture.ts';

/** A file that was judged. */
export interface OpenedFile {
  /** Named as what it is. */
  file: Blob;
  /** Null when this browser cannot show it; the server may. */
  picture: OpenedPicture | null;
}

/** How the files of each kind begin, as Latin-1 text. */
const beginnings: readonly (readonly [AvatarType, RegExp])[] = [
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/png', /^\x89PNG\r\n[^]\n/],
  ['image/webp', /^RIFF[^]{4}WEBP/],
  ['image/gif', /^GIF8[79]a/],
  ['image/avif', /^[^]{4}ftyp[^]*avi[fs]/],
];

/**
 * Judges a file before anything is sent, by its size and its first bytes, and opens it. Rejects with `too_large`,
 * `unsupported_media_type`, `validation_failed` (`image_broken`, `image_too_many_pixels`), or `unreadable`: the file went
 * away, or is a folder. All else is for the server to judge.
 */
export async function openFile(file: Blob, limits: Account['avatarLimits']): Promise<OpenedFile> {
  const judged = await judge(file, limits.maxBytes);
  return { file: judged, picture: await openPicture(judged, limits.maxPixels) };
}

async function judge(file: Blob, maxBytes: number): Promise<Blob> {
  if (file.size > maxBytes) throw new AccountError('too_large');
  if (file.size === 0) throw fieldError('', 'image_broken');
  let head: string;
  try {
    const bytes = new Uint8Array(await file.slice(0, 64).arrayBuffer());
    head = String.fromCharCode(...bytes);
  } catch (cause) {
    throw new AccountError('unreadable', { cause });
  }
  const type = beginnings.find(([, beginning]) => beginning.test(head))?.[0];
  if (type === undefined) throw new AccountError('unsupported_media_type');
  return file.type === type ? file : file.slice(0, file.size, type);
}
