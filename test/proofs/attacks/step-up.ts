import { expect } from 'vitest';
import type { Attack } from './attack.ts';
import { password, people } from './world.ts';

const next = 'another lighthouse keeper';

/** Proofs of who it is. */
export const stepUpAttacks: readonly Attack[] = [
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
];
