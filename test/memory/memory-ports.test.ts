import { expect, test } from 'vitest';
import { createMemoryAvatars, createMemoryHasher, createMemorySecrets } from 'selvedge/memory';

test('secrets are random, and of the length that the contract names', () => {
  const secrets = createMemorySecrets();
  const minted = Array.from({ length: 1000 }, () => secrets.mintSecret());
  const ids = Array.from({ length: 1000 }, () => secrets.mintId());
  expect(new Set([...minted, ...ids]).size).toBe(2000);
  expect(minted.every((secret) => /^[\w-]{43}$/.test(secret))).toBe(true);
  expect(ids.every((id) => /^[\w-]{22}$/.test(id))).toBe(true);
});

test('digests and tokens are the same for the same text, and differ otherwise', () => {
  const secrets = createMemorySecrets();
  const texts = Array.from({ length: 5000 }, (_, index) => `text ${index}`);
  const digests = texts.map((text) => secrets.digest(text));
  const tokens = texts.map((text) => secrets.deriveToken(text));
  expect(new Set([...digests, ...tokens]).size).toBe(10_000);
  expect(texts.map((text) => secrets.digest(text))).toEqual(digests);
  expect(texts.map((text) => secrets.deriveToken(text))).toEqual(tokens);
  expect([...digests, ...tokens].every((one) => /^[\w-]{43}$/.test(one))).toBe(true);
});

test('another instance digests otherwise', () => {
  expect(createMemorySecrets().digest('same')).not.toBe(createMemorySecrets().digest('same'));
});

test('one other bit changes about half of a digest', () => {
  const { digest } = createMemorySecrets();
  const bits = (text: string): string =>
    Array.from(atob(digest(text).replaceAll('-', '+').replaceAll('_', '/')), (byte) =>
      byte.charCodeAt(0).toString(2).padStart(8, '0'),
    ).join('');
  const shares = Array.from({ length: 200 }, (_, index) => {
    const [one, other] = [bits(`text ${index * 2}`), bits(`text ${index * 2 + 1}`)];
    return [...one].filter((bit, place) => bit !== other[place]).length / one.length;
  });
  const mean = shares.reduce((sum, share) => sum + share) / shares.length;
  expect(mean).toBeGreaterThan(0.47);
  expect(mean).toBeLessThan(0.53);
});

test('a password is the one or is not, and an unreadable hash is nobody’s', async () => {
  const hasher = createMemoryHasher();
  const hash = await hasher.hash('correct horse');
  expect(await hasher.hash('correct horse')).not.toBe(hash);
  expect(await hasher.verify('correct horse', hash)).toBe(true);
  expect(await hasher.verify('correct horsE', hash)).toBe(false);
  expect(await hasher.verify('', hash)).toBe(false);
  expect(await hasher.verify('correct horse', 'no hash')).toBe(false);
  expect(await hasher.verify('correct horse', hasher.decoy)).toBe(false);
  expect(hash).not.toContain('horse');
});

test('pictures are kept as copies and removed', async () => {
  const avatars = createMemoryAvatars();
  const bytes = Uint8Array.of(1, 2, 3);
  await avatars.put('a/1.webp', bytes);
  bytes[0] = 9;
  const found = await avatars.find('a/1.webp');
  expect(found).toEqual(Uint8Array.of(1, 2, 3));
  found?.fill(0);
  expect(await avatars.find('a/1.webp')).toEqual(Uint8Array.of(1, 2, 3));
  const url = avatars.findUrl('a/1.webp');
  expect(avatars.findUrl('a/1.webp')).toBe(url);
  await avatars.remove('a/1.webp');
  await avatars.remove('a/1.webp');
  expect(await avatars.find('a/1.webp')).toBeNull();
  expect(avatars.findUrl('a/1.webp')).toBeNull();
  await avatars.put('a/1.webp', Uint8Array.of(4));
  expect(avatars.findUrl('a/1.webp')).not.toBe(url);
});
