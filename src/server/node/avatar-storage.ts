import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, rmdir, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { AvatarStorage } from '../ports/avatar-storage.ts';
import { failedWith, syncFolder, writeBeside } from './durable-file.ts';

/** What `createFileAvatarStorage` needs. */
export interface FileAvatarStorageOptions {
  /** Folder that belongs to the pictures alone. Made when it is missing. */
  folder: string;
}

// oxlint-disable-next-line no-control-regex -- control characters are what it refuses
const keyPattern = /^([^/\u0000-\u001f]{1,255})\/([A-Za-z0-9_-]{1,128}\.webp)$/;
const plainName = /^[A-Za-z0-9_-]{1,128}$/;
const TRIES = 20;

/** A folder name that cannot lead anywhere else: the account's id where it is harmless, else its digest. */
function folderName(accountId: string): string {
  if (plainName.test(accountId)) return accountId;
  return `.${createHash('sha256').update(accountId).digest('base64url')}`;
}

/**
 * Pictures as files, `<folder>/<account id>/<name>.webp`. A picture is on disk, entry included, when `put` returns;
 * a crash leaves the whole file or none. A key of another form is refused by `put` and is nothing to `find` and
 * `remove`. Needs a folder that all processes of the server share.
 */
export function createFileAvatarStorage({ folder }: FileAvatarStorageOptions): AvatarStorage {
  const pathOf = (key: string): string | null => {
    const match = keyPattern.exec(key);
    if (match === null) return null;
    const [, accountId = '', name = ''] = match;
    return join(folder, folderName(accountId), name);
  };

  async function write(path: string, bytes: Uint8Array): Promise<void> {
    const own = dirname(path);
    await mkdir(own, { recursive: true });
    const written = await writeBeside(path, bytes, 0o666);
    try {
      await rename(written, path);
    } catch (error) {
      await rm(written, { force: true });
      throw error;
    }
    await syncFolder(own);
    await syncFolder(folder);
  }

  return {
    async put(key, bytes) {
      const path = pathOf(key);
      if (path === null) throw new Error('The key of a picture is <account id>/<name>.webp.');
      for (let tries = 1; ; tries += 1) {
        try {
          await write(path, bytes);
          return;
        } catch (error) {
          // `remove` may take the folder of the account away between two steps, when it has become empty.
          if (!failedWith(error, 'ENOENT') || tries === TRIES) throw error;
        }
      }
    },
    async find(key) {
      const path = pathOf(key);
      if (path === null) return null;
      try {
        return await readFile(path);
      } catch (error) {
        if (failedWith(error, 'ENOENT', 'ENOTDIR', 'ENAMETOOLONG')) return null;
        throw error;
      }
    },
    async remove(key) {
      const path = pathOf(key);
      if (path === null) return;
      try {
        await unlink(path);
        await rmdir(dirname(path));
      } catch (error) {
        // Nothing there, or other pictures in the folder.
        if (!failedWith(error, 'ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ENOTEMPTY', 'EEXIST'))
          throw error;
      }
    },
  };
}
