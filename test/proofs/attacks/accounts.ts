import { expect } from 'vitest';
import type { Attack } from './attack.ts';
import { password, people } from './world.ts';

const settings = 'store/sql-settings.test.ts';
const federation = 'sign-in through other systems';

/** Other systems, deletion and load. */
export const accountAttacks: readonly Attack[] = [
  ...(['C-156', 'C-157', 'C-158', 'C-160', 'C-162', 'C-164', 'C-165'] as const).map((id) => ({
    id,
    priority: 0 as const,
    what: 'other systems that say who somebody is',
    waitsFor: federation,
  })),
  {
    id: 'C-161',
    priority: 1,
    what: 'an answer of one system, given to another',
    waitsFor: federation,
  },
  {
    id: 'C-166',
    priority: 0,
    what: 'a deletion without a proof, and what is left after one',
    async attack({ ada, browser, send, as, stranger, rows }) {
      const { id } = await ada.account();
      const other = browser();
      await other.call('POST', '/login', { email: people.ada.email, password });
      expect((await ada.call('DELETE', '/users/me')).status).toBe(401);
      await ada.prove('deleteAccount');
      expect(
        (await send('DELETE', '/api/auth/users/me', as(ada, { 'sec-fetch-site': 'cross-site' })))
          .status,
      ).toBe(403);
      const copied = as(ada);
      expect((await ada.call('DELETE', '/users/me')).status).toBe(200);
      expect((await send('GET', '/api/auth/users/me', copied)).status).toBe(401);
      expect((await other.call('GET', '/users/me')).status).toBe(401);
      expect(
        (await stranger.call('POST', '/login', { email: people.ada.email, password })).status,
      ).toBe(422);
      for (const table of ['accounts', 'sessions', 'grants', 'links']) {
        expect(rows(table).filter((row) => row['id'] === id || row['account_id'] === id)).toEqual(
          [],
        );
      }
    },
  },
  {
    id: 'C-168',
    priority: 0,
    what: 'who comes next with the same address',
    tests: [
      [
        'operations/delete-account.test.ts',
        'frees addresses and username, and who comes next inherits nothing',
      ],
    ],
  },
  {
    id: 'C-169',
    priority: 1,
    what: 'a deletion once more',
    async attack({ ada, send, as }) {
      await ada.prove('deleteAccount');
      const copied = as(ada);
      expect((await send('DELETE', '/api/auth/users/me', copied)).status).toBe(200);
      expect((await send('DELETE', '/api/auth/users/me', copied)).status).toBe(401);
    },
    tests: [
      [
        'operations/delete-account.test.ts',
        'happens also when the picture cannot be removed now; it is removed later',
      ],
    ],
  },
  { id: 'C-170', priority: 0, what: 'an export of somebody’s data', waitsFor: 'the export' },
  {
    id: 'C-172',
    priority: 1,
    what: 'one who holds the lock of the database',
    tests: [
      [
        settings,
        'answers unavailable while another connection holds the lock for too long, and changes nothing',
      ],
      ['store/postgres-down.test.ts', 'answers soon when every connection is busy'],
    ],
  },
  {
    id: 'C-173',
    priority: 0,
    what: 'data of the person without end',
    waitsFor: 'metadata, which accounts do not have',
  },
  {
    id: 'C-174',
    priority: 0,
    what: 'hundreds of passwords at once',
    tests: [
      [
        'http/probes.test.ts',
        'are refused with 503 and a time to come back, while reads are answered',
      ],
      ['node/password-hasher.test.ts', 'the event loop goes on meanwhile'],
    ],
  },
  {
    id: 'C-176',
    priority: 0,
    what: 'texts that keep an expression busy',
    async attack({ ada, stranger, send, as }) {
      const long = 7000;
      const bad = [
        'a'.repeat(long),
        'a.'.repeat(long / 2),
        `${'-'.repeat(long)}@`,
        `a@${'a-'.repeat(long / 2)}`,
        `x${' '.repeat(long)}\n`,
        `${'é'.repeat(long / 4)}\u0000`,
      ];
      for (const text of bad) {
        expect((await stranger.call('POST', '/password/forgot', { email: text })).status).toBe(422);
        expect(
          (await ada.call('PUT', '/users/me', { username: text, language: text })).status,
        ).toBe(422);
        expect(
          (await stranger.call('POST', '/login', { email: 'a@example.com', password: text }))
            .status,
        ).toBe(422);
      }
      // Behind the limit of a test's own time: an expression that explodes would not end at all.
      const headers = {
        'accept-language': 'a-'.repeat(2000),
        cookie: ' ;='.repeat(1000),
        'user-agent': '('.repeat(2000),
      };
      expect(
        (await send('PUT', '/api/auth/users/me', as(ada, { ...headers, cookie: headers.cookie })))
          .status,
      ).toBe(401);
    },
    tests: [
      [
        'operations/password-change-policy.test.ts',
        'takes time that grows with a password, but never explodes',
      ],
      ['http/user-agent.test.ts', 'is looked at for 512 characters only'],
    ],
  },
  {
    id: 'C-177',
    priority: 0,
    what: 'bodies that grow when they are unpacked',
    tests: [['http/bodies.test.ts', 'a compressed body']],
  },
  {
    id: 'C-178',
    priority: 1,
    what: 'pages that are asked for with anything',
    async attack({ ada, grace }) {
      for (const query of [
        'limit=-1',
        'limit=1e9',
        'before=x',
        'before=',
        `before=${new Date(0).toISOString()}`,
        'before=2026-01-01T00:00:00.000Z.a.b',
      ]) {
        expect((await ada.call('GET', `/users/me/activity?${query}`)).status).toBe(422);
      }
      const hers = (await grace.call('GET', '/users/me/activity')).json['entries'] as {
        id: string;
        at: string;
      }[];
      const reply = await ada.call(
        'GET',
        `/users/me/activity?before=${hers[0]?.at}.${hers[0]?.id}`,
      );
      const ids = new Set((reply.json['entries'] as { id: string }[]).map(({ id }) => id));
      expect(hers.filter(({ id }) => ids.has(id))).toEqual([]);
    },
    tests: [['operations/activity.test.ts', 'begins nowhere but where a page ended']],
  },
  {
    id: 'C-180',
    priority: 1,
    what: 'an hour of load',
    waitsFor: 'an hour; the figures of `npm run bench -- server` take minutes',
  },
];
