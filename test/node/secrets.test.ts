import { createHash, createHmac } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, chmod, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSecrets, loadOrCreateKey } from '../../src/node.ts';

const secrets = createSecrets({ key: new Uint8Array(32).fill(7) });

describe('random values', () => {
  test('an id has 22 characters that are safe in a path, a secret has 43', () => {
    expect(secrets.mintId()).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(secrets.mintSecret()).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  test('no two are the same', () => {
    const minted = Array.from({ length: 10_000 }, () => [secrets.mintId(), secrets.mintSecret()]);
    expect(new Set(minted.flat()).size).toBe(20_000);
  });
});

describe('what is computed', () => {
  test('a digest is SHA-256 in base64url', () => {
    expect(secrets.digest('abc')).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0');
    expect(secrets.digest('abc')).toBe(createHash('sha256').update('abc').digest('base64url'));
  });

  test('a token is HMAC-SHA256: the same for the same id and key, another for any other', () => {
    // RFC 4231, test case 6, whose key is long enough.
    const rfc = createSecrets({ key: new Uint8Array(131).fill(0xaa) });
    const expected = '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54';
    const token = rfc.deriveToken('Test Using Larger Than Block-Size Key - Hash Key First');
    expect(Buffer.from(token, 'base64url').toString('hex')).toBe(expected);

    const other = createSecrets({ key: new Uint8Array(32).fill(8) });
    expect(secrets.deriveToken('a')).toBe(secrets.deriveToken('a'));
    expect(secrets.deriveToken('a')).not.toBe(secrets.deriveToken('b'));
    expect(secrets.deriveToken('a')).not.toBe(other.deriveToken('a'));
  });

  test('what is derived for a purpose is HMAC-SHA256, another for other parts, however they are cut', () => {
    const derived = [
      secrets.derive('totp', 'ada', 'one'),
      secrets.derive('totp', 'ada', 'two'),
      secrets.derive('totp', 'adaone'),
      secrets.derive('totp', 'ad', 'aone'),
      secrets.derive('totp', 'ada","one'),
      secrets.derive('email-code', 'ada', 'one'),
      secrets.derive('totp'),
      createSecrets({ key: new Uint8Array(32).fill(8) }).derive('totp', 'ada', 'one'),
      secrets.deriveToken('totp'),
      secrets.digest('totp'),
    ];
    expect(new Set(derived).size).toBe(derived.length);
    for (const text of derived) expect(text).toMatch(/^[\w-]{43}$/);
    expect(secrets.derive('totp', 'ada', 'one')).toBe(derived[0]);
    const expected = createHmac('sha256', new Uint8Array(32).fill(7)).update(
      '["totp","ada","one"]',
    );
    expect(derived[0]).toBe(expected.digest('base64url'));
  });

  test('a key is its bytes, given as such or as text, and does not change afterwards', () => {
    const bytes = new TextEncoder().encode('k'.repeat(40));
    const own = createSecrets({ key: bytes });
    const before = own.deriveToken('a');
    expect(createSecrets({ key: 'k'.repeat(40) }).deriveToken('a')).toBe(before);
    bytes.fill(0);
    expect(own.deriveToken('a')).toBe(before);
  });

  test('a short key is refused in one sentence that does not repeat it', () => {
    expect(() => createSecrets({ key: 'hunter2' })).toThrow(
      'createSecrets: the key has 7 bytes and needs at least 32',
    );
    expect(() => createSecrets({ key: new Uint8Array(31) })).toThrow('31 bytes');
    expect(() => createSecrets({ key: 'hunter2' })).not.toThrow('hunter2');
  });
});

describe('the key file', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'selvedge-key-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('is made once, for its owner alone, and kept', async () => {
    const file = join(folder, 'new', 'deep', 'key');
    const key = await loadOrCreateKey(file);
    expect(key.length).toBe(32);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await loadOrCreateKey(file)).toEqual(key);
    expect(await readdir(join(folder, 'new', 'deep'))).toEqual(['key']);
    expect(createSecrets({ key }).deriveToken('a')).toHaveLength(43);
  });

  test('is the same for all that start together', async () => {
    for (let round = 0; round < 25; round += 1) {
      const file = join(folder, `race${round}`);
      const keys = await Promise.all(
        Array.from({ length: 8 }, (_, index) => delay(index).then(() => loadOrCreateKey(file))),
      );
      expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1);
    }
    const names = (await readdir(folder)).filter((name) => name.includes('race'));
    expect(names.filter((name) => name.includes('tmp'))).toEqual([]);
  });

  test('is refused when others can read it, and when it is cut short', async () => {
    const open = join(folder, 'open');
    await writeFile(open, new Uint8Array(32));
    await chmod(open, 0o644);
    await expect(loadOrCreateKey(open)).rejects.toThrow('chmod 600');
    const short = join(folder, 'short');
    await writeFile(short, new Uint8Array(5), { mode: 0o600 });
    await expect(loadOrCreateKey(short)).rejects.toThrow('it is damaged');
  });
});
