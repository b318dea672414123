import { describe, expect, test } from 'vitest';
import type { Reply } from './served.ts';
import { accountOf, everyOperation, send, serve, tinyPng } from './served.ts';

function expectPersonal(reply: Reply): void {
  expect(reply.headers).toMatchObject({
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'same-origin',
  });
  expect(reply.headers['vary']).toContain('Origin');
  expect(reply.headers['x-powered-by']).toBeUndefined();
  if (reply.text !== '') {
    expect(reply.headers['content-type']).toMatch(/^application\/(problem\+)?json; charset=utf-8$/);
  }
}

describe('every answer that is somebody’s', () => {
  test('is kept by nobody and shown as a page by nobody, whatever its status', async () => {
    const served = await serve();
    const person = served.browser();
    const statuses = new Set<number>();
    const check = (reply: Reply): void => {
      statuses.add(reply.status);
      expectPersonal(reply);
    };
    check(await person.signUp());
    const { id } = await person.account();
    for (const { name, method, path } of everyOperation) {
      if (name === 'signOut') continue;
      check(await person.call(method, path));
      check(await person.call(method, path, { nonsense: 1 }));
      check(await person.call(method, path, { name: 'x'.repeat(20_000) }));
      check(await person.call('PATCH', path));
      check(await person.call('OPTIONS', path));
      check(await served.browser().call(method, path));
      check(await served.browser({ origin: 'https://evil.test' }).call(method, path));
    }
    const headers = { 'if-match': '"99"' };
    check(await person.call('PUT', '/users/me', {}, { headers }));
    const other = { 'selvedge-account': `${id}x` };
    check(await person.call('PUT', '/users/me', {}, { headers: other }));
    check(await person.call('GET', '/avatars/nobody/nothing.webp'));
    check(await person.call('POST', '/email/verification', { token: 'x' }));
    check(await person.call('POST', '/logout'));
    expect([...statuses].sort()).toEqual([
      200, 204, 401, 403, 404, 405, 409, 410, 412, 413, 415, 422, 429,
    ]);
  });

  test('leaves alone what the host’s middleware has set', async () => {
    const served = await serve({
      before: (app) =>
        void app.use((_request, response, next) => {
          response.cookie('host', '1');
          response.vary('Accept-Encoding');
          response.set('X-Request-Id', 'abc');
          next();
        }),
    });
    const reply = await served.browser().signUp();
    expect(reply.cookies.map((cookie) => cookie.split('=')[0])).toEqual([
      'host',
      'selvedge-session',
      'selvedge-device',
    ]);
    expect(reply.headers['vary']).toBe('Accept-Encoding, Origin, Cookie');
    expect(reply.headers['x-request-id']).toBe('abc');
  });

  test('has an entity tag exactly when it carries an account', async () => {
    const person = (await serve()).browser();
    const made = await person.signUp();
    expect(made.headers['etag']).toBe('"1"');
    expect((await person.call('GET', '/users/me')).headers['etag']).toBe('"1"');
    expect((await person.call('PUT', '/users/me', { name: 1 })).headers['etag']).toBeUndefined();
    expect((await person.call('POST', '/logout')).headers['etag']).toBeUndefined();
  });

  test('never shows more than the contract, whatever is asked for', async () => {
    const person = (await serve()).browser();
    await person.signUp();
    const plain = await person.call('GET', '/users/me');
    for (const query of ['?fields=passwordHash', '?include=tokens', '?select=*']) {
      const headers = { accept: 'application/xml', prefer: 'return=representation' };
      const reply = await person.call('GET', `/users/me${query}`, undefined, { headers });
      expect(reply.text).toBe(plain.text);
    }
    expect(plain.text).not.toMatch(/argon2|passwordHash|emailCanonical|tokenDigest|sessionsValid/);
  });
});

describe('the bytes of a picture', () => {
  async function pictured(options: Parameters<typeof serve>[0] = {}): Promise<Reply> {
    const served = await serve(options);
    const person = served.browser();
    await person.signUp();
    const set = await person.call('PUT', '/users/me/avatar', undefined, {
      headers: { 'content-type': 'image/png' },
      body: tinyPng,
    });
    return send(served.port, 'GET', accountOf(set).avatar?.url ?? '');
  }

  test('are public, for ever, and harmless when they are opened', async () => {
    const reply = await pictured();
    expect(reply.status).toBe(200);
    expect(reply.headers).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-disposition': 'inline',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(reply.headers['content-length']).toBe(String(reply.bytes.length));
    expect(reply.cookies).toEqual([]);
  });

  test('may be shown by other origins where the host says so or trusts one', async () => {
    for (const options of [
      { avatarsCrossOrigin: true },
      { trustedOrigins: ['https://shop.example'] },
    ]) {
      const reply = await pictured(options);
      expect(reply.headers['cross-origin-resource-policy']).toBe('cross-origin');
    }
    const closed = await pictured({
      avatarsCrossOrigin: false,
      trustedOrigins: ['https://shop.example'],
    });
    expect(closed.headers['cross-origin-resource-policy']).toBe('same-origin');
  });
});
