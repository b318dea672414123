import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import * as entry from '../../src/node.ts';
import { cameraPhoto } from '../support/pictures.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));

test('hands out the ports on Node, all as factories', () => {
  expect(Object.keys(entry).sort()).toEqual([
    'createFileAvatarStorage',
    'createImageProcessor',
    'createMailbox',
    'createNodeAdapters',
    'createPasskeyVerifier',
    'createPasswordHasher',
    'createSecrets',
    'createSmtpMailer',
    'createSystemClock',
    'loadOrCreateKey',
  ]);
});

test('makes all of them with their defaults in one folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'selvedge-node-'));
  try {
    const { hasher, images, avatars, secrets } = await entry.createNodeAdapters({ folder });
    expect(await hasher.verify('a', await hasher.hash('a'))).toBe(true);
    const image = await images.process(cameraPhoto, { maxPixels: 1_000_000 });
    await avatars.put('ann/one.webp', image!.small);
    expect((await readdir(folder)).sort()).toEqual(['avatars', 'key']);
    const next = await entry.createNodeAdapters({ folder });
    expect(next.secrets.deriveToken('a')).toBe(secrets.deriveToken('a'));
    expect(Buffer.from((await next.avatars.find('ann/one.webp'))!)).toEqual(image!.small);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('tells the time of the machine', () => {
  expect(Math.abs(entry.createSystemClock().now() - Date.now())).toBeLessThan(1000);
});

test('says in one sentence that Node is too old, when argon2id is not built in', async () => {
  // What an older Node lacks is taken away before the entry is loaded.
  const script = `
    import crypto from 'node:crypto';
    delete crypto.argon2;
    await import('./src/node.ts').then(
      () => console.log('loaded'),
      (error) => console.log(error.message),
    );
  `;
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
  });
  expect(stdout.trim()).toBe(
    `selvedge/node needs Node 24.7 or newer, for the argon2id that is built in; this is Node ${process.versions.node}.`,
  );
});
