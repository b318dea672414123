import { expect } from 'vitest';
import type { Attack } from './attack.ts';
import { people } from './world.ts';

/** Logs, saves, accounts that wait for somebody, and settings. */
export const logAttacks: readonly Attack[] = [
  {
    id: 'C-220',
    priority: 0,
    what: 'secrets anywhere',
    tests: [['proofs/canaries.test.ts', 'every operation leaves no secret']],
  },
  {
    id: 'C-221',
    priority: 1,
    what: 'secrets in errors',
    tests: [
      [
        'http/watch.test.ts',
        'says of what broke why, in one line without addresses, links and secrets',
      ],
    ],
  },
  {
    id: 'C-222',
    priority: 0,
    what: 'lines of a log that somebody else writes',
    async attack({ ada, send, as }) {
      for (const text of [
        'a\u001b[31m',
        '%0a{"level":"error"}',
        '\u0085x',
        '"}{"level":"error"',
        'x'.repeat(5000),
      ]) {
        const reply = await send(
          'GET',
          `/api/auth/users/me?${encodeURIComponent(text)}`,
          as(ada, {
            'user-agent': Buffer.from(text)
              .toString('latin1')
              .replace(/[^\x20-\x7e]/g, '?'),
            'x-request-id': encodeURIComponent(text),
          }),
        );
        expect(reply.status).toBe(200);
      }
    },
    tests: [
      [
        'http/watch.test.ts',
        'makes an id where the request brings none, or one that would break a line',
      ],
    ],
  },
  {
    id: 'C-224',
    priority: 0,
    what: 'something that is written down nowhere',
    tests: [
      ['http/route-table.test.ts', 'of %s does and says what its row has'],
      ['http/watch.test.ts', 'is told of every entry that was written, and of none that was not'],
    ],
  },
  { id: 'C-225', priority: 2, what: 'labels of metrics', waitsFor: 'its turn' },
  {
    id: 'C-226',
    priority: 0,
    what: 'a save that overwrites another',
    async attack({ ada, send, as }) {
      const { version } = await ada.account();
      const save = (match: string): Promise<{ status: number }> =>
        send('PUT', '/api/auth/users/me', {
          ...as(ada, { 'content-type': 'application/json', 'if-match': match }),
          body: `{"name":"${match.length} x"}`,
        });
      for (const stale of [
        `"${version - 1}"`,
        `"${version + 1}"`,
        `W/"${version}"`,
        '""',
        '"x"',
        String(version),
      ]) {
        expect((await save(stale)).status).toBe(412);
      }
      expect((await ada.account()).version).toBe(version);
      expect((await save(`"${version}"`)).status).toBe(200);
    },
  },
  {
    id: 'C-228',
    priority: 1,
    what: 'one key of a retry, another body',
    waitsFor: 'keys of retries',
  },
  {
    id: 'C-229',
    priority: 0,
    what: 'one key of a retry, many times at once',
    waitsFor: 'keys of retries',
  },
  {
    id: 'C-230',
    priority: 0,
    what: 'the key of a retry of somebody else',
    waitsFor: 'keys of retries',
  },
  {
    id: 'C-232',
    priority: 1,
    what: 'clients that try again blindly',
    async attack({ ada }) {
      for (let again = 0; again < 5; again++) {
        expect((await ada.call('PUT', '/users/me', { nickname: 'again' })).status).toBe(200);
        expect((await ada.call('DELETE', '/users/me/email/pending')).status).toBe(200);
        expect((await ada.call('DELETE', '/users/me/avatar')).status).toBe(200);
      }
    },
  },
  {
    id: 'C-233',
    priority: 0,
    what: 'an account that waits for its victim',
    tests: [
      [
        'operations/password-reset.test.ts',
        'takes an address that nobody had shown to be theirs from whoever prepared the account',
      ],
    ],
  },
  {
    id: 'C-234',
    priority: 0,
    what: 'the session of an attacker that waits',
    tests: [
      [
        'operations/password-reset.test.ts',
        'opens the door, the old one does not; every session, proof and waiting change ends',
      ],
    ],
  },
  {
    id: 'C-236',
    priority: 0,
    what: 'the change of address of an attacker that waits',
    async attack({ ada, stranger, tokenTo, rows }) {
      await ada.prove('requestEmailChange');
      await ada.call('PUT', '/users/me/email', { newEmail: 'thief@example.com' });
      const theirs = await tokenTo('thief@example.com', '/email/confirm');
      await stranger.call('POST', '/password/forgot', { email: people.ada.email });
      const token = await tokenTo(people.ada.email, '/password/reset');
      expect(
        (
          await stranger.call('POST', '/password/reset', {
            token,
            newPassword: 'another lighthouse keeper',
          })
        ).status,
      ).toBe(200);
      expect(
        (await stranger.call('POST', '/email/verification', { token: theirs })).status,
      ).toBeGreaterThanOrEqual(400);
      expect(rows('accounts').map((row) => row['email'])).toContain(people.ada.email);
    },
  },
  {
    id: 'C-237',
    priority: 0,
    what: 'a provider that says "verified" of anything',
    tests: [
      [
        'operations/provision.test.ts',
        'is verified by true alone, and by nothing that looks like it',
      ],
    ],
  },
  {
    id: 'C-238',
    priority: 1,
    what: 'what is in the package',
    tests: [
      ['architecture/exports.test.ts', 'test('],
      ['e2e/page.test.ts', 'does not give the server’s files away'],
    ],
  },
  {
    id: 'C-240',
    priority: 0,
    what: 'settings that are wrong',
    tests: [
      ['http/options.test.ts', 'a server that cannot be right does not start, and says why'],
      ['http/options.test.ts', 'nor one with an option that nobody reads'],
      ['operations/settings.test.ts', 'what makes no sense is refused at the start, with its name'],
    ],
  },
];
