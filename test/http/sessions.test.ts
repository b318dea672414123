import { describe, expect, test } from 'vitest';
import { findCookie } from '../../src/server/http/cookies.ts';
import type { Browser, Reply, Served } from './served.ts';
import { accountOf, password, send, serve } from './served.ts';

const get = (served: Served, cookie: string): Promise<Reply> =>
  send(served.port, 'GET', '/api/auth/users/me', { headers: { cookie } });

const sessionOf = (browser: Browser): string => browser.cookies.get('selvedge-session') ?? '';

async function person(served: Served, email: string): Promise<Browser> {
  const browser = served.browser();
  await browser.signUp(email);
  return browser;
}

describe('the session cookie', () => {
  test('is __Host- and Secure over https, whatever the request says', async () => {
    const served = await serve({ origin: 'https://app.example' });
    const ada = await person(served, 'ada@example.com');
    expect([...ada.cookies.keys()]).toEqual(['__Host-selvedge-session', '__Host-selvedge-device']);
    const proved = await ada.prove('changePassword');
    expect(proved.cookies).toEqual([
      expect.stringMatching(
        /^__Host-selvedge-grant-changePassword=[\w-]{43}; Path=\/; Max-Age=300; HttpOnly; Secure; SameSite=Strict$/,
      ),
    ]);
    const reply = await ada.call('POST', '/logout');
    for (const cookie of reply.cookies) expect(cookie).toMatch(/^__Host-.+; Secure; SameSite=/);
  });

  test('with the plain name is nothing to a server on https', async () => {
    const served = await serve({ origin: 'https://app.example' });
    const ada = await person(served, 'ada@example.com');
    const token = ada.cookies.get('__Host-selvedge-session') ?? '';
    expect((await get(served, `selvedge-session=${token}`)).status).toBe(401);
    expect((await get(served, `__Host-selvedge-session=${token}`)).status).toBe(200);
  });

  test.each(['http://app.example', 'http://192.168.0.2:3000', 'http://localhost.evil.test'])(
    'is not safe on %s, so the server refuses to start',
    async (origin) => {
      await expect(serve({ origin })).rejects.toThrow(/https/);
    },
  );

  test('holds nothing that the store holds', async () => {
    const served = await serve();
    const ada = await person(served, 'ada@example.com');
    await ada.prove('deleteAccount');
    const dump = served.store.dump();
    for (const secret of ada.cookies.values()) expect(dump).not.toContain(secret);
    const [, digest = ''] = /"tokenDigest":"([^"]+)"/.exec(dump) ?? [];
    expect(digest).not.toBe('');
    expect((await get(served, `selvedge-session=${digest}`)).status).toBe(401);
  });

  test('forged in any way is refused and breaks nothing', async () => {
    const served = await serve();
    const token = sessionOf(await person(served, 'ada@example.com'));
    const flipped = (token.startsWith('A') ? 'B' : 'A') + token.slice(1);
    const forged = [
      '',
      'null',
      'undefined',
      '[object Object]',
      '{}',
      '"',
      "' OR 1=1--",
      '%00',
      'x'.repeat(8000),

      flipped,
      token.slice(0, -1),
      `${token}A`,
      `"${token}"`,
      ` ${token}x`,
      token.toLowerCase(),
    ];
    for (const value of forged) {
      const reply = await get(served, `selvedge-session=${value}`);
      expect([value, reply.status]).toEqual([value, 401]);
      expect(['not_signed_in', 'session_ended']).toContain(reply.json['code']);
    }
    expect((await get(served, `selvedge-session=${token}`)).status).toBe(200);
  });

  test('given twice with different values counts as none, in either order', async () => {
    const served = await serve();
    const ada = sessionOf(await person(served, 'ada@example.com'));
    const eve = sessionOf(await person(served, 'eve@example.com'));
    for (const [first, second] of [
      [ada, eve],
      [eve, ada],
    ]) {
      const reply = await get(served, `selvedge-session=${first}; selvedge-session=${second}`);
      expect(reply.json['code']).toBe('not_signed_in');
    }
    const same = await get(served, `selvedge-session=${ada}; a=1; selvedge-session=${ada}`);
    expect(accountOf(same).email.address).toBe('ada@example.com');
  });

  test('is found among whatever else is sent', async () => {
    const served = await serve();
    const token = sessionOf(await person(served, 'ada@example.com'));
    const odd = [
      `$Version=1; selvedge-session=${token}; $Path=/`,
      `;;;=; =x; a; selvedge-session=${token}`,
      `xselvedge-session=bad; selvedge-session-x=bad;selvedge-session=${token}`,
      `${Array.from({ length: 50 }, (_, index) => `c${index}=v`).join('; ')}; selvedge-session=${token}`,
    ];
    for (const cookie of odd) {
      const reply = await get(served, cookie);
      expect([cookie, reply.status]).toEqual([cookie, 200]);
    }
  });
});

test('a cookie is found by its exact name, and rubbish never throws', () => {
  expect(findCookie(undefined, 'a')).toBeNull();
  expect(findCookie('', 'a')).toBeNull();
  expect(findCookie('a=1; b=2', 'b')).toBe('2');
  expect(findCookie('b = 2', 'b')).toBeNull();
  expect(findCookie('A=1', 'a')).toBeNull();
  expect(findCookie('a=x=y', 'a')).toBe('x=y');
  expect(findCookie('a', 'a')).toBeNull();
  expect(findCookie('a=', 'a')).toBe('');
  expect(findCookie('a=1;', 'a')).toBe('1');
  expect(findCookie('   ;   ;', 'a')).toBeNull();
});

describe('a session', () => {
  test('begins with a new token, and a token set beforehand is never taken over', async () => {
    const served = await serve();
    await person(served, 'ada@example.com');
    const planted = 'A'.repeat(43);
    const browser = served.browser();
    browser.cookies.set('selvedge-session', planted);
    await browser.call('POST', '/login', { email: 'ada@example.com', password });
    expect(sessionOf(browser)).not.toBe(planted);
    expect((await get(served, `selvedge-session=${planted}`)).status).toBe(401);
    expect((await get(served, `selvedge-session=${sessionOf(browser)}`)).status).toBe(200);
  });

  test('ends when the same browser signs in anew', async () => {
    const served = await serve();
    const browser = await person(served, 'ada@example.com');
    const before = sessionOf(browser);
    await browser.call('POST', '/login', { email: 'ada@example.com', password });
    expect(sessionOf(browser)).not.toBe(before);
    expect((await get(served, `selvedge-session=${before}`)).json['code']).toBe('session_ended');
  });

  test('cannot be replayed after it was signed out', async () => {
    const served = await serve();
    const browser = await person(served, 'ada@example.com');
    const copy = sessionOf(browser);
    await browser.call('POST', '/logout');
    for (let time = 0; time < 20; time += 1) {
      expect((await get(served, `selvedge-session=${copy}`)).status).toBe(401);
    }
    expect((await browser.call('POST', '/logout')).json).toEqual({ done: true });
  });

  test('ends at its absolute end, and earlier when nobody uses it', async () => {
    const sessions = { lifetimeSeconds: 1000, idleSeconds: 600 };
    const used = await serve({ sessions });
    const ada = await person(used, 'ada@example.com');
    for (const seconds of [400, 400, 190]) {
      used.clock.forward(seconds);
      expect((await ada.call('GET', '/users/me')).status).toBe(200);
    }
    used.clock.forward(10);
    expect((await ada.call('GET', '/users/me')).json['code']).toBe('session_ended');

    const idle = await serve({ sessions });
    const eve = await person(idle, 'eve@example.com');
    idle.clock.forward(601);
    expect((await eve.call('GET', '/users/me')).json['code']).toBe('session_ended');
  });

  test('writes when it was last used at most once in five minutes', async () => {
    const served = await serve();
    const ada = await person(served, 'ada@example.com');
    const fresh = served.store.dump();
    served.clock.forward(299);
    await ada.account();
    expect(served.store.dump()).toBe(fresh);
    served.clock.forward(2);
    await ada.account();
    const touched = served.store.dump();
    expect(touched).not.toBe(fresh);
    await ada.account();
    expect(served.store.dump()).toBe(touched);
  });

  test('goes on when its last use cannot be written, and the host is told', async () => {
    const told: string[] = [];
    const served = await serve({ onError: ({ doing }) => void told.push(doing) });
    const ada = await person(served, 'ada@example.com');
    served.clock.forward(301);
    served.store.touchSession = () => Promise.reject(new Error('disk full'));
    expect((await ada.call('GET', '/users/me')).status).toBe(200);
    expect(told).toEqual(['touch_session']);
  });
});

describe('who asks', () => {
  test('comes from the session and from nothing else in the request', async () => {
    const served = await serve({
      before: (app) =>
        void app.use((request, _response, next) => {
          Object.assign(request, { user: { id: 'other' }, auth: { sub: 'other' } });
          next();
        }),
    });
    const eve = await person(served, 'eve@example.com');
    const ada = await person(served, 'ada@example.com');
    const { id } = await ada.account();
    const claims = { 'x-user-id': id, authorization: `Bearer ${id}`, 'x-original-url': `/${id}` };
    const own = await eve.call('GET', `/users/me?userId=${id}`, undefined, { headers: claims });
    expect(accountOf(own).email.address).toBe('eve@example.com');
    const nobody = await send(served.port, 'GET', `/api/auth/users/me?userId=${id}`, {
      headers: claims,
    });
    expect(nobody.status).toBe(401);
    for (const path of [`/users/${id}`, `/users/me/../${id}`, '/users/%6de']) {
      expect((await eve.call('GET', path)).status).toBe(404);
    }
    const before = served.store.dump();
    expect((await eve.call('PUT', '/users/me', { id, name: 'x' })).status).toBe(422);
    expect(served.store.dump()).toBe(before);
  });

  test('is compared with the account that the page shows', async () => {
    const served = await serve();
    const ada = await person(served, 'ada@example.com');
    const { id } = await ada.account();
    const write = (shown: string): Promise<Reply> =>
      ada.call('PUT', '/users/me', { name: 'x' }, { headers: { 'selvedge-account': shown } });
    expect((await write(id)).status).toBe(200);
    const before = served.store.dump();
    const switched = await write('somebody-else');
    expect(switched.status).toBe(409);
    expect(switched.json['code']).toBe('account_switched');
    expect(served.store.dump()).toBe(before);
  });

  test.each([
    ['GET', '/users/me'],
    ['PUT', '/users/me'],
    ['DELETE', '/users/me'],
    ['PUT', '/users/me/email'],
    ['POST', '/users/me/email/pending/resend'],
    ['DELETE', '/users/me/email/pending'],
    ['PUT', '/users/me/password'],
    ['PUT', '/users/me/avatar'],
    ['DELETE', '/users/me/avatar'],
    ['POST', '/step-up'],
  ])('%s %s without a session is refused before its body is looked at', async (method, path) => {
    const reply = await (await serve()).browser().call(method, path, { nonsense: true });
    expect(reply.status).toBe(401);
    expect(reply.json['code']).toBe('not_signed_in');
    expect(reply.headers['www-authenticate']).toBe('Bearer realm="account"');
  });
});
