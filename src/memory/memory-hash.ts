import { base64url } from './memory-base64url.ts';

/** Random bytes; works on plain http pages too. */
export function randomBytes(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count));
}

const lanes = 8;

/** One bit of input changes about half of the output. */
function spread(value: number): number {
  let mixed = value;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Turns a text into 43 characters. */
export type Hash = (text: string) => string;

/**
 * Makes a hash of 256 bits that differs from instance to instance. It is quick and synchronous, and no cryptography:
 * Web Crypto is closed to plain http pages and waits. Here it may be so: what it hashes stays in the memory of the very
 * page or process that made it, so whoever could look for collisions can read the secrets themselves.
 */
export function createHash(): Hash {
  const seeds = new Uint32Array(randomBytes(lanes * 4).buffer);
  return (text) => {
    const state = Uint32Array.from(seeds);
    const units = [...text, ''].map((character) => character.codePointAt(0) ?? 0x110000);
    for (const unit of units) {
      for (let lane = 0; lane < lanes; lane++) {
        const before = state[(lane + lanes - 1) % lanes] ?? 0;
        state[lane] = spread((state[lane] ?? 0) ^ Math.imul(unit + lane + 1, 0x9e3779b1) ^ before);
      }
    }
    return base64url(new Uint8Array(state.buffer));
  };
}
