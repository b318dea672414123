import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFileAvatarStorage } from '../../src/node.ts';
import type { AvatarStorage } from '../../src/server/ports/avatar-storage.ts';

let outer = '';
let folder = '';
let storage: AvatarStorage;
beforeEach(async () => {
  outer = await mkdtemp(join(tmpdir(), 'selvedge-avatars-'));
  folder = join(outer, 'avatars');
  storage = createFileAvatarStorage({ folder });
});
afterEach(() => rm(outer, { recursive: true }));

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (found: Uint8Array | null): string | null =>
  found === null ? null : new TextDecoder().decode(found);

describe('pictures', () => {
  test('are found as they were put, also by the next process', async () => {
    await storage.put('ann/one.webp', bytes('one'));
    await storage.put('ann/two.webp', bytes('two'));
    await storage.put('bob/one.webp', bytes("bob's"));
    const next = createFileAvatarStorage({ folder });
    expect(text(await next.find('ann/one.webp'))).toBe('one');
    expect(text(await next.find('ann/two.webp'))).toBe('two');
    expect(text(await next.find('bob/one.webp'))).toBe("bob's");
    expect(await next.find('ann/three.webp')).toBeNull();
    expect(await next.find('nobody/one.webp')).toBeNull();
  });

  test('lie in plain files, with nothing else beside them', async () => {
    await storage.put('ann/one.webp', bytes('one'));
    expect(await readFile(join(folder, 'ann', 'one.webp'), 'utf8')).toBe('one');
    expect(await readdir(folder, { recursive: true })).toEqual(['ann', join('ann', 'one.webp')]);
  });

  test('are removed, at last with their folder; nothing there is no error', async () => {
    await storage.put('ann/one.webp', bytes('one'));
    await storage.put('ann/two.webp', bytes('two'));
    await storage.remove('ann/one.webp');
    expect(await readdir(join(folder, 'ann'))).toEqual(['two.webp']);
    await storage.remove('ann/two.webp');
    await storage.remove('ann/two.webp');
    await storage.remove('nobody/one.webp');
    expect(await readdir(folder)).toEqual([]);
  });

  test('survive that others of the same account come and go', async () => {
    const comeAndGo = async (who: number): Promise<void> => {
      for (let round = 0; round < 60; round += 1) {
        const key = `ann/${who}-${round}.webp`;
        await storage.put(key, bytes(key));
        expect(text(await storage.find(key))).toBe(key);
        await storage.remove(key);
      }
    };
    await Promise.all([1, 2, 3].map(comeAndGo));
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('keys that lead elsewhere', () => {
  const keys = [
    '',
    'one.webp',
    '/one.webp',
    'ann/',
    'ann/one',
    'ann/one.png',
    'ann/.webp',
    'ann/../secret.webp',
    'ann/..%2fsecret.webp',
    '../secret.webp/one.webp',
    '../one.webp',
    './one.webp',
    '..\\..\\etc/one.webp',
    'C:/one.webp',
    'auth0|5f7c8ec7/one.webp',
    'ünï/one.webp',
    '/etc/passwd',
    'ann/one.webp/two.webp',
    'ann\\one.webp',
    'ann/one.webp\0.webp',
    'ann/one.webp\n',
    'a\0/one.webp',
    `ann/${'x'.repeat(200)}.webp`,
    `${'x'.repeat(300)}/one.webp`,
  ];

  test.each(keys)('%j is refused when it is put, and is nothing to find or remove', async (key) => {
    await writeFile(join(outer, 'secret.webp'), 'secret');
    await storage.put('ann/one.webp', bytes('one'));
    await expect(storage.put(key, bytes('x'))).rejects.toThrow('both base64url');
    expect(await storage.find(key)).toBeNull();
    await storage.remove(key);
    expect(await readdir(outer, { recursive: true })).toHaveLength(4);
  });

  test('what cannot be written is an error, and leaves nothing behind', async () => {
    await writeFile(folder, 'a file where the folder should be');
    await expect(storage.put('ann/one.webp', bytes('one'))).rejects.toThrow();
    expect(await storage.find('ann/one.webp')).toBeNull();
    expect(await readdir(outer)).toEqual(['avatars']);
  });
});
