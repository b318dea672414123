import { expect } from 'vitest';
import type { Attack } from './attack.ts';

const change = 'operations/password-change.test.ts';
const link = 'operations/password-reset-link.test.ts';
const races = 'proofs/races.test.ts';

/** Many at once. */
export const raceAttacks: readonly Attack[] = [
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
];
