import { createHash, createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Secrets } from '../ports/secrets.ts';
import { failedWith, syncFolder, writeBeside } from './durable-file.ts';

/** Shortest key: as long as the HMAC's own output. */
const KEY_BYTES = 32;
const ID_BYTES = 16;
const SECRET_BYTES = 32;
const OWNER_ONLY = 0o600;

/** What `createSecrets` needs. */
export interface SecretsOptions {
  /**
   * The server's key, at least 32 random bytes; a text counts as its UTF-8 bytes. All processes of one server use the
   * same. With another one, mailed links that are still out stop working; nothing else is lost.
   */
  key: Uint8Array | string;
}

/** Random values of the system's generator, HMAC-SHA256 for the tokens of mailed links, SHA-256 for digests. */
export function createSecrets({ key }: SecretsOptions): Secrets {
  const bytes = typeof key === 'string' ? Buffer.from(key, 'utf8') : Buffer.from(key);
  if (bytes.length < KEY_BYTES) {
    throw new Error(
      `createSecrets: the key has ${bytes.length} bytes and needs at least ${KEY_BYTES} random ones, for example from \`openssl rand -base64 32\`.`,
    );
  }
  const secret = createSecretKey(bytes);
  const sign = (text: string): string =>
    createHmac('sha256', secret).update(text, 'utf8').digest('base64url');
  return {
    mintId: () => randomBytes(ID_BYTES).toString('base64url'),
    mintSecret: () => randomBytes(SECRET_BYTES).toString('base64url'),
    deriveToken: sign,
    // As JSON, other parts never make the same text, and none makes that of an id.
    derive: (purpose, ...parts) => sign(JSON.stringify([purpose, ...parts])),
    digest: (value) => createHash('sha256').update(value, 'utf8').digest('base64url'),
  };
}

async function readKey(file: string): Promise<Buffer | null> {
  let key: Buffer;
  try {
    key = await readFile(file);
  } catch (error) {
    if (failedWith(error, 'ENOENT')) return null;
    throw error;
  }
  if (key.length < KEY_BYTES) {
    throw new Error(`The key file ${file} is shorter than ${KEY_BYTES} bytes; it is damaged.`);
  }
  const { mode } = await stat(file);
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new Error(`The key file ${file} is open to other users; run: chmod 600 ${file}`);
  }
  return key;
}

/**
 * The key in a file, made with 32 random bytes when there is none: only its owner can read it, it is on disk before it
 * is used, and processes that start together get the same. Throws when the file is damaged or open to other users.
 */
export async function loadOrCreateKey(file: string): Promise<Uint8Array> {
  const existing = await readKey(file);
  if (existing !== null) return existing;
  const folder = dirname(file);
  await mkdir(folder, { recursive: true });
  const written = await writeBeside(file, randomBytes(KEY_BYTES), OWNER_ONLY);
  try {
    // A link, not a rename: it fails where another process was first, whose key then holds.
    await link(written, file);
  } catch (error) {
    if (!failedWith(error, 'EEXIST')) throw error;
  } finally {
    await rm(written, { force: true });
  }
  await syncFolder(folder);
  const key = await readKey(file);
  if (key === null) throw new Error(`The key file ${file} vanished while it was made.`);
  return key;
}
