// The whole module, not the name: on an older Node a missing name would stop the loading before any sentence is said.
import crypto from 'node:crypto';

if (typeof crypto.argon2 !== 'function') {
  throw new Error(
    `selvedge/node needs Node 24.7 or newer, for the argon2id that is built in; this is Node ${process.versions.node}.`,
  );
}

/** What one computation of argon2id takes. */
export interface Argon2Work {
  salt: Uint8Array;
  memoryKiB: number;
  passes: number;
  parallelism: number;
  tagBytes: number;
}

/** The tag of a password. Runs on a thread of libuv's pool, so the event loop goes on. */
export const argon2id = (password: string, work: Argon2Work): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    crypto.argon2(
      'argon2id',
      {
        message: Buffer.from(password, 'utf8'),
        nonce: work.salt,
        memory: work.memoryKiB,
        passes: work.passes,
        parallelism: work.parallelism,
        tagLength: work.tagBytes,
      },
      (error, tag) => {
        if (error) reject(error);
        else resolve(tag);
      },
    );
  });
