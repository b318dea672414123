import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { Client } from './client.ts';
import type { ProofServer, ProofWorld } from './proof-server.ts';
import { proofPostgres, startWorld, stopProofPostgres, storages } from './proof-server.ts';

// The database goes and comes back; processes are replaced one after the other.

let world: ProofWorld | null = null;
afterEach(async () => {
  await world?.remove();
  world = null;
});
afterAll(stopProofPostgres);

const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

test('PostgreSQL stopped under load and started again: 503 meanwhile, no open door, and all is well again', async () => {
  const kind = storages.find(({ name }) => name === 'PostgreSQL');
  if (kind === undefined) throw new Error('no PostgreSQL');
  world = await startWorld(kind, 1);
  const [server] = world.servers as [ProofServer];
  const clients = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const client = new Client(server.origin);
      await client.signUp();
      return client;
    }),
  );
  const stranger = new Client(server.origin);
  const database = await proofPostgres();
  const seen = { up: new Set<number>(), down: new Set<number>() };
  let phase: 'up' | 'down' | 'turning' = 'up';
  const load = new AbortController();
  const loading = clients.map(async (client) => {
    for (let turn = 0; !load.signal.aborted; turn++) {
      const before = phase;
      const { status } = await client.call('PUT', '/users/me', { nickname: `turn ${turn}` });
      // Only what began and ended within one phase tells about it.
      if (before === phase && phase !== 'turning') seen[phase].add(status);
      await sleep(5);
    }
  });
  await sleep(500);
  phase = 'turning';
  await database.stop('immediate');
  await sleep(300);
  phase = 'down';
  // Whoever is nobody stays nobody: a store that cannot answer lets nobody in.
  const refused = await stranger.call('GET', '/users/me');
  const wrong = await stranger.call('POST', '/login', {
    email: 'somebody@example.com',
    password: 'a quiet lighthouse keeper',
  });
  await sleep(1500);
  phase = 'turning';
  await database.start();
  const startedAt = performance.now();
  let back = -1;
  while (back < 0 && performance.now() - startedAt < 20_000) {
    const { status } = await clients[0]!.twin().call('GET', '/users/me');
    if (status === 200) back = performance.now() - startedAt;
    else await sleep(50);
  }
  phase = 'up';
  await sleep(500);
  load.abort();
  await Promise.all(loading);
  for (const client of clients) client.close();
  stranger.close();
  console.log(`back ${Math.round(back)} ms after the database took connections`);
  expect([...seen.down]).toEqual([503]);
  expect([...seen.up]).toEqual([200]);
  expect(refused.status).toBe(401);
  expect(wrong.status).toBe(503);
  expect(back).toBeGreaterThanOrEqual(0);
});

/** Sends each request to a process that says it is ready; it asks every 25 ms. What fails is not sent again. */
async function openBalancer(
  servers: readonly ProofServer[],
): Promise<{ origin: string; close(): void }> {
  const ready = new Set<ProofServer>(servers);
  const look = async (server: ProofServer): Promise<void> => {
    const status = await new Promise<number>((resolve) => {
      request(`${server.origin}/api/auth/ready`, { agent: false }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      })
        .on('error', () => resolve(0))
        .end();
    });
    if (status === 200) ready.add(server);
    else ready.delete(server);
  };
  const timer = setInterval(() => servers.forEach((server) => void look(server)), 25);
  let turn = 0;
  const balancer = createServer((incoming, outgoing) => {
    const targets = [...ready];
    const target = targets[turn++ % targets.length];
    if (target === undefined) return void outgoing.writeHead(502).end();
    const sent = request(
      `${target.origin}${incoming.url}`,
      {
        method: incoming.method,
        // As a proxy that keeps the browser's headers, and connections of its own.
        headers: { ...incoming.headers, origin: target.origin, host: new URL(target.origin).host },
        agent: false,
      },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    sent.on('error', () => outgoing.writeHead(502).end());
    incoming.pipe(sent);
  }).listen(0, '127.0.0.1');
  await once(balancer, 'listening');
  return {
    origin: `http://127.0.0.1:${(balancer.address() as AddressInfo).port}`,
    close() {
      clearInterval(timer);
      balancer.closeAllConnections();
      balancer.close();
    },
  };
}

describe.each(storages)('$name', (kind) => {
  test('two processes replaced one after the other under load: no request fails', async () => {
    world = await startWorld(kind, 2);
    const { servers } = world;
    const balancer = await openBalancer(servers);
    const clients = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const client = new Client(balancer.origin);
        await client.signUp();
        return client;
      }),
    );
    const failed = new Map<string, number>();
    let requests = 0;
    const load = new AbortController();
    const loading = clients.map(async (client) => {
      for (let turn = 0; !load.signal.aborted; turn++) {
        const { status, code } =
          turn % 2 === 0
            ? await client.call('PUT', '/users/me', { nickname: `turn ${turn}` })
            : await client.call('GET', '/users/me');
        requests += 1;
        if (status !== 200)
          failed.set(`${status} ${code}`, (failed.get(`${status} ${code}`) ?? 0) + 1);
      }
    });
    for (let round = 0; round < 2; round++) {
      for (const server of servers) {
        await sleep(300);
        expect(await server.stop('SIGTERM')).toBe(0);
        await server.start();
        // Until the balancer has seen that it is back.
        await sleep(200);
      }
    }
    load.abort();
    await Promise.all(loading);
    for (const client of clients) client.close();
    balancer.close();
    console.log(`${kind.name}: ${requests} requests over 4 restarts`);
    expect([...failed]).toEqual([]);
    expect(requests).toBeGreaterThan(100);
  });
});
