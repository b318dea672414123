import { expect } from 'vitest';
import type { Attack } from './attack.ts';
import { password, people } from './world.ts';

const report = 'operations/email-change-report.test.ts';
const confirm = 'operations/email-change-confirm.test.ts';
const address = 'operations/email-change-address.test.ts';

/** The change of an address, how addresses are written, and mail. */
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
  {
    id: 'C-070',
    priority: 0,
    what: 'upper and lower case',
    tests: [
      [address, 'is one mailbox in any case, composition and form of its domain'],
      [
        'operations/sign-in.test.ts',
        'takes the address in any spelling and the password in none but its own',
      ],
    ],
  },
  {
    id: 'C-072',
    priority: 0,
    what: 'letters that fold into others',
    tests: [[address, 'that folds into somebody’s is refused or is another one']],
  },
  {
    id: 'C-073',
    priority: 1,
    what: 'one address composed in two ways',
    tests: [[address, 'is one mailbox in any case, composition and form of its domain']],
  },
  {
    id: 'C-074',
    priority: 1,
    what: 'domains in other scripts',
    tests: [[address, 'is one mailbox in any case, composition and form of its domain']],
  },
  {
    id: 'C-076',
    priority: 1,
    what: 'names that turn the text around them',
    tests: [
      [
        'operations/profile.test.ts',
        'refuses names that cannot be seen, break lines or turn other text around',
      ],
      [
        'mails/compose-mail.test.ts',
        'a name that is written right to left is isolated in text and HTML',
      ],
    ],
  },
  {
    id: 'C-077',
    priority: 0,
    what: 'tricks of the grammar of addresses',
    async attack({ ada }) {
      await ada.prove('requestEmailChange');
      for (const newEmail of [
        '"a@evil.test x"@ok.test',
        '=?utf-8?q?a=40evil?=@ok.test',
        'a(b)@ok.test',
        'a@b@c.test',
        '<a>@b.test',
        '@x.test:a@b.test',
        'a@[127.0.0.1]',
        'g:a@b.test;',
      ]) {
        expect((await ada.call('PUT', '/users/me/email', { newEmail })).status).toBe(422);
      }
    },
    tests: [
      [
        address,
        'is refused as a list, with quotes, comments, literals, line breaks and encoded words',
      ],
    ],
  },
  {
    id: 'C-078',
    priority: 0,
    what: 'lists of addresses, and parts that are too long',
    tests: [
      [address, 'that is accepted has one @ and nothing strange, and is its own normal form'],
    ],
  },
  {
    id: 'C-080',
    priority: 0,
    what: 'line breaks in an address',
    async attack({ ada, stranger }) {
      await ada.prove('requestEmailChange');
      for (const newEmail of [
        'a@x.test\r\nBcc: e@x.test',
        'a@x.test\nb@y.test',
        'a%0a@x.test\u0000',
        'a\t@x.test',
      ]) {
        expect((await ada.call('PUT', '/users/me/email', { newEmail })).status).toBe(422);
        expect((await stranger.call('POST', '/password/forgot', { email: newEmail })).status).toBe(
          422,
        );
      }
    },
  },
  {
    id: 'C-081',
    priority: 0,
    what: 'line breaks in what stands in headers',
    tests: [
      ['node/smtp-mailer.test.ts', 'keeps line breaks out of its headers'],
      ['mails/compose-mail.test.ts', 'an app name with line breaks does not break a header'],
    ],
  },
  {
    id: 'C-082',
    priority: 0,
    what: 'a mail to more people than one',
    tests: [
      ['node/smtp-mailer.test.ts', 'arrives with its headers, as text and as HTML'],
      ['node/smtp-mailer.test.ts', 'cannot smuggle a second one, nor have files or pages fetched'],
    ],
  },
  {
    id: 'C-084',
    priority: 1,
    what: 'a second mail hidden in one',
    tests: [
      ['node/smtp-mailer.test.ts', 'cannot smuggle a second one, nor have files or pages fetched'],
    ],
  },
  {
    id: 'C-085',
    priority: 1,
    what: 'an attachment hidden in a name',
    tests: [
      ['node/smtp-mailer.test.ts', 'cannot smuggle a second one, nor have files or pages fetched'],
    ],
  },
  {
    id: 'C-086',
    priority: 0,
    what: 'HTML and links in a name',
    tests: [
      ['mails/compose-mail.test.ts', 'stand in the HTML escaped'],
      ['mails/compose-mail.test.ts', 'an address in a sentence is no link'],
    ],
  },
  {
    id: 'C-088',
    priority: 0,
    what: 'a link of one account after its address went to another',
    tests: [
      [confirm, 'cannot be had by a link that was mailed while it was free'],
      [confirm, 'can be taken by nobody else for seven days, and by anybody after'],
    ],
  },
  {
    id: 'C-089',
    priority: 0,
    what: 'a change that outlives the session of the attacker',
    async attack({ ada, browser, stranger, tokenTo }) {
      const thief = browser();
      await thief.call('POST', '/login', { email: people.ada.email, password });
      await thief.prove('requestEmailChange');
      await thief.call('PUT', '/users/me/email', { newEmail: 'thief@example.com' });
      const token = await tokenTo('thief@example.com', '/email/confirm');
      expect((await ada.call('DELETE', '/users/me/sessions')).status).toBe(200);
      expect((await thief.call('GET', '/users/me')).status).toBe(401);
      expect(
        (await stranger.call('POST', '/email/verification', { token })).status,
      ).toBeGreaterThanOrEqual(400);
      expect((await ada.account()).email.address).toBe(people.ada.email);
    },
    tests: [
      [
        'operations/email-change-pending.test.ts',
        'dies with ${how}: no link, and a queued mail is not sent',
      ],
    ],
  },
  {
    id: 'C-090',
    priority: 1,
    what: 'the way back, used for an attack',
    tests: [
      [report, 'works once, and of 16 at once exactly one counts'],
      [report, 'after two more changes still puts back the address that it was mailed to'],
      [report, 'is not in the hands of the new mailbox'],
      [report, 'dies with the account'],
    ],
  },
];
