import { describe, expect, test } from 'vitest';
import type { Reply, Served } from './served.ts';
import { everyOperation, serve } from './served.ts';

const writes = everyOperation.filter(({ method }) => method !== 'GET');

/** A signed-in browser whose pages say that they come from elsewhere. */
async function from(
  served: Served,
  headers: Record<string, string>,
): Promise<(method: string, path: string, input?: unknown) => Promise<Reply>> {
  const person = served.browser();
  await person.signUp();
  const other = served.browser(headers);
  for (const [name, value] of person.cookies) other.cookies.set(name, value);
  return (method, path, input) => other.call(method, path, input);
}

describe('a write from a page of another site is refused', () => {
  const foreign: Record<string, Record<string, string>> = {
    'by its origin': { origin: 'https://evil.test' },
    'by a null origin': { origin: 'null' },
    'by Sec-Fetch-Site alone': { 'sec-fetch-site': 'cross-site' },
    'from a sibling domain': { 'sec-fetch-site': 'same-site' },
    'by a Sec-Fetch-Site that is none': { 'sec-fetch-site': 'same-origin, cross-site' },
  };
  for (const [how, headers] of Object.entries(foreign)) {
    test(how, async () => {
      const served = await serve();
      const call = await from(served, headers);
      const before = served.store.dump();
      for (const { method, path } of writes) {
        const reply = await call(method, path, {});
        expect([path, reply.status, reply.json['code']]).toEqual([path, 403, 'cross_site']);
        expect(reply.headers['access-control-allow-origin']).toBeUndefined();
      }
      expect(served.store.dump()).toBe(before);
    });
  }

  test('whose origin only looks like ours', async () => {
    const served = await serve({ origin: 'https://app.example' });
    const call = (origin: string): Promise<Reply> =>
      served.browser({ origin }).call('PUT', '/users/me', {});
    const lookAlikes = [
      'https://app.example.evil.test',
      'https://evilapp.example',
      'https://app.example:8443',
      'http://app.example',
      'https://app.example.',
      'https://APP.example',
      'https://a@app.example',
      'https://accounts.app.example',
      'https://xn--pp-7ka.example',
      'https://app.example/',
      'https://app.example, https://evil.test',
      '',
    ];
    const answers = await Promise.all(lookAlikes.map(call));
    expect(answers.map(({ status }) => status)).toEqual(lookAlikes.map(() => 403));
    expect((await call('https://app.example')).json['code']).toBe('not_signed_in');
  });

  test('before anybody looks at who asks, so that the answer tells nothing', async () => {
    const served = await serve();
    const reply = await served.browser({ origin: 'https://evil.test' }).call('DELETE', '/users/me');
    expect(reply.status).toBe(403);
  });
});

describe('a write passes', () => {
  test('from a page of the same origin, by either header', async () => {
    const served = await serve();
    for (const headers of [
      { 'sec-fetch-site': 'same-origin' },
      { origin: served.origin },
      // Behind a development proxy the two differ; the browser knows better.
      { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:5173' },
    ]) {
      const call = await from(served, headers);
      expect((await call('PUT', '/users/me', { name: 'Ada' })).status).toBe(200);
    }
  });

  test('from no page at all: a program sends neither header', async () => {
    const call = await from(await serve(), {});
    expect((await call('PUT', '/users/me', { name: 'Ada' })).status).toBe(200);
  });
});

describe('a read from another site', () => {
  test('is answered, but its page may not look at the answer', async () => {
    const call = await from(await serve(), { origin: 'https://evil.test' });
    const reply = await call('GET', '/users/me');
    expect(reply.status).toBe(200);
    const names = Object.keys(reply.headers).filter((name) => name.startsWith('access-control'));
    expect(names).toEqual([]);
    expect(reply.headers['vary']).toContain('Origin');
    expect(reply.headers['cross-origin-resource-policy']).toBe('same-origin');
  });
});

describe('a trusted origin', () => {
  const trusted = 'https://admin.example';
  const page = { origin: trusted, 'sec-fetch-site': 'cross-site' };

  test('may write and read, with its cookies', async () => {
    const served = await serve({ trustedOrigins: [trusted] });
    const call = await from(served, page);
    for (const [method, status] of [
      ['PUT', 200],
      ['GET', 200],
    ] as const) {
      const reply = await call(method, '/users/me', method === 'PUT' ? {} : undefined);
      expect(reply.status).toBe(status);
      expect(reply.headers).toMatchObject({
        'access-control-allow-origin': trusted,
        'access-control-allow-credentials': 'true',
        'access-control-expose-headers':
          'ETag, RateLimit, RateLimit-Policy, Retry-After, WWW-Authenticate',
      });
    }
    const refusal = await served.browser(page).call('GET', '/users/me');
    expect(refusal.status).toBe(401);
    expect(refusal.headers['access-control-allow-origin']).toBe(trusted);
  });

  test('gets an answer to its preflight, and no other origin does', async () => {
    const served = await serve({ trustedOrigins: [trusted] });
    const ask = (origin: string): Promise<Reply> =>
      served
        .browser({ origin, 'access-control-request-method': 'PUT' })
        .call('OPTIONS', '/users/me', undefined, {
          headers: { 'access-control-request-headers': 'content-type,x-trace' },
        });
    const reply = await ask(trusted);
    expect(reply.status).toBe(204);
    expect(reply.headers).toMatchObject({
      'access-control-allow-origin': trusted,
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': expect.stringContaining('PUT') as string,
      'access-control-allow-headers': 'content-type,x-trace',
      vary: 'Origin, Cookie',
    });
    const refused = await ask('https://evil.test');
    expect(refused.headers['access-control-allow-origin']).toBeUndefined();
    expect(refused.headers['access-control-allow-headers']).toBeUndefined();
  });

  test('is exact: its neighbours are foreign, also at the same time', async () => {
    const served = await serve({ trustedOrigins: [trusted] });
    const origins = [trusted, 'https://xadmin.example', 'https://admin.example:444', trusted];
    const answers = await Promise.all(
      origins.map((origin) => served.browser({ origin }).call('PUT', '/users/me', {})),
    );
    expect(answers.map(({ status }) => status)).toEqual([401, 403, 403, 401]);
    expect(answers.map(({ headers }) => headers['access-control-allow-origin'])).toEqual([
      trusted,
      undefined,
      undefined,
      trusted,
    ]);
  });

  test.each(['*', 'https://*.example', 'https://a.example/', 'https://a.example/x', 'null', ''])(
    'that is %j keeps the server from starting',
    async (origin) => {
      await expect(serve({ trustedOrigins: [origin] })).rejects.toThrow(/trustedOrigins/);
    },
  );
});
