import { expect } from 'vitest';
import type { Attack } from './attack.ts';
import { password, people } from './world.ts';

const confirm = 'operations/email-change-confirm.test.ts';

/** The change of an address. */
export const emailAttacks: readonly Attack[] = [
  {
    id: 'C-052',
    priority: 0,
    what: 'a change of the address without a proof',
    async attack({ ada, served, rows }) {
      await served.server.deliverDue();
      const mails = served.mails.length;
      const asked = await ada.call('PUT', '/users/me/email', { newEmail: 'x@example.com' });
      expect(asked.json).toMatchObject({
        code: 'step_up_required',
        stepUp: { methods: [{ kind: 'password' }] },
      });
      expect(
        (await ada.call('POST', '/step-up', { purpose: 'requestEmailChange', password: 'wrong' }))
          .status,
      ).toBe(422);
      expect((await ada.call('PUT', '/users/me/email', { newEmail: 'x@example.com' })).status).toBe(
        401,
      );
      await served.server.deliverDue();
      expect(served.mails.length).toBe(mails);
      expect(rows('email_changes')).toEqual([]);
    },
  },
  {
    id: 'C-053',
    priority: 0,
    what: 'an address that waits, used as if it were there',
    async attack({ ada, stranger, served }) {
      await ada.prove('requestEmailChange');
      await ada.call('PUT', '/users/me/email', { newEmail: 'waiting@example.com' });
      expect((await ada.account()).email).toMatchObject({ address: people.ada.email });
      expect(
        (await stranger.call('POST', '/login', { email: 'waiting@example.com', password })).status,
      ).toBe(422);
      await served.server.deliverDue();
      const mails = served.mails.length;
      expect(
        (await stranger.call('POST', '/password/forgot', { email: 'waiting@example.com' })).json,
      ).toEqual({ done: true });
      await served.server.deliverDue();
      expect(served.mails.length).toBe(mails);
    },
    tests: [
      [
        'operations/email-change.test.ts',
        'keeps the old one in every use until the link is followed',
      ],
    ],
  },
  {
    id: 'C-054',
    priority: 0,
    what: 'asking whether somebody has an address',
    async attack({ ada }) {
      const ask = async (newEmail: string): Promise<unknown> => {
        await ada.prove('requestEmailChange');
        const { status, json } = await ada.call('PUT', '/users/me/email', { newEmail });
        return [status, Object.keys(json['account'] as object)];
      };
      // Her address stands in the answer because it was asked for; it is told of by nothing else.
      expect(await ask('free@example.com')).toEqual(
        await ask(`other-${crypto.randomUUID()}@example.com`),
      );
    },
    tests: [
      [
        'operations/email-change.test.ts',
        'is answered, stored and shown as any other, by the same statements',
      ],
      [
        'operations/email-change.test.ts',
        'warns the owner, without a link and without the name of the asker',
      ],
    ],
  },
  {
    id: 'C-056',
    priority: 1,
    what: 'a change to the present address, in any spelling',
    tests: [
      [
        'operations/email-change.test.ts',
        'takes the address in any spelling, and the present one in none',
      ],
    ],
  },
  {
    id: 'C-057',
    priority: 0,
    what: 'a picture that the server fetches',
    waitsFor: 'pictures by address; they come as bytes alone',
  },
  {
    id: 'C-058',
    priority: 0,
    what: 'addresses that are programs',
    waitsFor: 'a field of the profile that holds an address of the web',
  },
  {
    id: 'C-060',
    priority: 0,
    what: 'the proof that somebody owns the new address',
    async attack({ ada, stranger, served, tokenTo }) {
      await ada.prove('requestEmailChange');
      await ada.call('PUT', '/users/me/email', { newEmail: 'new-ada@example.com' });
      const token = await tokenTo('new-ada@example.com', '/email/confirm');
      expect((await stranger.call('POST', '/email/verification', { token })).status).toBe(200);
      expect((await stranger.call('POST', '/email/verification', { token })).json).toMatchObject({
        code: 'link_used',
      });
      expect((await ada.account()).email).toMatchObject({
        address: 'new-ada@example.com',
        verified: true,
      });
      expect(await tokenTo(people.ada.email, '/report')).not.toBe('');
      expect(served.mails.filter(({ to }) => to === 'new-ada@example.com')).toHaveLength(1);
    },
  },
  {
    id: 'C-061',
    priority: 0,
    what: 'guesses of a link',
    async attack({ ada, stranger, tokenTo }) {
      await ada.prove('requestEmailChange');
      await ada.call('PUT', '/users/me/email', { newEmail: 'new-ada@example.com' });
      const token = await tokenTo('new-ada@example.com', '/email/confirm');
      const near = [
        token.toLowerCase(),
        token.slice(1),
        `${token}A`,
        `${token}=`,
        ` ${token}`,
        token.replace(/.$/, (last) => (last === 'A' ? 'E' : 'A')),
      ];
      for (const guess of [...near, ...Array.from({ length: 200 }, () => crypto.randomUUID())]) {
        if (guess === token) continue;
        expect(
          (await stranger.call('POST', '/email/verification', { token: guess })).status,
        ).toBeGreaterThanOrEqual(400);
      }
      expect((await ada.account()).email.address).toBe(people.ada.email);
    },
    tests: [
      [confirm, 'is not opened by a token that differs in anything, and such tries change nothing'],
    ],
  },
  {
    id: 'C-062',
    priority: 0,
    what: 'one’s link in the session of another',
    async attack({ ada, browser, tokenTo }) {
      await ada.prove('requestEmailChange');
      await ada.call('PUT', '/users/me/email', { newEmail: 'new-ada@example.com' });
      const token = await tokenTo('new-ada@example.com', '/email/confirm');
      const third = browser();
      await third.signUp('third@example.com');
      await third.call('POST', '/email/verification', { token });
      expect((await third.account()).email.address).toBe('third@example.com');
    },
    tests: [[confirm, 'acts on its own account in somebody else’s session, and on nobody else’s']],
  },
  {
    id: 'C-064',
    priority: 0,
    what: 'a link after cancel, and cancel after the link',
    tests: [[confirm, 'is refused after cancel; a cancel after it changes nothing']],
  },
  {
    id: 'C-065',
    priority: 0,
    what: 'a link after its end, and a clock that goes back',
    tests: [
      [confirm, 'works until a second before its hour is over, and no second after it'],
      [confirm, 'that has run out stays so when another change is asked for'],
    ],
  },
  {
    id: 'C-066',
    priority: 0,
    what: 'machines that follow links before people do',
    async attack({ ada, send, stranger, tokenTo }) {
      await ada.prove('requestEmailChange');
      await ada.call('PUT', '/users/me/email', { newEmail: 'new-ada@example.com' });
      const token = await tokenTo('new-ada@example.com', '/email/confirm');
      for (let look = 0; look < 20; look++) {
        for (const method of ['GET', 'HEAD', 'OPTIONS']) {
          const reply = await send(method, `/api/auth/email/verification?token=${token}`);
          expect(reply.cookies).toEqual([]);
        }
      }
      expect((await ada.account()).email.address).toBe(people.ada.email);
      const done = await stranger.call('POST', '/email/verification', { token });
      expect([done.status, done.cookies]).toEqual([200, []]);
      expect((await stranger.call('GET', '/users/me')).status).toBe(401);
    },
  },
  {
    id: 'C-068',
    priority: 0,
    what: 'a link that leaves the page by a referrer or a log',
    tests: [
      [
        'react/mailed-link.test.tsx',
        'takes the token out of the address bar, keeps the rest of it, and sends nothing by itself',
      ],
      [
        'mails/compose-mail.test.ts',
        'carry the token behind the #, and only where there is something to answer',
      ],
    ],
  },
  {
    id: 'C-069',
    priority: 0,
    what: 'an address to go on to',
    waitsFor: 'a redirect; the server has none and takes no address to go on to',
  },
];
