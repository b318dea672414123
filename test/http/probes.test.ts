import { once } from 'node:events';
import { Agent, request as httpRequest } from 'node:http';
import { createPasswordHasher } from 'selvedge/node';
import { AccountError } from 'selvedge/server';
import { describe, expect, test, vi } from 'vitest';
import { serve, type Served } from './served.ts';

const get = async (served: Served, path: string) => served.browser({}).call('GET', path);

/** Something that happens when it is told to. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

describe('health and readiness', () => {
  test('are yes on a server that can work', async () => {
    const served = await serve();
    for (const path of ['/health', '/ready']) {
      const reply = await get(served, path);
      expect([reply.status, reply.json]).toEqual([200, { status: 'ok' }]);
      expect(reply.headers['cache-control']).toBe('no-store');
      expect(reply.cookies).toEqual([]);
    }
    const head = await served.browser({}).call('HEAD', '/ready');
    expect([head.status, head.text]).toEqual([200, '']);
    expect((await served.browser({}).call('POST', '/ready')).status).toBe(405);
  });

  test('differ when the store does not answer: the process lives, and wants no requests', async () => {
    const served = await serve();
    served.store.findAccount = () => Promise.reject(new AccountError('unavailable'));
    expect((await get(served, '/health')).status).toBe(200);
    const reply = await get(served, '/ready');
    expect([reply.status, reply.json['code']]).toEqual([503, 'unavailable']);
    served.store.findAccount = () => Promise.reject(new Error('postgres://admin:hunter2@db'));
    const broken = await get(served, '/ready');
    expect(broken.status).toBe(503);
    expect(broken.text).not.toContain('hunter2');
  });

  test('do not wait for ever for a store that hangs', async () => {
    const served = await serve();
    served.store.findAccount = () => new Promise(() => {});
    expect((await get(served, '/ready')).status).toBe(503);
  });

  test('are the host’s where they are not below the mount', async () => {
    const served = await serve();
    expect((await served.browser({}).call('GET', '/../health')).status).toBe(404);
  });
});

describe('a server that is closed', () => {
  test('says no at /ready first, and answers everybody all the same', async () => {
    const served = await serve();
    const person = served.browser();
    await person.signUp();
    await served.server.close();
    expect((await get(served, '/ready')).status).toBe(503);
    expect((await get(served, '/health')).status).toBe(200);
    const reply = await person.call('PUT', '/users/me', { name: 'Ada' });
    expect([reply.status, reply.headers.connection]).toEqual([200, 'close']);
  });

  test('lets requests under way end before it is closed', async () => {
    const served = await serve();
    const person = served.browser();
    await person.signUp();
    const { opened, open } = gate();
    const begun = gate();
    const { updateProfile } = served.store;
    served.store.updateProfile = async (...args) => {
      begun.open();
      await opened;
      return updateProfile(...args);
    };
    const reply = person.call('PUT', '/users/me', { name: 'Ada' });
    await begun.opened;
    let closed = false;
    const closing = served.server.close().then(() => (closed = true));
    await get(served, '/health');
    expect(closed).toBe(false);
    open();
    expect((await reply).status).toBe(200);
    await closing;
  });

  test('waits no longer than it is told to', async () => {
    const served = await serve();
    const person = served.browser();
    await person.signUp();
    const begun = gate();
    served.store.updateProfile = () => {
      begun.open();
      return new Promise(() => {});
    };
    person.call('PUT', '/users/me', { name: 'Ada' }).catch(() => {});
    await begun.opened;
    await served.server.close({ graceSeconds: 0.05 });
    expect(served.server.closing).toBe(true);
  });

  test('ends the delivery under way and claims no further one', async () => {
    const { opened, open } = gate();
    const begun = gate();
    let sent = 0;
    const served = await serve({
      dispatch: true,
      mailer: {
        async send() {
          begun.open();
          await opened;
          sent += 1;
        },
      },
    });
    await served.browser().signUp('ada@example.com');
    await begun.opened;
    let closed = false;
    const closing = served.server.close().then(() => (closed = true));
    await get(served, '/health');
    expect(closed).toBe(false);
    open();
    await closing;
    expect(sent).toBe(1);
    const at = new Date(Date.now() + 3_600_000).toISOString();
    const claim = { at, leaseUntil: at, most: 10 };
    expect(await served.store.claimDeliveries(claim)).toEqual([]);
    await served.browser().signUp('grace@example.com');
    const later = { ...claim, at: new Date(Date.now() + 7_200_000).toISOString() };
    expect(await served.store.claimDeliveries(later)).toHaveLength(1);
  });

  test('fails nobody who keeps a connection open: 50 requests a client, closed in the middle', async () => {
    const served = await serve();
    const person = served.browser();
    await person.signUp();
    const agent = new Agent({ keepAlive: true, maxSockets: 8 });
    const ask = (): Promise<number> =>
      new Promise((resolve, reject) => {
        const headers = person.cookieHeader();
        const path = '/api/auth/users/me';
        const sent = httpRequest({ port: served.port, host: '127.0.0.1', path, headers, agent });
        sent.on('response', (answer) => {
          answer.resume();
          void once(answer, 'end').then(() => resolve(answer.statusCode ?? 0));
        });
        sent.on('error', reject);
        sent.end();
      });
    let closing: Promise<void> | undefined;
    const client = async (): Promise<number[]> => {
      const statuses: number[] = [];
      for (let time = 0; time < 50; time += 1) {
        if (time === 25) closing ??= served.server.close();
        statuses.push(await ask());
      }
      return statuses;
    };
    const statuses = (await Promise.all(Array.from({ length: 8 }, client))).flat();
    await closing;
    agent.destroy();
    expect(statuses).toEqual(statuses.map(() => 200));
  });
});

describe('more passwords than the server can look at', () => {
  test('are refused with 503 and a time to come back, while reads are answered', async () => {
    const served = await serve({
      hasher: createPasswordHasher({ memoryKiB: 19_456, passes: 2, concurrency: 1, waiting: 2 }),
      limits: { proofs: [], addresses: [], signUps: [] },
    });
    const person = served.browser();
    await person.signUp('ada@example.com');
    const signIns = Array.from({ length: 16 }, () =>
      served.browser().call('POST', '/login', { email: 'ada@example.com', password: 'no' }),
    );
    const reads = await Promise.all(
      Array.from({ length: 8 }, () => person.call('GET', '/users/me')),
    );
    expect(reads.map(({ status }) => status)).toEqual(reads.map(() => 200));
    const replies = await Promise.all(signIns);
    const refused = replies.filter(({ status }) => status === 503);
    expect(refused.length).toBeGreaterThan(0);
    for (const { headers, json, cookies } of refused) {
      expect(json).toMatchObject({ code: 'unavailable', retryAfterSeconds: 2 });
      expect(headers['retry-after']).toBe('2');
      expect(cookies).toEqual([]);
    }
    expect(replies.length - refused.length).toBeGreaterThan(0);
    for (const { status } of replies) expect([422, 503]).toContain(status);
    await vi.waitFor(async () => {
      const { status } = await served.browser().call('POST', '/login', {
        email: 'ada@example.com',
        password: 'a quiet lighthouse keeper',
      });
      expect(status).toBe(200);
    });
  });
});
