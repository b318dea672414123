import { expect } from 'vitest';
import type { Attack } from './attack.ts';
import { password, people } from './world.ts';

const report = 'operations/email-change-report.test.ts';
const confirm = 'operations/email-change-confirm.test.ts';
const address = 'operations/email-change-address.test.ts';

/** How addresses are written, and mail. */
export const addressAttacks: readonly Attack[] = [
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
