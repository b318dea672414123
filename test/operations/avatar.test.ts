import { expect, test } from 'vitest';
import { removeDiscardedFiles } from '../../src/server/operations/deliver-housekeeping.ts';
import { examplePicture } from '../../src/testing/backend-pictures.ts';
import { ada, grace, noon, onEveryStore, outcome, sixteen, tally } from './rule-world.ts';

const red = { image: examplePicture('red') };
const blue = { image: examplePicture('blue') };

onEveryStore('the picture', (open) => {
  async function start(options = {}) {
    const world = await open(options);
    return { world, her: await world.signIn(ada) };
  }
  type World = Awaited<ReturnType<typeof open>>;
  const sweep = ({ ports }: World) => removeDiscardedFiles(ports, () => {});
  const keysOf = (account: { avatar: { url: string; smallUrl: string } | null }) =>
    Object.values(account.avatar ?? {}).map((url) => url.replace('/api/auth/avatars/', ''));

  test('is set without a proof: two files, two addresses, one version more', async () => {
    const { world, her } = await start();
    const { version } = await her.account();
    const { account } = await her.call('setAvatar', red);
    expect(account.version).toBe(version + 1);
    expect(keysOf(account).toSorted()).toEqual([...world.files.keys()].toSorted());
    expect(world.files.size).toBe(2);
    for (const key of world.files.keys()) expect(key).toMatch(/^[\w-]+\/[\w-]{22}\.webp$/);
  });

  test('tells neither account nor address by where it is, and is never where one was before', async () => {
    const { world, her } = await start();
    const seen = new Set<string>();
    for (const _ of sixteen(() => 0)) {
      const { account } = await her.call('setAvatar', red);
      for (const key of keysOf(account)) {
        expect(key.split(/[/.]/)).not.toContain(ada.id);
        expect(seen.has(key)).toBe(false);
        seen.add(key);
      }
    }
    expect(world.files.size).toBe(2);
  });

  test('of two people is two pictures, however equal, and one goes without the other', async () => {
    const { world, her } = await start();
    const other = await world.signIn(grace);
    const [mine, theirs] = [await her.call('setAvatar', red), await other.call('setAvatar', red)];
    expect(keysOf(mine.account)).not.toEqual(keysOf(theirs.account));
    await her.call('removeAvatar');
    expect([...world.files.keys()].toSorted()).toEqual(keysOf(theirs.account).toSorted());
  });

  test('survives every refusal: of bytes, kind, content and of what cannot be decoded', async () => {
    const { world, her } = await start({
      settings: { avatar: { maxBytes: 1000, maxPixels: 100 } },
    });
    await her.call('setAvatar', red);
    const [before, files] = [await world.dump(), [...world.files.keys()]];
    const blob = (...parts: BlobPart[]) => ({ image: new Blob(parts) });
    const refused: Record<string, { image: Blob }> = {
      too_large: blob(new Uint8Array(1001)),
      unsupported_media_type: blob('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'validation_failed  image_too_many_pixels': { image: examplePicture('huge') },
    };
    for (const [expected, picture] of Object.entries(refused)) {
      expect(await outcome(her.call('setAvatar', picture))).toBe(expected);
    }
    expect(await outcome(her.call('setAvatar', blob()))).not.toBe('done');
    world.ports.images = { process: async () => null };
    expect(await outcome(her.call('setAvatar', blue))).toBe('validation_failed  image_broken');
    expect(await world.dump()).toBe(before);
    expect([...world.files.keys()]).toEqual(files);
  });

  test('survives a storage that fails on the new one, which is cleaned up an hour later', async () => {
    const { world, her } = await start();
    const { account } = await her.call('setAvatar', red);
    const { avatars } = world.ports;
    let puts = 0;
    world.ports.avatars = {
      ...avatars,
      async put(key, bytes) {
        if (++puts === 2) throw new Error('the disk is full');
        await avatars.put(key, bytes);
      },
    };
    await expect(her.call('setAvatar', blue)).rejects.toThrow('the disk is full');
    world.ports.avatars = avatars;
    expect(await her.account()).toEqual(account);
    expect(world.files.size).toBe(3);
    world.clock.advance(3599);
    await sweep(world);
    expect(world.files.size).toBe(3);
    world.clock.advance(1);
    await sweep(world);
    expect([...world.files.keys()].toSorted()).toEqual(keysOf(account).toSorted());
  });

  test('goes with its files, and none there is no error and no change of them', async () => {
    const { world, her } = await start();
    await her.call('setAvatar', red);
    expect((await her.call('removeAvatar')).account.avatar).toBeNull();
    expect(world.files.size).toBe(0);
    expect((await her.call('removeAvatar')).account.avatar).toBeNull();
  });

  test('that cannot be removed from the storage is removed later', async () => {
    const { world, her } = await start();
    await her.call('setAvatar', red);
    const { avatars } = world.ports;
    world.ports.avatars = { ...avatars, remove: () => Promise.reject(new Error('busy')) };
    expect((await her.call('removeAvatar')).account.avatar).toBeNull();
    expect(world.files.size).toBe(2);
    world.ports.avatars = avatars;
    await sweep(world);
    expect(world.files.size).toBe(0);
  });

  test('of 16 at once is one of them, whole, and the others leave no files', async () => {
    const { world, her } = await start();
    expect(await tally(sixteen(() => her.call('setAvatar', red)))).toEqual({ done: 16 });
    const account = await her.account();
    expect(account.version).toBe(17);
    await sweep(world);
    expect([...world.files.keys()].toSorted()).toEqual(keysOf(account).toSorted());
  });

  test('that comes while the account is deleted leaves no file behind', async () => {
    const { world, her } = await start();
    await her.call('setAvatar', red);
    const grant = await her.prove('deleteAccount');
    const { images } = world.ports;
    world.ports.images = {
      async process(bytes, limits) {
        await her.call('deleteAccount', undefined, { grant });
        return images.process(bytes, limits);
      },
    };
    expect(await outcome(her.call('setAvatar', blue))).toBe('session_ended');
    expect(world.files.size).toBe(0);
    expect(await world.ports.store.findDiscardedFiles('2027-01-01T00:00:00.000Z')).toEqual([]);
  });

  test('against the deletion of the account at once leaves no file that nobody will remove', async () => {
    const { world, her } = await start();
    const grant = await her.prove('deleteAccount');
    const counts = await tally([
      ...sixteen(() => her.call('setAvatar', red)),
      her.call('deleteAccount', undefined, { grant }),
    ]);
    expect((counts['done'] ?? 0) + (counts['session_ended'] ?? 0)).toBe(17);
    expect(await world.ports.store.findAccount('ada', noon)).toBeNull();
    world.clock.advance(3600);
    await sweep(world);
    expect(world.files.size).toBe(0);
  });
});
