import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { findFreePort } from '../support/free-port.ts';
import { queryPostgres } from '../support/postgres-database.ts';
import { Client } from './client.ts';
import type { ProofWorld, Storage } from './proof-server.ts';
import { startWorld, stopProofPostgres, storages } from './proof-server.ts';
import type { ScriptedSmtp } from './scripted-smtp.ts';
import { createScriptedSmtp } from './scripted-smtp.ts';

// Every write that is acknowledged brings its mails, whatever happens to the mail server and to the dispatchers; a mail
// comes twice only where somebody was cut off in the middle of it.

let world: ProofWorld | null = null;
let smtp: ScriptedSmtp | null = null;
afterEach(async () => {
  await world?.remove();
  await smtp?.close();
  world = null;
  smtp = null;
});
afterAll(stopProofPostgres);

const people = 12;

async function rowsOf(storage: Storage, sql: string): Promise<Record<string, unknown>[]> {
  if ('postgres' in storage.given) {
    return queryPostgres(storage.given.postgres, `set search_path to selvedge; ${sql}`);
  }
  const database = new DatabaseSync(storage.given.sqlite, { readOnly: true });
  try {
    return database.prepare(sql).all();
  } finally {
    database.close();
  }
}

/** The ids of the mails that wait. A mail's `Message-ID` begins with its id. */
async function waiting(storage: Storage): Promise<string[]> {
  return (await rowsOf(storage, 'select id from outbox')).map(({ id }) => String(id));
}

async function openWorld(
  kind: (typeof storages)[number],
  processes: number,
): Promise<{
  opened: ProofWorld;
  post: ScriptedSmtp;
}> {
  const post = createScriptedSmtp(await findFreePort());
  smtp = post;
  const opened = await startWorld(kind, processes, { smtpPort: post.port });
  world = opened;
  return { opened, post };
}

/** Everybody signs up, and so is mailed a link. */
async function signUpAll({ servers }: ProofWorld): Promise<void> {
  await Promise.all(
    Array.from({ length: people }, async (_, index) => {
      const client = new Client(servers[index % servers.length]?.origin ?? '');
      await client.signUp();
      client.close();
    }),
  );
}

/** Lets time pass and the dispatchers turn until nothing waits; fails when something stays. */
async function drain({ servers, storage }: ProofWorld): Promise<void> {
  for (let round = 0; round < 40; round++) {
    if ((await waiting(storage)).length === 0) return;
    for (const server of servers) {
      if (server.pid === null) continue;
      await server.advance(400);
      // Any write wakes the dispatcher of its process.
      const client = new Client(server.origin);
      await client.call('POST', '/logout');
      client.close();
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('mails are stuck');
}

const idsOf = (taken: readonly string[]): string[] => taken.map((id) => id.split('@')[0] ?? '');

describe.each(storages)('$name', (kind) => {
  test('a mail server that is down: requests go on, and every mail comes once it is up', async () => {
    const { opened, post } = await openWorld(kind, 1);
    // It was never opened.
    await signUpAll(opened);
    const queued = await waiting(opened.storage);
    expect(queued).toHaveLength(people);
    await post.open();
    await drain(opened);
    expect(idsOf(post.taken).toSorted()).toEqual(queued.toSorted());
  });

  test('two dispatchers: every mail comes once', async () => {
    const { opened, post } = await openWorld(kind, 2);
    post.behaviour = 'slow';
    await post.open();
    await signUpAll(opened);
    // In real time: where the clock jumps over a lease, a second copy is right.
    await expect
      .poll(() => waiting(opened.storage), { timeout: 60_000, interval: 250 })
      .toEqual([]);
    expect(new Set(post.taken).size).toBe(people);
    expect(post.taken).toHaveLength(people);
  });

  test('a line that is cut after the mail was taken: it comes twice at most, under the same id', async () => {
    const { opened, post } = await openWorld(kind, 1);
    post.behaviour = 'cut';
    await post.open();
    const client = new Client(opened.servers[0]?.origin ?? '');
    await client.signUp();
    client.close();
    await expect.poll(() => post.taken.length).toBe(1);
    post.behaviour = 'takes';
    await drain(opened);
    expect(post.taken).toHaveLength(2);
    expect(new Set(post.taken).size).toBe(1);
  });

  test('a dispatcher that is killed while it sends: nothing is lost, and a kill brings one more copy of a mail at most', async () => {
    const { opened, post } = await openWorld(kind, 1);
    const [server] = opened.servers;
    post.behaviour = 'slow';
    await post.open();
    await signUpAll(opened);
    const kills = 3;
    for (let kill = 0; kill < kills; kill++) {
      await new Promise((resolve) => setTimeout(resolve, 700));
      await server?.stop('SIGKILL');
      await server?.start();
    }
    post.behaviour = 'takes';
    await drain(opened);
    const copies = new Map<string, number>();
    for (const id of post.taken) copies.set(id, (copies.get(id) ?? 0) + 1);
    expect(copies.size).toBe(people);
    expect(Math.max(...copies.values())).toBeLessThanOrEqual(1 + kills);
    console.log(`${kind.name}: ${post.taken.length - people} second copies after ${kills} kills`);
  });

  test('no mail leaves for what was refused', async () => {
    const { opened, post } = await openWorld(kind, 1);
    await post.open();
    const client = new Client(opened.servers[0]?.origin ?? '');
    await client.signUp();
    await drain(opened);
    const before = post.taken.length;
    // No proof: refused, and nothing of it happens.
    const refused = await client.call('PUT', '/users/me/email', { newEmail: 'next@example.com' });
    expect(refused.code).toBe('step_up_required');
    expect(await waiting(opened.storage)).toEqual([]);
    expect(post.taken).toHaveLength(before);
    client.close();
  });
});
