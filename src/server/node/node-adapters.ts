import { join } from 'node:path';
import type { AvatarStorage } from '../ports/avatar-storage.ts';
import type { ImageProcessor } from '../ports/image-processor.ts';
import type { PasswordHasher } from '../ports/password-hasher.ts';
import type { Secrets } from '../ports/secrets.ts';
import { createFileAvatarStorage } from './avatar-storage.ts';
import { createImageProcessor } from './image-processor.ts';
import { createPasswordHasher } from './password-hasher.ts';
import { createSecrets, loadOrCreateKey } from './secrets.ts';

/** What an account server needs of Node, with the defaults. */
export interface NodeAdapters {
  /** `createPasswordHasher()`: argon2id. */
  hasher: PasswordHasher;
  /** `createImageProcessor()`: sharp, which has to be installed. */
  images: ImageProcessor;
  /** `createFileAvatarStorage()` on `<folder>/avatars`. */
  avatars: AvatarStorage;
  /** `createSecrets()` with the key in `<folder>/key`. */
  secrets: Secrets;
}

/**
 * Everything of Node with its defaults, in one folder: `avatars/` has the pictures, `key` the 32 bytes that the tokens
 * of mailed links come from (made at the first start; back it up). Throws when the key is damaged or open to others.
 */
export async function createNodeAdapters({ folder }: { folder: string }): Promise<NodeAdapters> {
  return {
    hasher: createPasswordHasher(),
    images: await createImageProcessor(),
    avatars: createFileAvatarStorage({ folder: join(folder, 'avatars') }),
    secrets: createSecrets({ key: await loadOrCreateKey(join(folder, 'key')) }),
  };
}
