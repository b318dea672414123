import { expect } from 'vitest';
import { everyOperation } from '../../http/served.ts';
import type { Attack } from './attack.ts';
import { people } from './world.ts';

const api = '/api/auth';
const json = { 'content-type': 'application/json' };
const withBody = everyOperation.filter(({ operation }) => operation.body === 'json');

/** Mass assignment, types, parsers and prototypes. */
export const inputAttacks: readonly Attack[] = [
  {
    id: 'C-028',
    priority: 0,
    what: 'fields of the server, by other spellings of their path',
    async attack({ ada }) {
      for (const input of [
        { 'app_metadata.role': 'admin' },
        { 'app_metadata[role]': 'admin' },
        { user_metadata: { '..': {} } },
        { role: 'admin' },
        { version: 99 },
        { createdAt: '2000-01-01' },
        { emailVerified: true },
        [{ op: 'replace', path: '/name', value: 'x' }],
      ]) {
        const reply = await ada.call('PUT', '/users/me', input);
        expect(reply.status).toBe(422);
      }
      expect((await ada.account()).profile.name.value).toBe(people.ada.name);
    },
  },
  {
    id: 'C-029',
    priority: 1,
    what: 'keys that look like others',
    async attack({ ada }) {
      for (const key of [
        'Email',
        'EMAIL',
        'NAME',
        'Name',
        'name ',
        'name\u0000',
        'na\u200bme',
        'ｎame',
      ]) {
        expect((await ada.call('PUT', '/users/me', { [key]: 'x' })).status).toBe(422);
      }
    },
  },
  {
    id: 'C-030',
    priority: 0,
    what: 'data of the application through those of the person',
    waitsFor: 'metadata, which accounts do not have',
  },
  {
    id: 'C-032',
    priority: 0,
    what: 'an address through the side door',
    async attack({ ada, served }) {
      await served.server.deliverDue();
      const mails = served.mails.length;
      for (const input of [
        { email: 'n@example.com' },
        { email_verified: true },
        { email: { address: 'n@example.com' } },
      ]) {
        expect((await ada.call('PUT', '/users/me', input)).status).toBe(422);
      }
      await served.server.deliverDue();
      expect(served.mails.length).toBe(mails);
      expect((await ada.account()).email).toMatchObject({
        address: people.ada.email,
        verified: false,
      });
    },
  },
  {
    id: 'C-033',
    priority: 0,
    what: 'more than the contract shows',
    tests: [['http/headers.test.ts', 'never shows more than the contract, whatever is asked for']],
  },
  {
    id: 'C-034',
    priority: 0,
    what: 'characters that mean something to SQL',
    async attack({ ada, stranger, send, as }) {
      for (const text of [
        "' OR 1=1--",
        '\\',
        '$1',
        '%',
        '_',
        "'); DROP TABLE accounts;--",
        '"',
        '`',
        '?',
      ]) {
        const saved = await ada.call('PUT', '/users/me', { name: `a${text}` });
        expect(saved.status).toBe(200);
        expect((await ada.account()).profile.name.value).toBe(`a${text}`);
        expect(
          (await stranger.call('POST', '/login', { email: `${text}@example.com`, password: text }))
            .status,
        ).toBe(422);
        expect(
          (
            await stranger.call('POST', '/password/reset', {
              token: text,
              newPassword: 'a quiet lighthouse',
            })
          ).status,
        ).toBeLessThan(500);
        const path = `${api}/users/me/activity?before=${encodeURIComponent(text)}`;
        expect((await send('GET', path, as(ada, { 'if-match': text }))).status).toBe(422);
      }
    },
  },
  {
    id: 'C-036',
    priority: 0,
    what: 'wrong types, and brackets ten thousand deep',
    async attack({ ada, send, as }) {
      for (const { method, path } of withBody) {
        for (const body of [
          '['.repeat(8000),
          `${'['.repeat(8000)}${']'.repeat(8000)}`,
          `${'{"a":'.repeat(2500)}1${'}'.repeat(2500)}`,
        ]) {
          expect([400, 422]).toContain(
            (await send(method, api + path, { ...as(ada, json), body })).status,
          );
        }
      }
    },
    tests: [['http/bodies.test.ts', 'every operation that reads JSON refuses every wrong type']],
  },
  {
    id: 'C-037',
    priority: 0,
    what: 'one parameter several times',
    async attack({ ada, send, as }) {
      for (const query of ['before=a&before=b', 'before[]=a', 'before=a&user=b']) {
        expect((await send('GET', `${api}/users/me/activity?${query}`, as(ada))).status).toBe(422);
      }
    },
    tests: [
      ['http/bodies.test.ts', 'of one key given twice the last counts, as JSON has it'],
      ['http/resources.test.ts', 'is nothing to a write: what stands in its query is passed over'],
    ],
  },
  {
    id: 'C-038',
    priority: 0,
    what: 'strings that break what reads them',
    async attack({ ada, send, as }) {
      for (const name of [
        '"\\ud800"',
        '"\\u0000"',
        '"\\ufeff"',
        '"\\u0007"',
        '"\\u202e"',
        `"${'a'.repeat(14_000)}"`,
        `"e${'\\u0301'.repeat(2000)}"`,
      ]) {
        const { status } = await send('PUT', `${api}/users/me`, {
          ...as(ada, json),
          body: `{"name":${name}}`,
        });
        // A mark for the order of bytes is no character, so that nothing is left of the name.
        expect([200, 400, 422]).toContain(status);
      }
    },
    tests: [
      [
        'operations/profile.test.ts',
        'refuses names that cannot be seen, break lines or turn other text around',
      ],
      ['store/postgres-conflict.test.ts', 'stores no NUL character, and blames the request for it'],
    ],
  },
  {
    id: 'C-040',
    priority: 1,
    what: 'other alphabets and compressed bodies',
    tests: [
      [
        'http/bodies.test.ts',
        'a content type that is not taken is refused before the body is read',
      ],
      ['http/bodies.test.ts', 'a compressed body'],
    ],
  },
  {
    id: 'C-041',
    priority: 1,
    what: 'every method on every path',
    tests: [
      [
        'http/paths.test.ts',
        'every method that a path does not take is a 405 that names those it takes',
      ],
    ],
  },
  {
    id: 'C-042',
    priority: 1,
    what: 'two requests hidden in one',
    tests: [['http/paths.test.ts', 'two requests in one never become two']],
  },
  {
    id: 'C-044',
    priority: 0,
    what: 'headers that are too many, too long or an attack on somebody else’s router',
    async attack({ ada, send, as }) {
      const many = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`x-a${at}`, 'b']));
      for (const headers of [
        { authorization: 'Basic \u0001'.replace('\u0001', '%%%') },
        { cookie: '=;=;;;"; a=b=c; $Version=1' },
        { 'x-middleware-subrequest': 'middleware' },
        { 'x-rewrite-url': `${api}/users/me` },
        many,
      ]) {
        expect((await send('GET', `${api}/users/me`, { headers })).status).toBe(401);
      }
      const long = await send('GET', `${api}/users/me`, as(ada, { 'x-long': 'x'.repeat(65_000) }));
      expect(long.status).toBe(431);
    },
  },
  {
    id: 'C-045',
    priority: 1,
    what: 'clients that send a byte a second',
    waitsFor: 'a host’s own HTTP server, whose timeouts are its own',
  },
  { id: 'C-046', priority: 2, what: 'odd but legal clients', waitsFor: 'its turn' },
  {
    id: 'C-048',
    priority: 0,
    what: '`__proto__` in JSON',
    async attack({ ada, stranger, send, as }) {
      for (const { method, path } of withBody) {
        const body = '{"__proto__":{"isAdmin":true,"name":"x","password":"x"}}';
        const reply = await send(method, api + path, { ...as(ada, json), body });
        expect(reply.status).toBeGreaterThanOrEqual(400);
      }
      expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
      expect((await stranger.call('GET', '/users/me')).json).not.toHaveProperty('isAdmin');
    },
  },
  {
    id: 'C-049',
    priority: 0,
    what: '`constructor.prototype`, in bodies and queries',
    async attack({ ada, send, as }) {
      const body = '{"constructor":{"prototype":{"isAdmin":true}}}';
      expect((await send('PUT', `${api}/users/me`, { ...as(ada, json), body })).status).toBe(422);
      for (const name of [
        'a[__proto__][isAdmin]',
        '__proto__',
        'constructor',
        '__proto__[isAdmin]',
      ]) {
        const path = `${api}/users/me/activity?${encodeURIComponent(name)}=1`;
        expect((await send('GET', path, as(ada))).status).toBe(422);
      }
      expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
    },
  },
  {
    id: 'C-050',
    priority: 1,
    what: 'names of methods as keys and values',
    async attack({ ada }) {
      for (const key of ['toString', 'hasOwnProperty', 'then', 'toJSON', 'valueOf', 'length']) {
        expect((await ada.call('PUT', '/users/me', { [key]: 'x' })).status).toBe(422);
        expect((await ada.call('PUT', '/users/me', { nickname: key })).status).toBe(200);
      }
    },
  },
];
