import { AccountServerFailure, createHandler } from 'selvedge/server';
import { describe, expect, test } from 'vitest';
import { stepUpPurposes } from '../../src/contract/step-up.ts';
import { password, testParts } from './served.ts';

async function handled(overrides: Partial<Parameters<typeof createHandler>[0]> = {}) {
  const { mails: _, ...parts } = await testParts();
  const handle = createHandler({ ...parts, ...overrides } as Parameters<typeof createHandler>[0]);
  const call = (
    method: string,
    path: string,
    body?: BodyInit | null,
    headers: Record<string, string> = {},
  ): Promise<Response> =>
    handle(
      new Request(`https://app.example${path}`, {
        method,
        headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
        body: body ?? null,
        ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
      } as RequestInit),
    );
  return { handle, call, parts };
}

const credentials = JSON.stringify({ email: 'ada@example.com', password });

describe('a handler of web requests', () => {
  test('signs up, reads and writes', async () => {
    const { call } = await handled();
    const made = await call('POST', '/api/auth/register', credentials);
    expect(made.status).toBe(200);
    const [cookie = ''] = made.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-selvedge-session=.+; Secure; SameSite=Lax$/);
    const headers = { cookie: cookie.slice(0, cookie.indexOf(';')) };
    const written = await call('PUT', '/api/auth/users/me', '{"name":"Ada"}', headers);
    expect(written.headers.get('etag')).toBe('"2"');
    const read = await call('GET', '/api/auth/users/me?x=1', null, headers);
    expect(await read.json()).toMatchObject({ account: { profile: { name: { value: 'Ada' } } } });
    expect(read.headers.get('cache-control')).toBe('no-store');
    const head = await call('HEAD', '/api/auth/users/me', null, headers);
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect((await call('DELETE', '/api/auth/users/me/email/pending', null, headers)).status).toBe(
      200,
    );
    const out = await call('POST', '/api/auth/logout', null, headers);
    expect(out.headers.getSetCookie()).toHaveLength(1 + stepUpPurposes.length);
  });

  test('answers 404 itself to what is none of ours', async () => {
    const { call } = await handled();
    for (const path of ['/', '/api/auth', '/api/auth/', '/api/authusers/me', '/api/auth/nothing']) {
      const reply = await call('GET', path);
      expect([path, reply.status]).toEqual([path, 404]);
      expect(reply.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      expect(await reply.json()).toMatchObject({ code: 'not_found' });
    }
  });

  test('listens below another base path', async () => {
    const { call } = await handled({ basePath: '/account/v1' });
    expect((await call('GET', '/account/v1/users/me')).status).toBe(401);
    expect((await call('GET', '/api/auth/users/me')).status).toBe(404);
    const root = await handled({ basePath: '' });
    expect((await root.call('GET', '/users/me')).status).toBe(401);
  });

  test('counts a body while it comes, and lets go of the rest', async () => {
    const { call } = await handled();
    let cancelled = false;
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(4096).fill(0x20));
      },
      cancel() {
        cancelled = true;
      },
    });
    const reply = await call('POST', '/api/auth/login', endless);
    expect(reply.status).toBe(413);
    expect(cancelled).toBe(true);
    expect(pulled).toBeLessThan(10);
  });

  test('says unreadable when the body breaks off or was taken', async () => {
    const { call, handle } = await handled();
    const broken = new ReadableStream({
      pull(controller) {
        controller.error(new Error('gone'));
      },
    });
    expect(await (await call('POST', '/api/auth/login', broken)).json()).toMatchObject({
      code: 'unreadable',
    });
    const taken = new Request('https://app.example/api/auth/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: credentials,
    });
    await taken.text();
    expect((await handle(taken)).status).toBe(400);
  });

  test('asks the host with the request itself', async () => {
    const seen: Request[] = [];
    const { handle } = await handled({
      identify: (request: Request) => {
        seen.push(request);
        return null;
      },
    } as never);
    const request = new Request('https://app.example/api/auth/users/me');
    expect((await handle(request)).status).toBe(401);
    expect(seen).toEqual([request]);
  });

  test('routes ids and queries as the router does', async () => {
    const { call } = await handled();
    const made = await call('POST', '/api/auth/register', credentials);
    const cookie = made.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const get = (path: string) => call('GET', `/api/auth/users/me/${path}`, null, { cookie });
    expect(await (await get('activity')).json()).toMatchObject({
      entries: [{ event: 'signed_up' }],
    });
    expect((await get('activity?before=x&before=x')).status).toBe(422);
    const end = await call('DELETE', '/api/auth/users/me/sessions/nobody', null, { cookie });
    expect(end.status).toBe(200);
    const none = await call('DELETE', '/api/auth/users/me/sessions/no%20body', null, { cookie });
    expect(none.status).toBe(404);
  });

  test('knows an address only from trusted proxies or from the host', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.9, 198.51.100.7', 'x-real-ip': '192.0.2.4' };
    const addressBy = async (options: object): Promise<string[]> => {
      const seen: string[] = [];
      const locate = (address: string): null => {
        seen.push(address);
        return null;
      };
      const { call } = await handled({ locate, ...options });
      await call('POST', '/api/auth/register', credentials, headers);
      return seen;
    };
    expect(await addressBy({})).toEqual([]);
    expect(await addressBy({ proxies: 1 })).toEqual(['198.51.100.7']);
    const clientAddress = (request: Request): string | null => request.headers.get('x-real-ip');
    expect(await addressBy({ clientAddress })).toEqual(['192.0.2.4']);
  });

  test('rejects when something breaks, and tells nothing by it', async () => {
    const { call, parts } = await handled();
    parts.store.findAccountByEmail = () => Promise.reject(new Error('secret of the database'));
    const failure = await call('POST', '/api/auth/login', credentials).catch(
      (error: unknown) => error as Error,
    );
    expect(failure).toBeInstanceOf(AccountServerFailure);
    expect(`${String(failure)} ${(failure as Error).stack}`).not.toContain('secret');
  });
});
