import { describe, expect, test } from 'vitest';
import { createPasswordHasher } from '../../src/node.ts';

const quick = { memoryKiB: 64, passes: 1 };

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

describe('hashes', () => {
  test('are argon2id at the documented cost, in PHC form, with a new salt each', async () => {
    const hasher = createPasswordHasher();
    const form = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/;
    const [first, second] = await Promise.all([hasher.hash('correct'), hasher.hash('correct')]);
    expect(first).toMatch(form);
    expect(second).toMatch(form);
    expect(first).not.toBe(second);
    expect(hasher.decoy).toMatch(form);
  });

  test('fit their own password and no other', async () => {
    const hasher = createPasswordHasher(quick);
    for (const password of ['', 'correct horse battery staple', 'pässwörd 🧵', 'x'.repeat(1000)]) {
      const hash = await hasher.hash(password);
      expect(await hasher.verify(password, hash)).toBe(true);
      expect(await hasher.verify(`${password} `, hash)).toBe(false);
    }
  });

  test('of the reference implementation are read', async () => {
    const hasher = createPasswordHasher();
    // From the tests of the reference implementation: "password", salt "somesalt", 64 MiB, 2 passes.
    const reference =
      '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
    expect(await hasher.verify('password', reference)).toBe(true);
    expect(await hasher.verify('Password', reference)).toBe(false);
  });

  test('of another cost are verified at their own', async () => {
    const old = await createPasswordHasher({ memoryKiB: 64, passes: 3, parallelism: 2 }).hash('a');
    expect(old).toContain('$m=64,t=3,p=2$');
    expect(await createPasswordHasher(quick).verify('a', old)).toBe(true);
  });
});

describe('a string that is no hash of ours', () => {
  const salt = 'c29tZXNhbHQ';
  const tag = 'CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';

  test.each([
    '',
    'password',
    `$argon2i$v=19$m=65536,t=2,p=1$${salt}$${tag}`,
    `$argon2id$v=16$m=65536,t=2,p=1$${salt}$${tag}`,
    `$argon2id$v=19$m=65536,t=2$${salt}$${tag}`,
    `$argon2id$v=19$m=65536,t=2,p=1$${salt}$`,
    `$argon2id$v=19$m=65536,t=2,p=1$$${tag}`,
    `$argon2id$v=19$m=65536,t=2,p=1$${salt}$${tag}\n`,
    `$argon2id$v=19$m=262145,t=2,p=1$${salt}$${tag}`,
    `$argon2id$v=19$m=9999999,t=2,p=1$${salt}$${tag}`,
    `$argon2id$v=19$m=65536,t=17,p=1$${salt}$${tag}`,
    `$argon2id$v=19$m=65536,t=0,p=1$${salt}$${tag}`,
    `$argon2id$v=19$m=7,t=1,p=1$${salt}$${tag}`,
    '$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy',
    `$argon2id$v=19$m=65536,t=2,p=1$${salt}$${'A'.repeat(1_000_000)}`,
  ])('is false at once: %s', async (hash) => {
    const hasher = createPasswordHasher(quick);
    expect(await hasher.verify('password', hash)).toBe(false);
  });
});

describe('the decoy', () => {
  test('fits no password and takes as long as a real hash', async () => {
    const hasher = createPasswordHasher({ memoryKiB: 32_768, passes: 3 });
    const real = await hasher.hash('correct');
    expect(await hasher.verify('correct', hasher.decoy)).toBe(false);
    const ratios: number[] = [];
    for (let round = 0; round < 7; round += 1) {
      const known = await milliseconds(() => hasher.verify('wrong', real));
      const unknown = await milliseconds(() => hasher.verify('wrong', hasher.decoy));
      ratios.push(unknown / known);
    }
    const median = ratios.sort((a, b) => a - b)[3]!;
    // Wide, for a machine that does other things too; without the decoy it would be near 0.
    expect(median).toBeGreaterThan(0.6);
    expect(median).toBeLessThan(1.6);
  });
});

describe('load', () => {
  test('what finds no place to wait is told to come back; the others are answered', async () => {
    const hasher = createPasswordHasher({ concurrency: 1, waiting: 2 });
    const all = await Promise.allSettled([1, 2, 3, 4].map(() => hasher.hash('a')));
    expect(all.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
    ]);
    expect(all[3]).toMatchObject({ reason: { code: 'unavailable', retryAfterSeconds: 2 } });
    expect(await hasher.verify('a', await hasher.hash('a'))).toBe(true);
  });

  test('of 64 at once some are told to come back when nobody says how many may wait', async () => {
    const hasher = createPasswordHasher({ ...quick, concurrency: 2 });
    const all = await Promise.allSettled(Array.from({ length: 64 }, () => hasher.hash('a')));
    const refused = all.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(64 - 2 - 32);
  });

  test('the event loop goes on meanwhile', async () => {
    const hasher = createPasswordHasher();
    // The part of the time in which nothing else ran.
    const stood = async (): Promise<number> => {
      let longest = 0;
      let last = performance.now();
      const timer = setInterval(() => {
        longest = Math.max(longest, performance.now() - last);
        last = performance.now();
      }, 1);
      const total = await milliseconds(() =>
        Promise.all(Array.from({ length: 16 }, () => hasher.hash('a'))),
      );
      clearInterval(timer);
      return longest / total;
    };
    // The least of three: the machine itself may stand still.
    expect(Math.min(await stood(), await stood(), await stood())).toBeLessThan(0.5);
  });

  test('a cost that makes no sense is refused when the hasher is made', () => {
    for (const options of [
      { memoryKiB: 7 },
      { passes: 0 },
      { parallelism: 17 },
      { memoryKiB: 1e9 },
    ]) {
      expect(() => createPasswordHasher(options)).toThrow('memoryKiB must be');
    }
  });
});
