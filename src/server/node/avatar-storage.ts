import { mkdir, readFile, rename, rm, rmdir, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { AvatarStorage } from '../ports/avatar-storage.ts';
import { failedWith, syncFolder, writeBeside } from './durable-file.ts';

/** What `createFileAvatarStorage` needs. */
export interface FileAvatarStorageOptions {
  /** Folder that belongs to the pictures alone. Made when it is missing. */
  folder: string;
}

const keyPattern = /^[A-Za-z0-9_-]{1,128}\/[A-Za-z0-9_-]{1,128}\.webp$/;
const TRIES = 20;

/**
 * Pictures as files, `<folder>/<key>`. A picture is on disk, entry included, when `put` returns;
 * a crash leaves the whole file or none. A key of another form is refused by `put` and is nothing to `find` and
 * `remove`. Needs a folder that all processes of the server share.
 */
export function createFileAvatarStorage({ folder }: FileAvatarStorageOptions): AvatarStorage {
  const pathOf = (key: string): string | null => (keyPattern.test(key) ? join(folder, key) : null);

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
      if (path === null)
        throw new Error('The key of a picture is <folder>/<name>.webp, both base64url.');
      for (let tries = 1; ; tries += 1) {
        try {
          await write(path, bytes);
          return;
        } catch (error) {
          // `remove` may take the folder of the person away between two steps, when it has become empty.
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
