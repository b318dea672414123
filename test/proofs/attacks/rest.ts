import { expect } from 'vitest';
import type { Attack } from './attack.ts';
import { password, people } from './world.ts';

const images = 'node/image-processor.test.ts';
const metadata = 'node/image-processor-metadata.test.ts';
const picture = 'operations/picture.test.ts';
const mail = 'proofs/mail.test.ts';
const smtp = 'node/smtp-mailer.test.ts';
const settings = 'store/sql-settings.test.ts';
const upstream = 'a provider above this server that keeps the accounts';
const federation = 'sign-in through other systems';
const powerLoss = 'a file system that forgets on command; syncs are read off system calls instead';
const diskFaults = 'a disk that can be made to fail; no machine of the tests has one';

/** Pictures, deletion, load, crashes, logs and settings. */
export const otherAttacks: readonly Attack[] = [
  {
    id: 'C-141',
    priority: 0,
    what: 'a picture that is too large, or says another length',
    tests: [
      ['http/bodies.test.ts', 'is refused by its announced length'],
      ['http/bodies.test.ts', 'is refused while it comes when its length is not announced'],
      [picture, 'takes as many bytes as allowed and not one more'],
    ],
  },
  {
    id: 'C-142',
    priority: 1,
    what: 'broken pictures',
    tests: [
      [images, 'bytes that are wrong inside, no bytes, and an SVG'],
      [picture, 'broken files'],
    ],
  },
  {
    id: 'C-144',
    priority: 0,
    what: 'markup that calls itself a picture',
    async attack({ ada }) {
      for (const body of [
        '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        '<!doctype html><script>alert(1)</script>',
        '<?xml version="1.0"?><a/>',
      ]) {
        const reply = await ada.call('PUT', '/users/me/avatar', undefined, {
          headers: { 'content-type': 'image/png' },
          body,
        });
        expect([415, 422]).toContain(reply.status);
      }
      expect((await ada.account()).avatar).toBeNull();
    },
  },
  {
    id: 'C-145',
    priority: 0,
    what: 'pictures that are something else as well',
    tests: [
      [picture, 'files that are something else as well'],
      [metadata, 'EXIF, XMP, comments, text chunks and profiles of every kind of picture go'],
    ],
  },
  {
    id: 'C-146',
    priority: 0,
    what: 'few bytes that become many pixels',
    tests: [
      [images, 'more pixels than allowed'],
      [images, 'a strip of one pixel by two million is no trouble'],
      ['operations/picture-hostile.test.ts', 'ten megabytes that are made to keep a parser busy'],
    ],
  },
  {
    id: 'C-148',
    priority: 0,
    what: 'where a photo was taken',
    tests: [
      [metadata, "a camera's photo carries a GPS position, and nothing of it is stored"],
      [metadata, 'EXIF, XMP, comments, text chunks and profiles of every kind of picture go'],
    ],
  },
  {
    id: 'C-149',
    priority: 1,
    what: 'pictures of other kinds',
    tests: [
      [picture, 'what is no picture that is taken'],
      [images, '16 bits, greys, CMYK, progressive, interlaced, a palette'],
    ],
  },
  {
    id: 'C-150',
    priority: 0,
    what: 'paths out of the folder of the pictures',
    async attack({ send }) {
      for (const path of [
        '../../etc/passwd',
        '..%2f..%2fetc%2fpasswd',
        'a/../../x.webp',
        'a/..%5c..%5cx.webp',
        'a/%00.webp',
        `a/${'x'.repeat(300)}.webp`,
        'C:/x.webp',
        'a/.htaccess',
        'a//x.webp',
        '%2e%2e/%2e%2e/x.webp',
      ]) {
        expect((await send('GET', `/api/auth/avatars/${path}`)).status).toBe(404);
      }
    },
  },
  {
    id: 'C-152',
    priority: 0,
    what: 'a picture that is opened as a page',
    tests: [['http/headers.test.ts', 'are public, for ever, and harmless when they are opened']],
  },
  {
    id: 'C-153',
    priority: 1,
    what: 'a picture on the page of another site',
    tests: [
      [
        'http/headers.test.ts',
        'may be shown by other origins where the host says so or trusts one',
      ],
    ],
  },
  {
    id: 'C-154',
    priority: 0,
    what: 'forms of many parts, whole and broken',
    async attack({ ada }) {
      for (const type of [
        'multipart/form-data',
        'multipart/form-data; boundary=',
        'multipart/form-data; boundary=x',
        'multipart/mixed; boundary=x',
      ]) {
        for (const body of [
          '',
          '--x\r\n',
          '--x\r\nContent-Disposition: form-data; name="__proto__"\r\n\r\n1\r\n--x--',
          '--x\n'.repeat(3000),
        ]) {
          const reply = await ada.call('PUT', '/users/me/avatar', undefined, {
            headers: { 'content-type': type },
            body,
          });
          expect(reply.status).toBe(415);
        }
      }
    },
  },
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
      for (const table of ['accounts', 'sessions', 'grants', 'links', 'audit_log'].filter(
        (name) => name !== 'audit_log',
      )) {
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
      ['store/postgres-down.test.ts', 'answers within a second when every connection is busy'],
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
        `${'a.'.repeat(long / 2)}`,
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
        'accept-language': 'a-'.repeat(6000),
        cookie: ' ;='.repeat(2000),
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
      const ids = (reply.json['entries'] as { id: string }[]).map(({ id }) => id);
      expect(hers.filter(({ id }) => ids.includes(id))).toEqual([]);
    },
    tests: [['operations/activity.test.ts', 'begins nowhere but where a page ended']],
  },
  {
    id: 'C-180',
    priority: 1,
    what: 'an hour of load',
    waitsFor: 'an hour; the figures of `npm run bench -- server` take minutes',
  },
  {
    id: 'C-181',
    priority: 0,
    what: '`kill -9` of a server on SQLite',
    tests: [['proofs/kill.test.ts', 'loses nothing that it acknowledged in']],
  },
  {
    id: 'C-182',
    priority: 0,
    what: '`kill -9` of a server on PostgreSQL',
    tests: [['proofs/kill.test.ts', 'loses nothing that it acknowledged in']],
  },
  {
    id: 'C-184',
    priority: 0,
    what: 'a crash at every single step',
    waitsFor:
      'a tool that stops at the n-th system call; kills at random instants are what is tried',
  },
  {
    id: 'C-185',
    priority: 0,
    what: 'an answer before its sync',
    tests: [
      ['proofs/sync.test.ts', 'PostgreSQL: a commit waits for the disk, as its server says'],
      [settings, 'flushes every commit again when the database is opened once more'],
    ],
  },
  { id: 'C-186', priority: 0, what: 'the loss of power', waitsFor: powerLoss },
  { id: 'C-188', priority: 0, what: 'a full disk', waitsFor: diskFaults },
  { id: 'C-189', priority: 0, what: 'errors of the disk', waitsFor: diskFaults },
  {
    id: 'C-190',
    priority: 1,
    what: 'a folder that cannot be written',
    tests: [
      [
        'node/avatar-storage.test.ts',
        'what cannot be written is an error, and leaves nothing behind',
      ],
    ],
  },
  {
    id: 'C-192',
    priority: 0,
    what: 'PostgreSQL that stops under load',
    tests: [['store/postgres-down.test.ts', 'is told at once, and back when it is up again']],
  },
  {
    id: 'C-193',
    priority: 0,
    what: 'a line that is cut during a commit',
    tests: [['store/postgres-down.test.ts', 'says so when the answer to a commit is lost']],
  },
  {
    id: 'C-194',
    priority: 0,
    what: 'a standby that takes over',
    waitsFor: 'a second PostgreSQL server; whether it has every commit is how it is set up',
  },
  {
    id: 'C-196',
    priority: 0,
    what: 'deadlocks',
    tests: [['store/postgres-conflict.test.ts', 'gives up after some tries, and leaves nothing']],
  },
  {
    id: 'C-197',
    priority: 0,
    what: 'another process that writes to the same SQLite',
    tests: [
      [
        settings,
        'answers unavailable while another connection holds the lock for too long, and changes nothing',
      ],
    ],
  },
  {
    id: 'C-198',
    priority: 1,
    what: 'a log of the database that grows',
    waitsFor: 'ten minutes of a reader that holds it',
  },
  {
    id: 'C-200',
    priority: 0,
    what: 'a mail server that is down',
    tests: [
      [mail, 'a mail server that is down: requests go on, and every mail comes once it is up'],
      ['mails/deliver-mail.test.ts', 'is dropped when the time of the link is over'],
    ],
  },
  {
    id: 'C-201',
    priority: 0,
    what: 'a mail server that is slow',
    tests: [['mails/deliver-mail.test.ts', 'does not hold up the mails that it takes']],
  },
  {
    id: 'C-202',
    priority: 0,
    what: 'a line that is cut after the mail',
    tests: [
      [
        mail,
        'a line that is cut after the mail was taken: it comes twice at most, under the same id',
      ],
      [smtp, 'carries the same message id at every try'],
    ],
  },
  {
    id: 'C-204',
    priority: 0,
    what: 'certificates that nobody trusts',
    tests: [
      [
        'node/smtp-mailer-security.test.ts',
        'a certificate that nobody trusts, or of another host, is refused',
      ],
    ],
  },
  {
    id: 'C-205',
    priority: 1,
    what: 'every answer of a mail server',
    tests: [
      [smtp, 'is final when it refuses the recipient for good'],
      [smtp, 'may be tried again when it says later, or refuses us rather than the mail'],
      [
        'mails/deliver-mail.test.ts',
        'for some 50 hours makes a dead letter, which is never tried again',
      ],
    ],
  },
  {
    id: 'C-206',
    priority: 0,
    what: 'a dispatcher that is killed',
    tests: [
      [
        mail,
        'a dispatcher that is killed while it sends: nothing is lost, and a kill brings one more copy of a mail at most',
      ],
    ],
  },
  {
    id: 'C-208',
    priority: 1,
    what: 'many mails that wait',
    tests: [
      ['mails/deliver-mail.test.ts', 'is emptied: every mail leaves once, and nothing is left'],
    ],
  },
  ...(['C-209', 'C-210', 'C-212'] as const).map((id) => ({
    id,
    priority: 0 as const,
    what: 'a provider that fails',
    waitsFor: upstream,
  })),
  {
    id: 'C-213',
    priority: 0,
    what: 'functions of the host that fail',
    tests: [
      ['http/watch.test.ts', 'that throws, rejects or never settles changes nothing'],
      ['http/place.test.ts', 'is none where the function throws, rejects or does not come back'],
    ],
  },
  {
    id: 'C-214',
    priority: 0,
    what: 'a stop under load',
    tests: [
      [
        'http/probes.test.ts',
        'fails nobody who keeps a connection open: 50 requests a client, closed in the middle',
      ],
    ],
  },
  {
    id: 'C-216',
    priority: 1,
    what: 'two versions on one database',
    waitsFor: 'a second published version',
  },
  {
    id: 'C-217',
    priority: 1,
    what: 'a backup that is put back',
    waitsFor: 'a command for backups; the database has its own',
  },
  {
    id: 'C-218',
    priority: 0,
    what: 'a storage of pictures that fails',
    tests: [
      [
        'operations/avatar.test.ts',
        'survives a storage that fails on the new one, which is cleaned up an hour later',
      ],
    ],
  },
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
