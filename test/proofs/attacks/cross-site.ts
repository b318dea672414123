import { expect } from 'vitest';
import { everyOperation } from '../../http/served.ts';
import type { Attack } from './attack.ts';
import { people } from './world.ts';

const api = '/api/auth';
const writes = everyOperation.filter(({ method }) => method !== 'GET');
const json = { 'content-type': 'application/json' };

/** Pages of other sites. */
export const crossSiteAttacks: readonly Attack[] = [
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
