import { afterEach, expect, test } from 'vitest';
import { createMailWorld } from './mail-world.ts';

/** How often a test looks whether something has happened, in milliseconds. */
const soon = { interval: 2 };
let stop = async (): Promise<void> => {};
afterEach(() => stop());

/** Long enough for a turn of a quick loop. */
const aWhile = () => new Promise((resolve) => void setTimeout(resolve, 20));
const started = (
  world: Awaited<ReturnType<typeof createMailWorld>>,
  options: Parameters<typeof world.dispatcher>[0] = {},
) => {
  const dispatcher = world.dispatcher(options);
  dispatcher.start();
  stop = () => dispatcher.stop();
  return dispatcher;
};

test('sends what is there when it starts, and at once what comes with a wake', async () => {
  const world = await createMailWorld();
  await world.queue(1);
  const dispatcher = started(world, { pollSeconds: 3600 });
  await expect.poll(() => world.mailbox.mails.length, soon).toBe(1);
  await world.queue(1);
  dispatcher.wake();
  await expect.poll(() => world.mailbox.mails.length, soon).toBe(2);
});

test('looks by itself every so many seconds', async () => {
  const world = await createMailWorld();
  started(world, { pollSeconds: 0.01 });
  await world.queue(1);
  await expect.poll(() => world.mailbox.mails.length, soon).toBe(1);
  await world.queue(1);
  await expect.poll(() => world.mailbox.mails.length, soon).toBe(2);
});

test('does not miss a wake that comes while it works', async () => {
  const world = await createMailWorld();
  let open = (): void => {};
  world.mailbox.before = () => new Promise((resolve) => (open = resolve));
  await world.queue(1);
  const dispatcher = started(world, { pollSeconds: 3600 });
  await expect.poll(() => world.mailbox.tried.length, soon).toBe(1);
  await world.queue(1);
  dispatcher.wake();
  world.mailbox.before = async () => {};
  open();
  await expect.poll(() => world.mailbox.mails.length, soon).toBe(2);
});

test('stops after the mail under way, and begins no other', async () => {
  const world = await createMailWorld();
  let open = (): void => {};
  world.mailbox.before = () => new Promise((resolve) => (open = resolve));
  await world.queue(1);
  const dispatcher = started(world, { pollSeconds: 0.001 });
  await expect.poll(() => world.mailbox.tried.length, soon).toBe(1);
  let stopped = false;
  const stopping = dispatcher.stop().then(() => (stopped = true));
  await world.queue(1);
  await aWhile();
  expect(stopped).toBe(false);
  open();
  await stopping;
  dispatcher.wake();
  await aWhile();
  expect(world.mailbox.mails).toHaveLength(1);
  expect(world.mailbox.tried).toHaveLength(1);
  expect(world.outbox()).toHaveLength(1);
});

test('does nothing any more once it was stopped between two turns', async () => {
  const world = await createMailWorld();
  let claims = 0;
  const store = {
    ...world.store,
    claimDeliveries: async (claim: Parameters<typeof world.store.claimDeliveries>[0]) => {
      claims++;
      return world.store.claimDeliveries(claim);
    },
    findDiscardedFiles: async () => {
      claims++;
      return [];
    },
  };
  const dispatcher = started(world, { pollSeconds: 0.01, ports: { ...world.ports, store } });
  await expect.poll(() => claims, soon).toBeGreaterThan(1);
  await dispatcher.stop();
  const before = claims;
  await aWhile();
  expect(claims).toBe(before);
  dispatcher.start();
  await expect.poll(() => claims, soon).toBeGreaterThan(before);
});

test('goes on after every failure, the host’s own log included', async () => {
  const world = await createMailWorld();
  world.mailbox.before = () => Promise.reject(new Error('down'));
  let told = 0;
  await world.queue(1);
  started(world, {
    pollSeconds: 0.005,
    onError: () => {
      told++;
      throw new Error('the log is full');
    },
  });
  await expect.poll(() => told, soon).toBe(1);
  world.mailbox.before = async () => {};
  world.wait(10);
  await expect.poll(() => world.mailbox.mails.length, soon).toBe(1);
});

test('removes files that nobody uses, and tries one that stays again an hour later', async () => {
  const world = await createMailWorld();
  const keys = ['ada/1.webp', 'ada/2.webp', 'ada/3.webp', 'ada/not-yet.webp'];
  for (const key of keys) await world.ports.avatars.put(key, new Uint8Array(1));
  await world.store.discardFiles(keys.slice(0, 3), world.later(0));
  await world.store.discardFiles(keys.slice(3), world.later(60));
  let locked = true;
  const avatars = {
    ...world.ports.avatars,
    remove: async (key: string) => {
      if (locked && key === 'ada/2.webp') throw new Error('EBUSY');
      await world.ports.avatars.remove(key);
    },
  };
  const dispatcher = started(world, { pollSeconds: 3600, ports: { ...world.ports, avatars } });
  await expect.poll(() => world.problems.length, soon).toBe(1);
  expect([...world.files.keys()]).toEqual(['ada/2.webp', 'ada/not-yet.webp']);
  expect(world.problems).toMatchObject([
    { doing: 'remove_files', reason: 'Error: EBUSY', retryAt: world.later(3600) },
  ]);
  locked = false;
  world.wait(3600);
  dispatcher.wake();
  await expect.poll(() => world.files.size, soon).toBe(0);
  expect(await world.store.findDiscardedFiles(world.later(1e6))).toEqual([]);
});

test('lets the store forget at the start and then every ten minutes', async () => {
  const world = await createMailWorld();
  const purged: string[] = [];
  const store = {
    ...world.store,
    purge: async (at: string) => {
      purged.push(at);
      if (purged.length === 1) throw new Error('locked');
    },
  };
  started(world, { pollSeconds: 0.002, ports: { ...world.ports, store } });
  await expect.poll(() => purged.length, soon).toBe(1);
  world.wait(599);
  await aWhile();
  expect(purged).toHaveLength(1);
  world.wait(1);
  await expect.poll(() => purged.length, soon).toBe(2);
  expect(world.problems).toMatchObject([{ doing: 'purge', reason: 'Error: locked' }]);
});
