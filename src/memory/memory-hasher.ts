import type { PasswordHasher } from '../server/ports/password-hasher.ts';
import { base64url } from './memory-base64url.ts';
import { createHash, randomBytes } from './memory-hash.ts';

const format = /^\$memory\$([\w-]+)\$[\w-]{43}$/;

/**
 * A password hasher that costs nothing, so that stories and tests do not wait. Its hashes mean nothing to another
 * instance, and protect nothing: for a store that forgets only.
 */
export function createMemoryHasher(): PasswordHasher {
  const hash = createHash();
  const write = (password: string, salt: string): string =>
    `$memory$${salt}$${hash(`${salt} ${password}`)}`;
  return {
    hash: async (password) => write(password, base64url(randomBytes(12))),
    async verify(password, stored) {
      const salt = format.exec(stored)?.[1];
      return salt !== undefined && write(password, salt) === stored;
    },
    decoy: write(base64url(randomBytes(32)), base64url(randomBytes(12))),
  };
}
