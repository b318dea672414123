import { describe, expect, test } from 'vitest';
import { createPasskeyVerifier } from '../../src/node.ts';

const origin = 'https://app.example.com';
const site = { rpName: 'Example', rpId: 'example.com', origins: [origin] };

describe('a set-up that does not fit', () => {
  test.each([
    [{ origins: [] }, 'at least one origin'],
    [{ origins: ['http://app.example.com'] }, 'no origin of https'],
    [{ origins: ['https://app.example.com/'] }, 'no origin of https'],
    [{ origins: ['app.example.com'] }, 'no origin of https'],
    [{ rpId: 'other.com' }, 'neither the host'],
    [{ rpId: 'ample.com' }, 'neither the host'],
    [{ origins: [origin, 'https://evil.example'] }, 'neither the host'],
  ])('%j is refused with the reason', async (wrong, reason) => {
    await expect(createPasskeyVerifier({ ...site, ...wrong })).rejects.toThrow(reason);
  });

  test('http://localhost is taken, for trying things out', async () => {
    const local = { rpName: 'Example', rpId: 'localhost', origins: ['http://localhost:3000'] };
    expect(await createPasskeyVerifier(local)).toBeDefined();
  });
});
