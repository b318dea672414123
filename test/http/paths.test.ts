import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { accountOf, everyOperation, send, serve, tinyPng } from './served.ts';

const paths = [...new Set(everyOperation.map(({ path }) => path))];
const methodsOf = (path: string): string[] =>
  everyOperation.flatMap((operation) => (operation.path === path ? [operation.method] : []));

const methods = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'TRACE',
  'PROPFIND',
  'PURGE',
  'SEARCH',
  'MKCOL',
  'LINK',
  'REPORT',
  'QUERY',
];

test('every method that a path does not take is a 405 that names those it takes', async () => {
  const served = await serve();
  const person = served.browser();
  await person.signUp();
  const before = served.store.dump();
  for (const path of paths) {
    const taken = methodsOf(path);
    if (taken.includes('GET')) taken.push('HEAD');
    for (const method of methods) {
      if (taken.includes(method)) continue;
      const reply = await person.call(method, path);
      expect([method, path, reply.status]).toEqual([method, path, 405]);
      expect(reply.headers['allow']?.split(', ').sort()).toEqual([...taken, 'OPTIONS'].sort());
      if (method !== 'HEAD') expect(reply.json['code']).toBe('method_not_allowed');
    }
  }
  expect(served.store.dump()).toBe(before);
});

test('HEAD is GET without its body, and OPTIONS does nothing', async () => {
  const served = await serve();
  const person = served.browser();
  await person.signUp();
  const get = await person.call('GET', '/users/me');
  const head = await person.call('HEAD', '/users/me');
  expect([head.status, head.text]).toEqual([200, '']);
  expect(head.headers['content-length']).toBe(get.headers['content-length']);
  const before = served.store.dump();
  for (const path of paths) {
    const reply = await person.call('OPTIONS', path);
    expect([path, reply.status, reply.text]).toEqual([path, 204, '']);
  }
  expect(served.store.dump()).toBe(before);
});

test('no header or parameter turns one method into another', async () => {
  const served = await serve();
  const person = served.browser();
  await person.signUp();
  const before = served.store.dump();
  const headers = { 'x-http-method-override': 'DELETE', 'x-method-override': 'DELETE' };
  for (const method of ['GET', 'HEAD', 'OPTIONS']) {
    const reply = await person.call(method, '/users/me?_method=DELETE', { name: 'x' }, { headers });
    expect(reply.status).toBeLessThan(300);
  }
  expect(served.store.dump()).toBe(before);
});

describe('a path that is not exactly one of ours goes to the host', () => {
  test.each([
    ['/users/me/', '/users//me', '//users/me', '/users/me%2f', '/users/%6d%65', '/USERS/ME'],
    ['/users/./me', '/users/../users/me', '/users/me/..', '/users/me;x', '/users/me%00', '/'],
    ['/__proto__', '/constructor', '/toString', '/avatars', '/avatars/', '/avatars/a'],
    ['/avatars/../users/me', '/avatars/a/b', '/avatars/a/b/c.webp', '/avatars/../../etc.webp'],
    ['/avatars/%2e%2e/%2e%2e.webp', '/avatars/a%2fb/c.webp', '/avatars/a/%00.webp'],
    ['/avatars/%zz/a.webp', '/avatars/a/..%5c.webp', '/avatars//a.webp'],
  ])('%s …', async (...tricks) => {
    const { browser } = await serve({
      after: (app) => void app.use((_request, response) => void response.status(418).end('host')),
    });
    const person = browser();
    await person.signUp();
    for (const path of tricks) {
      const reply = await person.call('GET', path);
      expect([path, reply.status, reply.text]).toEqual([path, 418, 'host']);
    }
  });

  test('and sign-in is the host’s where the sessions are', async () => {
    const { browser } = await serve({
      identify: () => null,
      after: (app) =>
        void app.post('/api/auth/login', (_request, response) => void response.end('mine')),
    });
    const person = browser();
    expect((await person.call('POST', '/login', {})).text).toBe('mine');
    expect((await person.call('POST', '/register', {})).status).toBe(404);
    expect((await person.call('GET', '/users/me')).status).toBe(401);
  });
});

test('a request line with a whole URL is routed by its path, or not at all', async () => {
  const served = await serve();
  const answer = await new Promise<string>((resolve, reject) => {
    let text = '';
    const socket = connect(served.port, '127.0.0.1', () => {
      socket.write(
        'DELETE http://evil.test/api/auth/users/me HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
      );
    });
    socket.on('data', (chunk) => (text += String(chunk)));
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
  });
  expect(answer).toMatch(/^HTTP\/1\.1 40[14] /);
});

test('two requests in one never become two', async () => {
  const served = await serve();
  const person = served.browser();
  await person.signUp();
  const before = served.store.dump();
  const cookie = person.cookieHeader()['cookie'];
  const inner = `PUT /api/auth/users/me HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookie}\r\nContent-Type: application/json\r\nContent-Length: 12\r\n\r\n{"name":"x"}`;
  const outers = [
    `Content-Length: ${inner.length}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${inner}`,
    `Content-Length: 0\r\nContent-Length: ${inner.length}\r\n\r\n${inner}`,
    `Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${inner}`,
    `Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n${inner}`,
  ];
  for (const outer of outers) {
    await new Promise<void>((resolve) => {
      const socket = connect(served.port, '127.0.0.1', () => {
        socket.write(`POST /api/auth/logout HTTP/1.1\r\nHost: localhost\r\n${outer}`);
      });
      socket.setTimeout(300, () => socket.destroy());
      socket.on('data', () => {});
      socket.on('error', () => {});
      socket.on('close', () => resolve());
    });
  }
  expect(served.store.dump()).toBe(before);
});

describe('where it is mounted', () => {
  test.each(['/api/auth', '/account', '/a/b/c'])('%s is where the pictures are', async (mount) => {
    const served = await serve({ mount });
    const person = served.browser();
    await person.signUp();
    const set = await person.call('PUT', '/users/me/avatar', undefined, {
      headers: { 'content-type': 'image/png' },
      body: tinyPng,
    });
    const { url = '' } = accountOf(set).avatar ?? {};
    expect(url).toMatch(new RegExp(`^${mount}/avatars/`));
    expect((await send(served.port, 'GET', url)).status).toBe(200);
  });

  test('a base path that is configured holds, as behind a proxy that takes it away', async () => {
    const served = await serve({ mount: '/', basePath: '/shop/auth' });
    const { server } = served;
    expect(server.basePath).toBe('/shop/auth');
    const reply = await send(served.port, 'GET', '/users/me');
    expect(reply.status).toBe(401);
    expect(server.basePath).toBe('/shop/auth');
  });
});
