import { AccountError, fieldError } from '../../contract/account-error.ts';
import type { AvatarType } from '../../contract/avatar.ts';

/** How the files of each kind begin, as Latin-1 text. */
const beginnings: readonly (readonly [AvatarType, RegExp])[] = [
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/png', /^\x89PNG\r\n[^]\n/],
  ['image/webp', /^RIFF[^]{4}WEBP/],
  ['image/gif', /^GIF8[79]a/],
  ['image/avif', /^[^]{4}ftyp[^]*avi[fs]/],
];

/**
 * Judges a file before anything is sent: its size, and its kind by its first bytes. Resolves to the file, named as what
 * it is. Rejects with `too_large`, `unsupported_media_type`, `validation_failed` (`image_broken`: it is empty), or
 * `unreadable`: the file went away, or is a folder. All else is for the server to judge.
 */
export async function judgeFile(file: Blob, maxBytes: number): Promise<Blob> {
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
