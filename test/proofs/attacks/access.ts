import { expect } from 'vitest';
import { everyOperation } from '../../http/served.ts';
import { routeTable } from '../../http/route-table.ts';
import type { Attack } from './attack.ts';
import { people } from './world.ts';

const api = '/api/auth';
const guarded = everyOperation.filter(({ name }) => routeTable[name]?.caller === 'session');
const json = { 'content-type': 'application/json' };

/** Access, sessions, cookies, headers. */
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
];
