import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AccountError } from 'selvedge/server';
import { afterAll, describe, expect, test } from 'vitest';
import { createHttpBackend } from '../../src/client/http-backend.ts';
import type { AccountBackend } from '../../src/contract/backend.ts';
import { operations } from '../../src/contract/operations.ts';
import { password } from '../http/served.ts';
import { createBrowserFetch } from './browser-fetch.ts';
import { failure, signedIn } from './signed-in.ts';

const closing: (() => void)[] = [];
afterAll(() => {
  for (const close of closing) close();
});

/** A backend whose server answers whatever the listener says. */
async function against(listener: RequestListener): Promise<AccountBackend> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return createHttpBackend({ baseUrl: `http://127.0.0.1:${port}/api/auth/` });
}

const answering =
  (status: number, body: string, headers: Record<string, string> = {}): RequestListener =>
  (request, response) => {
    request.resume();
    response.writeHead(status, { 'content-type': 'application/problem+json', ...headers });
    response.end(body);
  };

describe('the HTTP backend on the real server', () => {
  test('has one method for every operation', async () => {
    expect(Object.keys(createHttpBackend()).sort()).toEqual(Object.keys(operations).sort());
  });

  test('reads, writes, proves and deletes', async () => {
    const { backend } = await signedIn();
    const { account } = await backend.getAccount();
    expect(account.email.address).toBe('ada@example.com');
    const updated = await backend.updateProfile({ name: 'Ada' });
    expect(updated.account.profile.name.value).toBe('Ada');
    const refused = await failure(backend.deleteAccount());
    expect(refused).toMatchObject({
      code: 'step_up_required',
      stepUp: { purpose: 'deleteAccount', methods: [{ kind: 'password' }] },
    });
    await backend.stepUp({ purpose: 'deleteAccount', password });
    expect(await backend.deleteAccount()).toEqual({ done: true });
    expect((await failure(backend.getAccount())).code).toBe('not_signed_in');
  });

  test('sends the version that the input was made from, and gets the newest with the refusal', async () => {
    const { backend } = await signedIn();
    const { account } = await backend.getAccount();
    await backend.updateProfile({ name: 'First' }, { version: account.version });
    const error = await failure(backend.updateProfile({ name: 'B' }, { version: account.version }));
    expect(error.code).toBe('version_conflict');
    expect(error.account?.profile.name.value).toBe('First');
  });

  test('says whose account the page shows', async () => {
    const { backend } = await signedIn();
    const { account } = await backend.getAccount();
    const own = await backend.updateProfile({ name: 'A' }, { accountId: account.id });
    expect(own.account.id).toBe(account.id);
    const other = backend.updateProfile({ name: 'B' }, { accountId: 'Zoë|1' });
    expect((await failure(other)).code).toBe('account_switched');
  });

  test('brings field errors to their fields', async () => {
    const { backend } = await signedIn();
    const error = await failure(backend.updateProfile({ name: 'x'.repeat(151) }));
    expect(error).toBeInstanceOf(AccountError);
    expect(error).toMatchObject({
      code: 'validation_failed',
      errors: [{ pointer: '/name', code: 'too_long', params: { maximum: 150 } }],
    });
  });

  test('sends the input as it is, and brings what the server refuses', async () => {
    const { fetch, baseUrl } = await signedIn();
    const sent: unknown[] = [];
    const watched: typeof globalThis.fetch = (url, init) => {
      sent.push(init?.body);
      return fetch(url, init);
    };
    const backend = createHttpBackend({ baseUrl, fetch: watched });
    await backend.updateProfile({ name: '  Ada ', nickname: '' });
    expect(sent).toEqual(['{"name":"  Ada ","nickname":""}']);
    const wrong = { name: ['a'], role: 'admin' } as never;
    const error = await failure(backend.updateProfile(wrong));
    const direct = await fetch(`${baseUrl}/users/me`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(wrong),
    });
    expect(await direct.json()).toMatchObject({ code: error.code, errors: error.errors });
  });

  test('brings the seconds of a limit', async () => {
    const { backend } = await signedIn();
    const guess = () => failure(backend.stepUp({ purpose: 'changePassword', password: 'x' }));
    let error = await guess();
    expect(error.errors).toMatchObject([{ pointer: '/password', code: 'wrong_password' }]);
    for (let time = 0; time < 10; time += 1) error = await guess();
    expect(error.code).toBe('rate_limited');
    expect(error.retryAfterSeconds).toBeGreaterThan(0);
  });

  test('uploads a picture whatever its file calls itself, and tells that it has left', async () => {
    const { backend } = await signedIn();
    const { default: sharp } = await import('sharp');
    const png = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#a11' } })
      .png()
      .toBuffer();
    for (const type of ['image/png', '', 'text/plain']) {
      const fractions: number[] = [];
      const { account } = await backend.setAvatar(
        { image: new Blob([new Uint8Array(png)], { type }) },
        { onProgress: (fraction) => void fractions.push(fraction) },
      );
      expect(account.avatar?.url).toMatch(/\.webp$/);
      expect(fractions.at(-1)).toBe(1);
    }
    const text = failure(backend.setAvatar({ image: new Blob(['<svg/>']) }));
    expect((await text).code).toBe('unsupported_media_type');
    expect((await backend.removeAvatar()).account.avatar).toBeNull();
  });

  test('follows a mailed link without a session', async () => {
    const { served } = await signedIn();
    const stranger = createHttpBackend({
      baseUrl: `${served.origin}/api/auth`,
      fetch: createBrowserFetch(),
    });
    expect((await failure(stranger.confirmEmailChange({ token: 'x' }))).code).toBe('link_invalid');
    expect((await failure(stranger.reportEmailChange({ token: 'x' }))).code).toBe('link_invalid');
  });

  test('sends the host’s headers, asked anew each time, and cannot be talked out of its own', async () => {
    const { fetch, baseUrl } = await signedIn();
    const sent: Headers[] = [];
    const watched: typeof globalThis.fetch = (url, init) => {
      sent.push(new Headers(init?.headers));
      return fetch(url, init);
    };
    let token = 0;
    const backend = createHttpBackend({
      baseUrl,
      fetch: watched,
      headers: async () => ({ Authorization: `Bearer ${++token}`, 'Content-Type': 'text/plain' }),
    });
    await backend.getAccount();
    await backend.updateProfile({ name: 'A' });
    expect(sent.map((headers) => headers.get('authorization'))).toEqual(['Bearer 1', 'Bearer 2']);
    expect(sent[1]?.get('content-type')).toBe('application/json');
  });
});

describe('the HTTP backend on a server that misbehaves', () => {
  test('is offline when nobody answers', async () => {
    const backend = createHttpBackend({ baseUrl: 'http://127.0.0.1:9/api/auth' });
    const error = await failure(backend.getAccount());
    expect(error.code).toBe('offline');
    expect(error.cause).toBeInstanceOf(Error);
  });

  test('is offline when the answer breaks off', async () => {
    const backend = await against((_request, response) => {
      response.writeHead(200, { 'content-length': '500' });
      response.write('{"account":');
      setTimeout(() => response.destroy(), 10);
    });
    expect((await failure(backend.getAccount())).code).toBe('offline');
  });

  test('is aborted when the caller cancels, before or during the call', async () => {
    const backend = await against(() => {});
    const controller = new AbortController();
    const pending = failure(backend.getAccount(undefined, { signal: controller.signal }));
    setTimeout(() => controller.abort(), 20);
    expect((await pending).code).toBe('aborted');
    const late = failure(backend.updateProfile({}, { signal: controller.signal }));
    expect((await late).code).toBe('aborted');
  });

  const nonsense: [string, number, string][] = [
    ['a page', 200, '<!doctype html><title>Sign in</title>'],
    ['nothing', 200, ''],
    ['another shape', 200, '{"user":{}}'],
    ['half an account', 200, '{"account":{"id":"a"}}'],
    ['an error page', 502, '<h1>Bad gateway</h1>'],
    ['an error without a code', 500, '{"message":"no"}'],
    ['a code of a later version', 409, '{"type":"x","title":"x","status":409,"code":"new_thing"}'],
    ['an inherited name as code', 409, '{"type":"x","title":"x","status":409,"code":"toString"}'],
    ['a code of our own making', 500, '{"type":"x","title":"x","status":500,"code":"offline"}'],
    ['null', 401, 'null'],
  ];
  test.each(nonsense)('calls %s unexpected', async (_what, status, body) => {
    const error = await failure((await against(answering(status, body))).getAccount());
    expect(error.code).toBe('unexpected');
  });

  test('ignores keys that it does not know, and field codes stay as they came', async () => {
    const problem = {
      type: 'x',
      title: 'x',
      status: 422,
      code: 'validation_failed',
      traceId: 'abc',
      errors: [{ pointer: '/name', code: 'of_tomorrow', more: true }],
    };
    const backend = await against(answering(422, JSON.stringify(problem)));
    const error = await failure(backend.updateProfile({}));
    expect(error.errors).toEqual([{ pointer: '/name', code: 'of_tomorrow', params: {} }]);
  });

  test('reads Retry-After where the body is silent', async () => {
    const problem = '{"type":"x","title":"x","status":503,"code":"unavailable"}';
    const backend = await against(answering(503, problem, { 'retry-after': '7' }));
    expect(await failure(backend.getAccount())).toMatchObject({
      code: 'unavailable',
      retryAfterSeconds: 7,
    });
    const dated = await against(answering(503, problem, { 'retry-after': 'Fri, 20 Nov 2026' }));
    expect((await failure(dated.getAccount())).retryAfterSeconds).toBeUndefined();
  });
});
