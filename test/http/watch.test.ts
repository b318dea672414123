import type { ErrorRequestHandler } from 'express';
import type { AuditEvent, OperationStart, RequestRecord } from 'selvedge/server';
import { describe, expect, test, vi } from 'vitest';
import { accountOf, password, send, serve } from './served.ts';

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0';

const quiet: ErrorRequestHandler = (_error, _request, response, _next) =>
  void response.status(500).end();

describe('the log', () => {
  test('gets one record for each request, and nothing that is secret or personal', async () => {
    const records: RequestRecord[] = [];
    const served = await serve({
      logger: { log: (record) => void records.push(record) },
      proxies: 1,
    });
    const person = served.browser({
      'sec-fetch-site': 'same-origin',
      'x-forwarded-for': '203.0.113.99',
      'user-agent': firefox,
      'x-request-id': 'trace.1_a-B',
    });
    const made = await person.signUp('canary-address@example.com');
    const { id } = accountOf(made);
    await person.call('GET', '/users/me/activity?before=canary-query');
    await person.call('PUT', '/users/me', { name: 'canary-name' });
    await person.call('POST', '/step-up', { purpose: 'deleteAccount', password: 'canary-guess' });
    await person.prove('requestEmailChange');
    await person.call('PUT', '/users/me/email', { newEmail: 'canary-new@example.com' });
    await person.call('POST', '/email/verification', { token: 'canary-token' });
    await person.call('PATCH', '/users/me');
    await person.call('DELETE', '/users/me/sessions/canary-session');
    await person.call('GET', '/avatars/canary-avatar/canary-avatar.webp');
    await person.call('GET', '/health');
    await person.call('POST', '/logout');
    expect(
      records.map(({ operation, method, route, status, code }) => [
        operation,
        method,
        route,
        status,
        code,
      ]),
    ).toEqual([
      ['signUp', 'POST', '/register', 200, null],
      ['listActivity', 'GET', '/users/me/activity', 422, 'validation_failed'],
      ['updateProfile', 'PUT', '/users/me', 200, null],
      ['stepUp', 'POST', '/step-up', 422, 'validation_failed'],
      ['stepUp', 'POST', '/step-up', 200, null],
      ['requestEmailChange', 'PUT', '/users/me/email', 200, null],
      ['confirmEmailChange', 'POST', '/email/verification', 410, 'link_invalid'],
      [null, 'PATCH', '/users/me', 405, 'method_not_allowed'],
      ['endSession', 'DELETE', '/users/me/sessions/{id}', 200, null],
      ['getAvatarBytes', 'GET', '/avatars/{account}/{name}.webp', 404, 'not_found'],
      ['health', 'GET', '/health', 200, null],
      ['signOut', 'POST', '/logout', 200, null],
    ]);
    const [first, second, , , , , link] = records;
    expect(first).toMatchObject({
      level: 'info',
      accountId: id,
      requestId: 'trace.1_a-B',
      reason: null,
    });
    expect(first?.durationMilliseconds).toBeGreaterThan(0);
    expect(Date.parse(first?.at ?? '')).toBeGreaterThan(0);
    expect(second?.accountId).toBe(id);
    expect(link?.accountId).toBeNull();
    const text = JSON.stringify(records);
    for (const secret of [
      /canary/,
      /203\.0\.113/,
      /Firefox/,
      /keeper/,
      ...person.cookies.values(),
    ]) {
      expect(text).not.toMatch(secret);
    }
  });

  test('makes an id where the request brings none, or one that would break a line', async () => {
    const records: RequestRecord[] = [];
    const served = await serve({ logger: { log: (record) => void records.push(record) } });
    for (const id of [undefined, 'a b', '{"level":"error"}', 'x'.repeat(129), '']) {
      await served.browser(id === undefined ? {} : { 'x-request-id': id }).call('GET', '/health');
    }
    for (const { requestId } of records) expect(requestId).toMatch(/^[\w-]{20,64}$/);
    expect(new Set(records.map(({ requestId }) => requestId)).size).toBe(5);
  });

  test('says of what broke why, in one line without addresses, links and secrets', async () => {
    const records: RequestRecord[] = [];
    const served = await serve({
      logger: { log: (record) => void records.push(record) },
      after: (app) => void app.use(quiet),
    });
    const person = served.browser();
    await person.signUp();
    served.store.findSession = () =>
      Promise.reject(
        new Error(
          'connect postgres://admin:hunter2@db/x\n{"level":"info"} ada@example.com https://a.example/#token=abc ' +
            'c2VjcmV0LXNlY3JldC1zZWNyZXQ',
        ),
      );
    await person.call('GET', '/users/me');
    expect(records.at(-1)).toMatchObject({
      level: 'error',
      operation: 'getAccount',
      status: 500,
      code: 'failed',
      accountId: null,
    });
    const { reason } = records.at(-1) ?? {};
    expect(reason).toMatch(/^Error: connect \(link\)/);
    expect(reason).not.toMatch(/hunter2|ada@|token|c2Vj|\n/);
  });

  test('that throws, rejects or never settles changes nothing', async () => {
    const throwing = await serve({
      logger: {
        log() {
          throw new Error('disk full');
        },
      },
    });
    expect((await throwing.browser().signUp()).status).toBe(200);
    const rejecting = await serve({
      logger: { log: (() => Promise.reject(new Error('disk full'))) as never },
    });
    expect((await rejecting.browser().signUp()).status).toBe(200);
    const hanging = await serve({ logger: { log: (() => new Promise(() => {})) as never } });
    expect((await hanging.browser().signUp()).status).toBe(200);
  });
});

describe('hooks', () => {
  test('are told when an operation begins and when it has ended, in its own asynchronous context', async () => {
    const { AsyncLocalStorage } = await import('node:async_hooks');
    const trace = new AsyncLocalStorage<string>();
    const seen: unknown[] = [];
    const served = await serve({
      before: (app) => void app.use((_request, _response, next) => trace.run('span', next)),
      hooks: {
        onOperation(start: OperationStart) {
          seen.push([trace.getStore(), start]);
          return ({ operation, status, code, durationMilliseconds }) => {
            seen.push([trace.getStore(), operation, status, code, durationMilliseconds > 0]);
          };
        },
      },
    });
    await served.browser({ 'x-request-id': 'r1' }).call('GET', '/users/me');
    expect(seen).toEqual([
      ['span', { operation: 'getAccount', method: 'GET', route: '/users/me', requestId: 'r1' }],
      ['span', 'getAccount', 401, 'not_signed_in', true],
    ]);
  });

  test.each<[string, () => never]>([
    [
      'throws',
      () => {
        throw new Error('tracer');
      },
    ],
    ['rejects', () => Promise.reject(new Error('tracer')) as never],
    ['never settles', () => new Promise(() => {}) as never],
    ['answers nonsense', () => 7 as never],
    [
      'answers a function that throws',
      () =>
        (() => {
          throw new Error('tracer');
        }) as never,
    ],
    ['answers a function that rejects', () => (() => Promise.reject(new Error('tracer'))) as never],
  ])('one that %s breaks no request', async (_what, onOperation) => {
    const served = await serve({ hooks: { onOperation } });
    const person = served.browser();
    expect((await person.signUp()).status).toBe(200);
    expect((await person.call('GET', '/users/me')).status).toBe(200);
  });

  test('cannot change what the log gets', async () => {
    const records: RequestRecord[] = [];
    const served = await serve({
      logger: { log: (record) => void records.push(record) },
      hooks: {
        onOperation(start) {
          Object.assign(start, { route: 'x' });
          return (record) => void Object.assign(record, { status: 1 });
        },
      },
    });
    await served.browser().call('GET', '/health');
    expect(records).toMatchObject([{ route: '/health', status: 200 }]);
  });
});

describe('the audit sink', () => {
  test('is told of every entry that was written, and of none that was not', async () => {
    const events: AuditEvent[] = [];
    const served = await serve({ auditSink: (event) => void events.push(event) });
    const person = served.browser({ 'user-agent': firefox, 'sec-fetch-site': 'same-origin' });
    const { id } = accountOf(await person.signUp('ada@example.com'));
    await person.call('PUT', '/users/me', { name: 'Ada' });
    await person.call('DELETE', '/users/me/email/pending');
    await person.call('POST', '/step-up', { purpose: 'deleteAccount', password: 'no' });
    await person.call('PUT', '/users/me', { name: 7 });
    const other = served.browser();
    await other.call('POST', '/login', { email: 'ada@example.com', password: 'no' });
    await other.call('POST', '/login', { email: 'ada@example.com', password });
    await other.call('POST', '/logout');
    await person.prove('deleteAccount');
    await person.call('DELETE', '/users/me');
    await vi.waitFor(() => expect(events.at(-1)?.event).toBe('account_deleted'));
    expect(events.map(({ event }) => event)).toEqual([
      'signed_up',
      'profile_updated',
      'step_up_failed',
      'sign_in_failed',
      'signed_in',
      'signed_out',
      'step_up_passed',
      'account_deleted',
    ]);
    for (const { event, accountId } of events) expect(accountId, event).toBe(id);
    expect(events[0]).toMatchObject({
      from: { browser: 'Firefox', system: 'Linux', place: null },
      sessionId: expect.any(String) as string,
    });
    expect(JSON.stringify(events)).not.toMatch(/keeper|ada@example/);
  });

  test.each<[string, () => void | Promise<void>]>([
    [
      'throws',
      () => {
        throw new Error('siem down');
      },
    ],
    ['rejects', () => Promise.reject(new Error('siem down'))],
  ])('that %s is told to onError, and the request succeeds', async (_what, auditSink) => {
    const problems: string[] = [];
    const served = await serve({
      auditSink,
      onError: ({ doing, reason }) => void problems.push(`${doing}: ${reason}`),
    });
    expect((await served.browser().signUp()).status).toBe(200);
    await vi.waitFor(() => expect(problems).toEqual(['audit_sink: Error: siem down']));
  });

  test('that never settles holds nothing back', async () => {
    const served = await serve({ auditSink: () => new Promise(() => {}) });
    const person = served.browser();
    await person.signUp();
    expect((await person.call('PUT', '/users/me', { name: 'Ada' })).status).toBe(200);
  });
});

describe('where somebody calls from', () => {
  interface Entry {
    event: string;
    from: { browser: string | null; system: string | null; place: string | null };
  }

  async function placeOf(options: Parameters<typeof serve>[0], headers: Record<string, string>) {
    const served = await serve({ locate: (address) => `at ${address}`, ...options });
    const person = served.browser({ 'sec-fetch-site': 'same-origin', ...headers });
    await person.signUp();
    const { entries } = (await person.call('GET', '/users/me/activity')).json as {
      entries: Entry[];
    };
    return entries.at(-1)?.from;
  }

  test('stands with what was done: browser, system, and the host’s word for the address', async () => {
    expect(await placeOf({}, { 'user-agent': firefox })).toEqual({
      browser: 'Firefox',
      system: 'Linux',
      place: 'at 127.0.0.1',
    });
  });

  test('is the socket’s other end, whatever headers say, unless proxies are configured', async () => {
    const headers = {
      'x-forwarded-for': '203.0.113.9, 198.51.100.7',
      'x-real-ip': '203.0.113.9',
      forwarded: 'for=203.0.113.9',
    };
    expect((await placeOf({}, headers))?.place).toBe('at 127.0.0.1');
    expect((await placeOf({ proxies: 1 }, headers))?.place).toBe('at 198.51.100.7');
    expect((await placeOf({ proxies: 2 }, headers))?.place).toBe('at 203.0.113.9');
    expect((await placeOf({ proxies: 3 }, headers))?.place).toBeNull();
    const clientAddress = (request: { header(name: string): string | undefined }): string =>
      request.header('x-real-ip') ?? '';
    expect((await placeOf({ clientAddress }, headers))?.place).toBe('at 203.0.113.9');
  });

  test('is nobody’s business of a read: the host’s function is not asked', async () => {
    let asked = 0;
    const served = await serve({ locate: () => `${(asked += 1)}` });
    const person = served.browser();
    await person.signUp();
    expect(asked).toBe(1);
    await person.call('GET', '/users/me');
    await person.call('GET', '/users/me/sessions');
    await send(served.port, 'GET', '/api/auth/health');
    expect(asked).toBe(1);
  });
});
