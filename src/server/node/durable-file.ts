import { randomBytes } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Whether a failed call on the file system failed for this reason: `ENOENT`, `EEXIST` and the like. */
export function failedWith(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

/** Makes the entries of a folder durable: new, renamed and removed names. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; there, NTFS journals the entries.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Writes the bytes durably under a name that nothing else uses, beside the file that they are to become. Answers the
 * path of it.
 */
export async function writeBeside(file: string, bytes: Uint8Array, mode: number): Promise<string> {
  const name = `.${basename(file)}.${randomBytes(8).toString('hex')}.tmp`;
  const path = join(dirname(file), name);
  const handle = await open(path, 'wx', mode);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
    await handle.close();
  } catch (error) {
    // A full disk must not fill up with halves.
    await handle.close().catch(() => {});
    await rm(path, { force: true });
    throw error;
  }
  return path;
}
