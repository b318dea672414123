import type { Secrets } from '../server/ports/secrets.ts';
import { base64url } from './memory-base64url.ts';
import { createHash, randomBytes } from './memory-hash.ts';

const idBytes = 16;
const secretBytes = 32;

/**
 * The secrets port for a store that forgets. Ids and secrets are random as everywhere. Digests and what is derived come
 * from a hash that is no cryptography, with a random seed for each instance; `createHash` says why that does no harm
 * here. Never put it in front of a store that outlives the page.
 */
export function createMemorySecrets(): Secrets {
  const hash = createHash();
  return {
    mintId: () => base64url(randomBytes(idBytes)),
    mintSecret: () => base64url(randomBytes(secretBytes)),
    deriveToken: (id) => hash(`token of ${id}`),
    derive: (...parts) => hash(`derived from ${JSON.stringify(parts)}`),
    digest: (secret) => hash(`digest of ${secret}`),
  };
}
