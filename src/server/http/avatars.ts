import { AccountError } from '../../contract/account-error.ts';
import type { AvatarStorage } from '../ports/avatar-storage.ts';
import type { HttpAnswer } from './exchange.ts';
import { pictureHeaders } from './headers.ts';

/** Where pictures are, below the base path. */
export const avatarsPrefix = '/avatars/';

// oxlint-disable-next-line no-control-regex -- control characters are what is refused
const segment = /^(?!\.)[^/\\\s\u0000-\u001f\u007f]{1,255}$/;

/** The storage key out of `/avatars/<account>/<name>.webp`, or null when the path is none. */
export function avatarKey(path: string): string | null {
  const parts = path.slice(avatarsPrefix.length).split('/');
  if (parts.length !== 2 || !parts[1]?.endsWith('.webp')) return null;
  try {
    const names = parts.map(decodeURIComponent);
    return names.every((name) => segment.test(name)) ? names.join('/') : null;
  } catch {
    return null;
  }
}

/** The bytes of a picture. Public: whoever knows the name was told it. */
export async function answerAvatar(
  storage: AvatarStorage,
  key: string,
  crossOrigin: boolean,
): Promise<HttpAnswer> {
  const bytes = await storage.find(key);
  if (bytes === null) throw new AccountError('not_found');
  return {
    status: 200,
    headers: {
      ...pictureHeaders,
      'cross-origin-resource-policy': crossOrigin ? 'cross-origin' : 'same-origin',
    },
    cookies: [],
    body: bytes,
  };
}
