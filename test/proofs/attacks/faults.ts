import type { Attack } from './attack.ts';

const mail = 'proofs/mail.test.ts';
const smtp = 'node/smtp-mailer.test.ts';
const settings = 'store/sql-settings.test.ts';
const upstream = 'a provider above this server that keeps the accounts';
const powerLoss = 'a file system that forgets on command; syncs are read off system calls instead';

/** Crashes, disks, databases and mail servers. */
export const faultAttacks: readonly Attack[] = [
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
  {
    id: 'C-188',
    priority: 0,
    what: 'a full disk',
    tests: [['proofs/full-disk.test.ts', 'a disk that is full refuses writes']],
  },
  {
    id: 'C-189',
    priority: 0,
    what: 'a disk that refuses to write',
    tests: [['proofs/full-disk.test.ts', 'a disk that is full refuses writes']],
  },
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
];
