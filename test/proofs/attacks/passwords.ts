import { expect } from 'vitest';
import type { Attack } from './attack.ts';
import { password, people } from './world.ts';

const change = 'operations/password-change.test.ts';
const policy = 'operations/password-change-policy.test.ts';
const reset = 'operations/password-reset.test.ts';
const link = 'operations/password-reset-link.test.ts';
const next = 'another lighthouse keeper';

/** Passwords and new ones. */
export const passwordAttacks: readonly Attack[] = [
  {
    id: 'C-092',
    priority: 0,
    what: 'rules of composition',
    tests: [[policy, 'has no composition rule by default']],
  },
  {
    id: 'C-093',
    priority: 0,
    what: 'long passwords, in any script',
    tests: [
      [change, 'is the same in NFC and NFD, at sign-in, at step-up and as the old one'],
      [policy, 'takes 15 and 256 code points and refuses 14 and 257'],
    ],
  },
  {
    id: 'C-094',
    priority: 0,
    what: 'passwords that everybody has',
    tests: [
      [policy, 'the list of common passwords'],
      [
        change,
        'is asked of the host’s blocklist too, and a blocklist that fails lets nothing pass',
      ],
    ],
  },
  {
    id: 'C-096',
    priority: 0,
    what: 'passwords of which only a part counts',
    tests: [[change, 'keeps its blanks, its case and its end: nothing is trimmed, folded or cut']],
  },
  {
    id: 'C-097',
    priority: 0,
    what: 'a change without the present password, or with a wrong one',
    async attack({ ada, rows }) {
      const hashes = (): unknown[] => rows('accounts').map((row) => row['password_hash']);
      const before = hashes();
      expect(
        (await ada.call('PUT', '/users/me/password', { newPassword: next, oldPassword: password }))
          .status,
      ).toBe(401);
      await ada.prove('changePassword');
      for (const oldPassword of ['wrong', '', [password], null, {}]) {
        expect(
          (await ada.call('PUT', '/users/me/password', { newPassword: next, oldPassword })).status,
        ).toBe(422);
      }
      expect((await ada.call('PUT', '/users/me/password', { newPassword: password })).status).toBe(
        422,
      );
      expect(hashes()).toEqual(before);
    },
  },
  {
    id: 'C-098',
    priority: 0,
    what: 'a new password of which nobody hears',
    tests: [
      [
        change,
        'is told to the account by one mail, without the password and without a link to set one',
      ],
      [
        reset,
        'is told to the address by one notice, with its origin and a link that ends everything',
      ],
    ],
  },
  {
    id: 'C-100',
    priority: 0,
    what: 'a link to a new password, once more, too late, or an older one',
    async attack({ stranger, served, tokenTo, secrets }) {
      secrets.add(next);
      await stranger.call('POST', '/password/forgot', { email: people.ada.email });
      const older = await tokenTo(people.ada.email, '/password/reset');
      await stranger.call('POST', '/password/forgot', { email: people.ada.email });
      const newer = await tokenTo(people.ada.email, '/password/reset');
      expect(newer).not.toBe(older);
      const follow = async (token: string): Promise<number> =>
        (await stranger.call('POST', '/password/reset', { token, newPassword: next })).status;
      expect(await follow(older)).toBeGreaterThanOrEqual(400);
      expect(await follow(newer)).toBe(200);
      expect(await follow(newer)).toBeGreaterThanOrEqual(400);
      await stranger.call('POST', '/password/forgot', { email: people.ada.email });
      const late = await tokenTo(people.ada.email, '/password/reset');
      served.clock.forward(3600);
      expect(await follow(late)).toBeGreaterThanOrEqual(400);
    },
    tests: [[link, 'is dead once a newer one was mailed']],
  },
  {
    id: 'C-101',
    priority: 0,
    what: 'parameters that name somebody else',
    async attack({ grace, stranger, tokenTo }) {
      const { id } = await grace.account();
      for (const email of [
        [people.ada.email, 'evil@example.com'],
        { a: people.ada.email },
        `${people.ada.email},evil@example.com`,
      ]) {
        expect((await stranger.call('POST', '/password/forgot', { email })).status).toBe(422);
      }
      await stranger.call('POST', '/password/forgot', { email: people.ada.email });
      const token = await tokenTo(people.ada.email, '/password/reset');
      for (const more of [{ userId: id }, { email: people.grace.email }]) {
        expect(
          (await stranger.call('POST', '/password/reset', { token, newPassword: next, ...more }))
            .status,
        ).toBe(422);
      }
    },
  },
  {
    id: 'C-102',
    priority: 0,
    what: 'a new password as a way around the second factor',
    async attack({ stranger, tokenTo }) {
      await stranger.call('POST', '/password/forgot', { email: people.ada.email });
      const token = await tokenTo(people.ada.email, '/password/reset');
      const done = await stranger.call('POST', '/password/reset', { token, newPassword: next });
      expect([done.status, done.cookies]).toEqual([200, []]);
      expect((await stranger.call('GET', '/users/me')).status).toBe(401);
    },
    tests: [[reset, 'leaves the second factor asked for, and may be shorter beside it']],
  },
];
