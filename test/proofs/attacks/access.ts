import { expect } from 'vitest';
import { everyOperation } from '../../http/served.ts';
import { routeTable } from '../../http/route-table.ts';
import type { Attack } from './attack.ts';
import { people } from './world.ts';

const api = '/api/auth';
const guarded = everyOperation.filter(({ name }) => routeTable[name]?.caller === 'session');
const writes = everyOperation.filter(({ method }) => method !== 'GET');
const json = { 'content-type': 'application/json' };

/** Access, sessions, cookies, headers, and pages of other sites. */
export const accessAttacks: readonly Attack[] = [
  {
    id: 'C-001',
    priority: 0,
    what: 'every route without a session, or with what only looks like one',
    async attack({ send }) {
      const bodies = new Set<string>();
      for (const { method, path } of guarded) {
        for (const headers of [{}, { authorization: 'Bearer x' }, { 'x-user-id': '1' }]) {
          const reply = await send(method, api + path, { headers });
          expect([method, path, reply.status]).toEqual([method, path, 401]);
          expect(reply.headers['cache-control']).toBe('no-store');
          bodies.add(reply.text);
        }
      }
      expect(bodies.size).toBe(1);
    },
  },
  {
    id: 'C-002',
    priority: 0,
    what: 'the id of another account in every place that a request has',
    async attack({ ada, grace, send, as }) {
      const { id } = await grace.account();
      const self = (await ada.account()).id;
      const forged = as(ada, { 'x-user-id': id, 'x-original-url': `${api}/users/${id}` });
      for (const path of [
        '/users/me',
        `/users/me?userId=${id}`,
        `/users/${id}`,
        `/users/me/../${id}`,
        '/users/%6de',
        `/users/me/${id}`,
      ]) {
        const reply = await send('GET', api + path, forged);
        expect([200, 404, 422]).toContain(reply.status);
        if (reply.status === 200) expect(reply.json).toMatchObject({ account: { id: self } });
      }
      for (const name of ['id', 'userId', 'sub', 'accountId']) {
        expect((await ada.call('PUT', '/users/me', { name: 'x', [name]: id })).status).toBe(422);
      }
    },
    tests: [
      ['http/resources.test.ts', 'is nobody else’s: whoever asks finds nothing of another account'],
    ],
  },
  {
    id: 'C-004',
    priority: 0,
    what: 'no session, but somebody’s id',
    async attack({ grace, send }) {
      const { id } = await grace.account();
      const body = JSON.stringify({ userId: id, user_id: id, sub: id, accountId: id });
      for (const { method, path } of guarded) {
        const query = `?userId=${id}&user_id=${id}&sub=${id}&accountId=${id}`;
        const sending = method === 'GET' ? {} : { headers: json, body };
        expect((await send(method, api + path + query, sending)).status).toBe(401);
      }
    },
  },
  {
    id: 'C-005',
    priority: 0,
    what: 'a session cookie that was set before the sign-in',
    tests: [
      [
        'http/sessions.test.ts',
        'begins with a new token, and a token set beforehand is never taken over',
      ],
    ],
  },
  {
    id: 'C-006',
    priority: 0,
    what: 'a copied cookie after the sign-out',
    async attack({ ada, send, as }) {
      const copied = as(ada);
      await ada.call('POST', '/logout');
      const replies = await Promise.all(
        Array.from({ length: 100 }, () => send('GET', `${api}/users/me`, copied)),
      );
      expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([401]));
    },
    tests: [['http/sessions.test.ts', 'cannot be replayed after it was signed out']],
  },
  {
    id: 'C-008',
    priority: 0,
    what: 'a session that is ended while it hammers',
    async attack({ ada, browser, send, as }) {
      const other = browser();
      await other.call('POST', '/login', {
        email: people.ada.email,
        password: 'a quiet lighthouse keeper',
      });
      const copied = as(other);
      const hammer = Promise.all(
        Array.from({ length: 50 }, () => send('GET', `${api}/users/me`, copied)),
      );
      expect((await ada.call('DELETE', '/users/me/sessions')).status).toBe(200);
      const after = await Promise.all(
        Array.from({ length: 50 }, () => send('GET', `${api}/users/me`, copied)),
      );
      expect(new Set(after.map(({ status }) => status))).toEqual(new Set([401]));
      await hammer;
    },
  },
  {
    id: 'C-009',
    priority: 0,
    what: 'forged values of the session cookie, and those that the database holds',
    async attack({ ada, send, rows }) {
      const [name, token] = [...ada.cookies][0] ?? ['', ''];
      const digests = rows('sessions').map((row) => String(row['token_digest']));
      for (const value of [
        '',
        'null',
        'undefined',
        'x'.repeat(8000),
        token.slice(0, -1),
        `${token}A`,
        token.toLowerCase(),
        ...digests,
      ]) {
        const reply = await send('GET', `${api}/users/me`, {
          headers: { cookie: `${name}=${value}` },
        });
        expect(reply.status).toBe(401);
      }
    },
    tests: [
      ['http/sessions.test.ts', 'forged in any way is refused and breaks nothing'],
      ['http/sessions.test.ts', 'holds nothing that the store holds'],
    ],
  },
  {
    id: 'C-010',
    priority: 0,
    what: 'tokens that can be guessed',
    tests: [
      ['node/secrets.test.ts', 'no two are the same'],
      ['mails/mailed-code.test.ts', 'mailed codes favour no digit at any place'],
    ],
  },
  {
    id: 'C-012',
    priority: 1,
    what: 'two cookies of one name, and headers full of them',
    tests: [
      [
        'http/sessions.test.ts',
        'given twice with different values counts as none, in either order',
      ],
      ['http/sessions.test.ts', 'a cookie is found by its exact name, and rubbish never throws'],
    ],
  },
  {
    id: 'C-013',
    priority: 0,
    what: 'an answer without its headers',
    tests: [
      [
        'http/headers.test.ts',
        'is kept by nobody and shown as a page by nobody, whatever its status',
      ],
    ],
  },
  {
    id: 'C-014',
    priority: 1,
    what: 'cookies over plain http',
    tests: [
      ['http/sessions.test.ts', 'is __Host- and Secure over https, whatever the request says'],
      ['http/options.test.ts', 'nor one that would not be safe'],
    ],
  },
  {
    id: 'C-016',
    priority: 0,
    what: 'the list of sessions as a source of credentials',
    async attack({ ada, send, rows, secrets }) {
      const reply = await ada.call('GET', '/users/me/sessions');
      for (const secret of secrets) expect(reply.text).not.toContain(secret);
      for (const { token_digest: digest } of rows('sessions'))
        expect(reply.text).not.toContain(String(digest));
      const [{ id = '' } = {}] = reply.json['sessions'] as { id?: string }[];
      const name = [...ada.cookies.keys()][0] ?? '';
      expect(
        (await send('GET', `${api}/users/me`, { headers: { cookie: `${name}=${id}` } })).status,
      ).toBe(401);
    },
    tests: [
      [
        'operations/sessions.test.ts',
        'has the one that asks first, then the others by last use, and of each what a person knows it by',
      ],
    ],
  },
  {
    id: 'C-017',
    priority: 0,
    what: 'every write from a page of another site',
    async attack({ ada, send, as }) {
      for (const { method, path } of writes) {
        const { headers } = as(ada, { origin: 'https://evil.test' });
        delete headers['sec-fetch-site'];
        expect((await send(method, api + path, { headers })).status).toBe(403);
      }
    },
  },
  {
    id: 'C-018',
    priority: 0,
    what: 'a page of another site that sends no origin',
    async attack({ ada, send, as }) {
      for (const { method, path } of writes) {
        for (const site of ['cross-site', 'same-site']) {
          expect((await send(method, api + path, as(ada, { 'sec-fetch-site': site }))).status).toBe(
            403,
          );
        }
      }
    },
    tests: [['http/cross-site.test.ts', 'from no page at all: a program sends neither header']],
  },
  {
    id: 'C-020',
    priority: 0,
    what: 'a page without an origin',
    async attack({ ada, send, as }) {
      for (const { method, path } of writes) {
        const { headers } = as(ada, { origin: 'null' });
        delete headers['sec-fetch-site'];
        expect((await send(method, api + path, { headers })).status).toBe(403);
      }
    },
  },
  {
    id: 'C-021',
    priority: 0,
    what: 'origins that only look like ours, many at the same time',
    async attack({ ada, send, as }) {
      const alike = [
        'https://app.example.evil.test',
        'https://evilapp.example',
        'https://app.example:444',
        'http://app.example',
        'https://app.example.',
        'https://APP.EXAMPLE',
        'https://a@app.example',
        'https://accounts.app.example',
        'https://аpp.example',
      ];
      const replies = await Promise.all(
        alike.map((origin) => {
          const { headers } = as(ada, { ...json, origin: Buffer.from(origin).toString('latin1') });
          delete headers['sec-fetch-site'];
          return send('PUT', `${api}/users/me`, { headers, body: '{"name":"x"}' });
        }),
      );
      expect(replies.map(({ status }) => status)).toEqual(alike.map(() => 403));
      expect((await ada.account()).profile.name.value).toBe(people.ada.name);
    },
    tests: [
      ['http/cross-site.test.ts', 'is exact: its neighbours are foreign, also at the same time'],
    ],
  },
  {
    id: 'C-022',
    priority: 0,
    what: 'one method that pretends to be another',
    tests: [
      ['http/paths.test.ts', 'no header or parameter turns one method into another'],
      ['http/paths.test.ts', 'HEAD is GET without its body, and OPTIONS does nothing'],
    ],
  },
  {
    id: 'C-024',
    priority: 0,
    what: 'reading from a page of another site',
    async attack({ ada, send, as }) {
      const reply = await send(
        'GET',
        `${api}/users/me`,
        as(ada, { origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' }),
      );
      expect(
        Object.keys(reply.headers).filter((name) => name.startsWith('access-control')),
      ).toEqual([]);
    },
  },
  {
    id: 'C-025',
    priority: 1,
    what: 'a cache that mixes up origins',
    async attack({ ada, send, as }) {
      for (const origin of ['https://app.example', 'https://evil.test']) {
        const reply = await send('GET', `${api}/users/me`, as(ada, { origin }));
        expect(reply.headers['vary']).toMatch(/\bOrigin\b/);
      }
    },
  },
  {
    id: 'C-026',
    priority: 1,
    what: 'a list of origins with a pattern in it',
    tests: [
      ['http/options.test.ts', 'nor one that would not be safe'],
      ['http/cross-site.test.ts', "'https://*.example'"],
    ],
  },
];
