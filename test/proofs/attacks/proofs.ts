import { expect } from 'vitest';
import { serve } from '../../http/served.ts';
import type { Attack } from './attack.ts';
import { password, people } from './world.ts';

const change = 'operations/password-change.test.ts';
const policy = 'operations/password-change-policy.test.ts';
const reset = 'operations/password-reset.test.ts';
const link = 'operations/password-reset-link.test.ts';
const limits = 'operations/sign-in-limits.test.ts';
const races = 'proofs/races.test.ts';
const next = 'another lighthouse keeper';

/** Passwords, step-up, races, limits. */
export const proofAttacks: readonly Attack[] = [
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
      const use = async (token: string): Promise<number> =>
        (await stranger.call('POST', '/password/reset', { token, newPassword: next })).status;
      expect(await use(older)).toBeGreaterThanOrEqual(400);
      expect(await use(newer)).toBe(200);
      expect(await use(newer)).toBeGreaterThanOrEqual(400);
      await stranger.call('POST', '/password/forgot', { email: people.ada.email });
      const late = await tokenTo(people.ada.email, '/password/reset');
      served.clock.forward(3600);
      expect(await use(late)).toBeGreaterThanOrEqual(400);
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
  {
    id: 'C-104',
    priority: 0,
    what: 'one proof for two operations',
    async attack({ ada, send, as }) {
      await ada.prove('changePassword');
      const copied = as(ada, { 'content-type': 'application/json' });
      expect((await ada.call('PUT', '/users/me/password', { newPassword: next })).status).toBe(200);
      const again = await send('PUT', '/api/auth/users/me/password', {
        ...copied,
        body: JSON.stringify({ newPassword: `${next} again` }),
      });
      expect(again.json).toMatchObject({ code: 'step_up_required' });
    },
  },
  {
    id: 'C-105',
    priority: 0,
    what: 'a proof in another session, of another person, after the sign-out',
    async attack({ ada, grace, browser }) {
      await ada.prove('deleteAccount');
      const grant = [...ada.cookies].find(([name]) => name.includes('grant')) ?? ['', ''];
      const other = browser();
      await other.call('POST', '/login', { email: people.ada.email, password });
      for (const one of [other, grace]) {
        one.cookies.set(...grant);
        expect((await one.call('DELETE', '/users/me')).status).toBe(401);
        one.cookies.delete(grant[0]);
      }
      await ada.call('POST', '/logout');
      await ada.call('POST', '/login', { email: people.ada.email, password });
      ada.cookies.set(...grant);
      expect((await ada.call('DELETE', '/users/me')).status).toBe(401);
    },
  },
  {
    id: 'C-106',
    priority: 0,
    what: 'what is handed out half-way',
    tests: [
      [
        'http/sign-in.test.ts',
        'starts nothing by the password alone: no cookie at all, and the session that was there stays',
      ],
      [
        'operations/sign-in-second-factor.test.ts',
        'leaves nothing of a refusal but counts and the log',
      ],
    ],
  },
  {
    id: 'C-108',
    priority: 0,
    what: 'a proof for something else, and other secrets as a proof',
    async attack({ ada, stranger, tokenTo }) {
      await ada.prove('changePassword');
      const [, secret = ''] = [...ada.cookies].find(([name]) => name.includes('grant')) ?? [];
      const session = ada.cookies.get('__Host-selvedge-session') ?? '';
      await stranger.call('POST', '/password/forgot', { email: people.ada.email });
      const token = await tokenTo(people.ada.email, '/password/reset');
      for (const value of [secret, session, token, 'null', 'true']) {
        ada.cookies.set('__Host-selvedge-grant-deleteAccount', value);
        expect((await ada.call('DELETE', '/users/me')).status).toBe(401);
      }
    },
  },
  {
    id: 'C-109',
    priority: 0,
    what: 'a sign-in without a time, or with one that cannot be',
    tests: [
      [
        'operations/step-up-sign-in.test.ts',
        'an older, future, absent or garbled sign-in proves nothing',
      ],
    ],
  },
  {
    id: 'C-110',
    priority: 0,
    what: 'a way of proving that the client chooses',
    async attack({ ada }) {
      const step = (input: object): Promise<{ status: number; cookies: string[] }> =>
        ada.call('POST', '/step-up', { purpose: 'deleteAccount', ...input });
      for (const input of [
        {},
        { method: 'none' },
        { emailCode: '123456' },
        { totpCode: '123456' },
        { recoveryCode: 'AAAAA-AAAAA' },
        { purpose: 'everything', password },
        { password, totpCode: '123456' },
      ]) {
        const reply = await step(input);
        expect([reply.status >= 400, reply.cookies]).toEqual([true, []]);
      }
      expect((await ada.call('DELETE', '/users/me')).status).toBe(401);
    },
    tests: [
      [
        'operations/step-up-methods.test.ts',
        'that are not offered prove nothing, are not looked at, and answer those that are',
      ],
    ],
  },
  {
    id: 'C-112',
    priority: 0,
    what: 'one link, many new passwords',
    tests: [
      [races, 'the link to choose a new password'],
      [link, 'of 16 that race with one exactly one sets its password, and one notice leaves'],
    ],
  },
  {
    id: 'C-113',
    priority: 0,
    what: 'one proof, many deletions',
    tests: [
      [races, 'the proof for a deletion'],
      ['operations/delete-account.test.ts', 'of 16 with one proof happens once, with one notice'],
    ],
  },
  {
    id: 'C-114',
    priority: 0,
    what: 'one proof or code, many operations',
    tests: [
      [races, 'the proof for one operation'],
      [races, 'a code of the authenticator app'],
      [races, 'a recovery code'],
    ],
  },
  {
    id: 'C-116',
    priority: 0,
    what: 'two accounts, one address',
    tests: [
      [
        'operations/email-change-confirm.test.ts',
        'of two accounts that follow theirs to one address at once exactly one gets it',
      ],
    ],
  },
  {
    id: 'C-117',
    priority: 0,
    what: 'a link and a cancel',
    tests: [
      [
        'operations/email-change-confirm.test.ts',
        'ends as cancelled or as confirmed when both come at once, never as both',
      ],
    ],
  },
  {
    id: 'C-118',
    priority: 0,
    what: 'a link and a resend',
    tests: [
      [
        'operations/email-change-pending.test.ts',
        'that is confirmed while it is mailed again is over',
      ],
    ],
  },
  {
    id: 'C-120',
    priority: 0,
    what: 'a new password and a sign-in with the old one',
    tests: [
      [
        'operations/sign-in.test.ts',
        'with the old password while it is changed starts no session that lives on',
      ],
      [
        change,
        'of two sessions that set one at once with proofs of their own exactly one does, and goes on',
      ],
    ],
  },
  {
    id: 'C-121',
    priority: 0,
    what: 'the last two ways in, both removed',
    tests: [
      ['operations/passkeys.test.ts', 'the last way in stays'],
      [
        '../src/testing/store-passkeys.ts',
        'stays when two race to remove the last two ways to sign in',
      ],
    ],
  },
  {
    id: 'C-122',
    priority: 0,
    what: 'a deletion and everything else',
    tests: [
      [
        'operations/delete-account.test.ts',
        'against everything else at once stays done, and nothing is half there',
      ],
    ],
  },
  {
    id: 'C-124',
    priority: 0,
    what: 'many saves of one version',
    tests: [
      [
        'operations/profile.test.ts',
        'of 16 saves from one version exactly one wins, whole; the rest get the newest account',
      ],
      ['http/step-up.test.ts', 'lets exactly one of two writes through'],
    ],
  },
  {
    id: 'C-125',
    priority: 0,
    what: 'any request and a sign-out',
    async attack({ ada, send, as }) {
      const copied = as(ada);
      const asking = Array.from({ length: 30 }, () => send('GET', '/api/auth/users/me', copied));
      const out = ada.call('POST', '/logout');
      const statuses = (await Promise.all(asking)).map(({ status }) => status);
      await out;
      expect(statuses.filter((status) => status !== 200 && status !== 401)).toEqual([]);
      expect((await send('GET', '/api/auth/users/me', copied)).status).toBe(401);
    },
  },
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
