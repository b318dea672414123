import { expect } from 'vitest';
import { serve } from '../../http/served.ts';
import type { Attack } from './attack.ts';
import { password, people } from './world.ts';

const reset = 'operations/password-reset.test.ts';
const limits = 'operations/sign-in-limits.test.ts';

/** More than there is room for, and what is told by it. */
export const limitAttacks: readonly Attack[] = [
  {
    id: 'C-126',
    priority: 0,
    what: 'ten times as many tries as there is room for, at once',
    tests: [
      [
        'operations/sign-in.test.ts',
        'of 160 wrong tries at once from anywhere at most 10 are looked at',
      ],
      [
        'operations/step-up-limit.test.ts',
        'looks at no more than 10 of 160 wrong passwords at once',
      ],
    ],
  },
  {
    id: 'C-128',
    priority: 0,
    what: 'a thousand addresses of one block',
    tests: [
      [
        'operations/address-block.test.ts',
        'is one for every spelling of every address of a /64, and another for its neighbour',
      ],
      [
        'http/rate-limits.test.ts',
        'are those of the block behind the configured proxies, however it is written',
      ],
    ],
  },
  {
    id: 'C-129',
    priority: 0,
    what: 'a new code for more tries',
    tests: [
      [
        'operations/step-up-limit.test.ts',
        'is one for every way of proving within a session, the old password among them',
      ],
      ['operations/two-factor.test.ts', 'looks at ten codes in five minutes, and locks nothing'],
    ],
  },
  {
    id: 'C-130',
    priority: 0,
    what: 'a hundred wrong tries over days',
    tests: [
      [limits, 'lock the way in at the last one, for good, and tell its owner once'],
      [
        'operations/step-up-limit.test.ts',
        'lock that session at the last one, over days and all ways, and tell its owner once',
      ],
    ],
  },
  {
    id: 'C-132',
    priority: 0,
    what: 'other spellings of a path',
    async attack({ stranger, ada }) {
      for (const path of [
        '//login',
        '/login/',
        '/LOGIN',
        '/%6cogin',
        '/./login',
        '/login;a=b',
        '/login%2f',
        '/users/../login',
      ]) {
        const reply = await stranger.call('POST', path, { email: people.ada.email, password });
        expect(reply.status).toBe(404);
      }
      expect(
        (await ada.call('PUT', '/users/me/email/', { newEmail: 'x@example.com' })).status,
      ).toBe(404);
    },
    tests: [['http/paths.test.ts', 'a path that is not exactly one of ours goes to the host']],
  },
  {
    id: 'C-133',
    priority: 0,
    what: 'a part of the key that the attacker chooses',
    async attack({ stranger }) {
      for (const more of [{ username: 'a' }, { user: 'a' }, { accountId: 'a' }]) {
        expect(
          (
            await stranger.call('POST', '/login', {
              email: people.ada.email,
              password: 'wrong',
              ...more,
            })
          ).status,
        ).toBe(422);
      }
    },
    tests: [
      ['http/rate-limits.test.ts', 'cannot be escaped by headers where nobody is trusted'],
      [limits, 'never becomes known by a secret that was put there'],
    ],
  },
  {
    id: 'C-134',
    priority: 0,
    what: 'a mailbox that is filled',
    tests: [
      [
        reset,
        'is mailed once in a minute and ten times in an hour, and nobody is told that it was not',
      ],
      [
        'operations/email-change.test.ts',
        'takes ten mails an hour to an address, and recovers one by one',
      ],
    ],
  },
  {
    id: 'C-136',
    priority: 1,
    what: 'half of the tries here, half on another server',
    async attack({ served, stranger }) {
      const strict = {
        proofs: [{ count: 4, seconds: 300 }],
        addresses: [],
        signUps: [],
        mails: [],
      };
      const servers = await Promise.all(
        [1, 2].map(() =>
          serve({ store: served.store, origin: 'https://app.example', limits: strict }),
        ),
      );
      const statuses: number[] = [];
      for (const at of [0, 1, 0, 1, 0, 1]) {
        const browser = servers[at]?.browser() ?? stranger;
        const reply = await browser.call('POST', '/login', {
          email: people.ada.email,
          password: 'wrong',
        });
        statuses.push(reply.status);
      }
      expect(statuses).toEqual([422, 422, 422, 422, 429, 429]);
      await Promise.all(servers.map((one) => one.close()));
    },
  },
  {
    id: 'C-137',
    priority: 1,
    what: 'the time that an answer takes',
    tests: [
      [
        'operations/sign-in.test.ts',
        'answers an unknown address, a wrong password and an account without one alike, after equal work',
      ],
      [reset, 'costs the same for an address without account: nobody looks while somebody waits'],
      ['node/password-hasher.test.ts', 'fits no password and takes as long as a real hash'],
    ],
  },
  {
    id: 'C-138',
    priority: 1,
    what: 'a first password of somebody who has none',
    tests: [
      [
        'operations/password-history.test.ts',
        'is set after another proof, opens the door, and is told by mail',
      ],
    ],
  },
  {
    id: 'C-140',
    priority: 0,
    what: 'what should have died with the old password',
    tests: [
      [reset, 'opens the door, the old one does not; every session, proof and waiting change ends'],
      [
        'operations/step-up.test.ts',
        'dies with a change of the password, a confirmed address and a report',
      ],
    ],
  },
];
