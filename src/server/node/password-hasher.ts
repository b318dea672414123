import { randomBytes, timingSafeEqual } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { PasswordHasher } from '../ports/password-hasher.ts';
import { argon2id } from './argon2.ts';
import { createWorkQueue } from './work-queue.ts';

/** Cost and load of `createPasswordHasher`. */
export interface PasswordHasherOptions {
  /** Memory of one computation in KiB. Default 19,456 (OWASP's first choice), at least 8 per lane. */
  memoryKiB?: number;
  /** Passes over that memory. Default 2. */
  passes?: number;
  /** Lanes. Default 1. */
  parallelism?: number;
  /**
   * Computations at the same time. Default: one per core, but one less than libuv's pool has threads
   * (`UV_THREADPOOL_SIZE`, 4), so that files and name look-ups never wait for passwords.
   */
  concurrency?: number;
  /**
   * Computations that may wait for their turn; beyond them calls fail with `unavailable`. Default: 16 for each at the same
   * time, so that the last one waits for about half a second on a usual machine.
   */
  waiting?: number;
}

const SALT_BYTES = 16;
const TAG_BYTES = 32;
const RETRY_AFTER_SECONDS = 2;
const WAITING_EACH = 16;
/** What a stored string may ask for at most: nobody's row may cost the server more than this. */
const MOST = { memoryKiB: 262_144, passes: 16, parallelism: 16 } as const;

const phc =
  /^\$argon2id\$v=19\$m=(\d{1,6}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/;

interface ParsedHash {
  memoryKiB: number;
  passes: number;
  parallelism: number;
  salt: Buffer;
  tag: Buffer;
}

function parse(hash: string): ParsedHash | null {
  const match = phc.exec(hash);
  if (match === null) return null;
  const [, m = '', t = '', p = '', salt = '', tag = ''] = match;
  const parsed = {
    memoryKiB: Number(m),
    passes: Number(t),
    parallelism: Number(p),
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  };
  return isWithinBounds(parsed) ? parsed : null;
}

function isWithinBounds(cost: Pick<ParsedHash, 'memoryKiB' | 'passes' | 'parallelism'>): boolean {
  return (
    cost.passes >= 1 &&
    cost.passes <= MOST.passes &&
    cost.parallelism >= 1 &&
    cost.parallelism <= MOST.parallelism &&
    cost.memoryKiB >= 8 * cost.parallelism &&
    cost.memoryKiB <= MOST.memoryKiB
  );
}

const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

function defaultConcurrency(): number {
  const poolThreads = Number(process.env['UV_THREADPOOL_SIZE']) || 4;
  return Math.max(1, Math.min(availableParallelism(), poolThreads - 1));
}

/**
 * argon2id as Node has it built in, in PHC strings that other implementations read and write:
 * `$argon2id$v=19$m=19456,t=2,p=1$<salt>$<tag>`, 16 bytes of salt and 32 of tag. Hashes of another cost are verified
 * too (up to 256 MiB, 16 passes, 16 lanes), so that the cost can be raised later.
 */
export function createPasswordHasher(options: PasswordHasherOptions = {}): PasswordHasher {
  const { memoryKiB = 19_456, passes = 2, parallelism = 1 } = options;
  const { concurrency = defaultConcurrency(), waiting = WAITING_EACH * concurrency } = options;
  if (!isWithinBounds({ memoryKiB, passes, parallelism })) {
    throw new Error(
      'createPasswordHasher: memoryKiB must be 8 per lane to 262144, passes and parallelism 1 to 16.',
    );
  }
  const queue = createWorkQueue({ concurrency, waiting, retryAfterSeconds: RETRY_AFTER_SECONDS });
  const write = (salt: Buffer, tag: Buffer): string =>
    `$argon2id$v=19$m=${memoryKiB},t=${passes},p=${parallelism}$${base64(salt)}$${base64(tag)}`;

  return {
    async hash(password) {
      const salt = randomBytes(SALT_BYTES);
      const work = { salt, memoryKiB, passes, parallelism, tagBytes: TAG_BYTES };
      return write(salt, await queue(() => argon2id(password, work)));
    },
    async verify(password, hash) {
      const parsed = parse(hash);
      if (parsed === null) return false;
      const work = { ...parsed, tagBytes: parsed.tag.length };
      const tag = await queue(() => argon2id(password, work));
      return timingSafeEqual(tag, parsed.tag);
    },
    // No password is known to have this tag, and to compare with it takes as long as with any other.
    decoy: write(randomBytes(SALT_BYTES), randomBytes(TAG_BYTES)),
  };
}
