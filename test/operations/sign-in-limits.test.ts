import { expect, test } from 'vitest';
import { requestPasswordReset, resetPassword } from '../../src/server/operations/password-reset.ts';
import { signIn } from '../../src/server/operations/sign-in.ts';
import { signUp } from '../../src/server/operations/sign-up.ts';
import { eventsOf, logOf, mailed } from './rule-traces.ts';
import type { RuleWorld, WorldOptions } from './rule-world.ts';
import {
  ada,
  entry,
  grace,
  home,
  newPassword,
  onEveryStore,
  outcome,
  refusal,
  tallyBurst,
  wrongPassword,
} from './rule-world.ts';

interface Credentials {
  email: string;
  password: string;
}

const right: Credentials = { email: ada.email, password: ada.password };
const wrong: Credentials = { email: ada.email, password: wrongPassword };
const wrongCredentials = 'validation_failed  wrong_credentials';

type Place = Partial<typeof home> & { device?: string | null };

const enter = (world: RuleWorld, input: Credentials, place: Place = {}) =>
  outcome(signIn(world.ports, entry(input, place)));

/** Signs in and answers what the browser's cookie then holds. */
async function know(world: RuleWorld, place: Place = {}, who: Credentials = right) {
  const { device } = await signIn(world.ports, entry(who, place));
  return device ?? place.device ?? '';
}

const inARow = (proofsInARow: number, more: WorldOptions = {}): WorldOptions => ({
  ...more,
  settings: { limits: { proofs: [], addresses: [], proofsInARow } },
});

onEveryStore('a browser', (open) => {
  test('is known after the first sign-in, and a new one is told of by mail', async () => {
    const world = await open();
    const from = { browser: 'Firefox', system: 'Linux', place: 'Vienna' };
    const first = await signIn(world.ports, entry(right, { from }));
    expect(first.device).toMatch(/^[\w-]{43}$/);
    expect(first.session.from).toEqual(from);
    const { device } = first;
    const again = await signIn(world.ports, entry(right, { device }));
    expect(again.device).toBeNull();
    expect(await mailed(world)).toEqual([`new_sign_in ${ada.email}`]);
    expect(await world.dump()).not.toContain(device);
    const entered = (await logOf(world, 'ada')).filter(({ event }) => event === 'signed_in');
    expect(entered.map(({ sessionId }) => sessionId).toSorted()).toEqual(
      [first.session.id, again.session.id].toSorted(),
    );
    expect(entered.map((one) => one.from)).toContainEqual(from);
  });

  test('that made the account is known from the start', async () => {
    const world = await open();
    const input = { email: 'new@example.com', password: newPassword };
    const { device } = await signUp(world.ports, entry(input));
    const again = await signIn(world.ports, entry(input, { device }));
    expect(again.device).toBeNull();
    expect(await mailed(world)).toEqual(['email_verification new@example.com']);
  });

  test('is known to several people who share it, to each by a secret of their own', async () => {
    const world = await open();
    const hers = { email: grace.email, password: grace.password };
    const device = await know(world);
    const both = await know(world, { device }, hers);
    expect(both).toHaveLength(86);
    expect(both.slice(43)).toBe(device);
    expect(await know(world, { device: both })).toBe(both);
    expect(await know(world, { device: both }, hers)).toBe(both);
    expect(await mailed(world)).toEqual([`new_sign_in ${ada.email}`, `new_sign_in ${grace.email}`]);
    // What one of them has is nothing to the other.
    expect(await know(world, { device }, hers)).not.toBe(device);
  });

  test('never becomes known by a secret that was put there', async () => {
    const world = await open();
    const hers = { email: grace.email, password: grace.password };
    for (const planted of [world.ports.secrets.mintSecret(), await know(world, {}, hers)]) {
      const device = await know(world, { device: planted });
      expect(device).not.toBe(planted);
      const digest = world.ports.secrets.digest(planted);
      expect(await world.ports.store.findDevice(digest, 'ada')).toBe(false);
    }
  });

  test('remembers the five who signed in last, and reads no other cookie', async () => {
    const world = await open();
    let device: string | null = null;
    for (let index = 0; index < 7; index++) {
      const input = { email: `p${index}@example.com`, password: newPassword };
      device = (await signUp(world.ports, entry(input, { device }))).device;
    }
    expect(device).toHaveLength(5 * 43);
    for (const cookie of ['', 'x', ' '.repeat(43), 'x'.repeat(42), '\u{1F600}'.repeat(43)]) {
      const fresh = await know(world, { device: cookie });
      expect(fresh).toMatch(/^[\w-]{43}$/);
    }
    const junk = 'x'.repeat(43 * 1000);
    const { store } = world.ports;
    let looked = 0;
    world.ports.store = {
      ...store,
      findDevice: (...asked) => (looked++, store.findDevice(...asked)),
    };
    expect((await know(world, { device: junk })).length).toBe(5 * 43);
    expect(looked).toBe(5);
  });
});

onEveryStore('a sign-in that fails', (open) => {
  test('is written down for the account, with how and from where, and for nobody else', async () => {
    const world = await open();
    const from = { browser: 'Chrome', system: 'Windows', place: null };
    expect(await enter(world, wrong, { from })).toBe(wrongCredentials);
    await enter(world, { ...wrong, email: 'nobody@example.com' });
    expect(await eventsOf(world, 'ada')).toEqual(['sign_in_failed']);
    const failed = (await logOf(world, 'ada')).find(({ event }) => event === 'sign_in_failed');
    expect(failed).toMatchObject({ sessionId: null, from, details: { method: 'password' } });
    expect(await eventsOf(world, 'grace')).toEqual([]);
    const dump = await world.dump();
    for (const text of ['nobody@', wrongPassword]) expect(dump).not.toContain(text);
  });
});

onEveryStore('wrong tries in a row', (open) => {
  test('lock the way in at the last one, for good, and tell its owner once', async () => {
    const world = await open(inARow(5));
    for (let index = 0; index < 4; index++) {
      expect(await enter(world, wrong)).toBe(wrongCredentials);
      world.clock.advance(86_400);
    }
    expect(await mailed(world)).toEqual([]);
    expect(await enter(world, wrong)).toBe(wrongCredentials);
    expect(await mailed(world)).toEqual([`password_locked ${ada.email}`]);
    expect(await eventsOf(world, 'ada')).toContain('password_locked');
    world.clock.advance(86_400);
    expect(await enter(world, right)).toBe('password_locked');
    expect(await enter(world, wrong)).toBe('password_locked');
    expect(await mailed(world)).toHaveLength(1);
  });

  test('are forgotten by a right one', async () => {
    const world = await open(inARow(3));
    const device = await know(world);
    for (let round = 0; round < 3; round++) {
      for (const place of [{}, { device }]) {
        expect(await enter(world, wrong, place)).toBe(wrongCredentials);
        expect(await enter(world, wrong, place)).toBe(wrongCredentials);
        expect(await enter(world, right, place)).toBe('done');
      }
    }
  });

  test('of strangers lock out neither a known browser nor a session, and theirs no strangers', async () => {
    const world = await open(inARow(3));
    const device = await know(world);
    const her = await world.signIn(ada);
    for (const _ of [1, 2, 3]) await enter(world, wrong);
    expect(await enter(world, right)).toBe('password_locked');
    expect(await enter(world, right, { device })).toBe('done');
    expect(await outcome(her.prove('deleteAccount'))).toBe('done');
    for (const _ of [1, 2, 3]) await enter(world, wrong, { device });
    expect(await enter(world, right, { device })).toBe('password_locked');
    expect(await outcome(her.prove('deleteAccount'))).toBe('done');
    const other = { email: grace.email, password: grace.password };
    expect(await enter(world, other)).toBe('done');
  });

  test('from a browser that another account knows are a stranger’s', async () => {
    const world = await open(inARow(3));
    const device = await know(world, {}, { email: grace.email, password: grace.password });
    for (const _ of [1, 2, 3]) await enter(world, wrong, { device });
    expect(await enter(world, right)).toBe('password_locked');
  });

  test('to an address without account end in the same answers', async () => {
    const answers: string[][] = [];
    for (const email of [ada.email, 'nobody@example.com']) {
      const world = await open(inARow(3));
      const tries: string[] = [];
      for (let index = 0; index < 5; index++) {
        tries.push(await enter(world, { ...wrong, email }));
      }
      answers.push(tries);
    }
    expect(answers[0]).toEqual([
      ...Array.from({ length: 3 }, () => wrongCredentials),
      'password_locked',
      'password_locked',
    ]);
    expect(answers[1]).toEqual(answers[0]);
  });

  test('of 160 at once are looked at as often as there is room', async () => {
    const world = await open(inARow(100));
    const tries = Array.from({ length: 160 }, () => signIn(world.ports, entry(wrong)));
    const counts = await tallyBurst(tries, 'password_locked');
    expect(counts).toEqual({ [wrongCredentials]: 100, password_locked: 60 });
    expect(await mailed(world)).toEqual([`password_locked ${ada.email}`]);
  });

  test('are forgotten with a reset of the password', async () => {
    const world = await open(inARow(2));
    const device = await know(world);
    for (const _ of [1, 2]) {
      await enter(world, wrong);
      await enter(world, wrong, { device });
    }
    expect(await enter(world, right)).toBe('password_locked');
    expect(await enter(world, right, { device })).toBe('password_locked');
    await requestPasswordReset(world.ports, { ...home, input: { email: ada.email } });
    await world.deliver();
    const page = world.ports.settings.pages.passwordReset;
    const mail = world.mailbox.list().find(({ text }) => text.includes(page));
    const token = /#token=([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
    await resetPassword(world.ports, { ...home, input: { token, newPassword } });
    const next = { email: ada.email, password: newPassword };
    expect(await enter(world, next)).toBe('done');
    expect(await enter(world, next, { device })).toBe('done');
  });
});

onEveryStore('an address block', (open) => {
  const few = (more = {}): WorldOptions => ({
    settings: { limits: { proofs: [], addresses: [{ count: 3, seconds: 300 }], ...more } },
  });
  const spellings = [
    '2001:db8::1',
    '2001:db8:0:0:ffff::',
    '[2001:0DB8::2]:443',
    '2001:db8::9%eth0',
  ];

  test('signs in so often, whatever the accounts, and however it is spelled', async () => {
    const world = await open(few());
    const others = [ada, grace, { email: 'nobody@example.com', password: 'x' }] as const;
    for (const [index, { email, password }] of others.entries()) {
      const address = spellings[index] ?? '';
      await enter(world, { email, password }, { address });
    }
    const refused = await refusal(
      signIn(world.ports, entry(right, { address: spellings[3] ?? '' })),
    );
    expect([refused.code, refused.retryAfterSeconds]).toEqual(['rate_limited', 300]);
    expect(await enter(world, right, { address: '2001:db8:0:1::1' })).toBe('done');
    world.clock.advance(300);
    expect(await enter(world, right, { address: '2001:db8::1' })).toBe('done');
  });

  test('of an IPv4 address is the same inside of IPv6', async () => {
    const world = await open(few());
    for (const address of ['192.0.2.7', '::ffff:192.0.2.7', '::ffff:c000:207']) {
      expect(await enter(world, right, { address })).toBe('done');
    }
    expect(await enter(world, right, { address: '192.0.2.7' })).toBe('rate_limited');
    expect(await enter(world, right, { address: '192.0.2.8' })).toBe('done');
  });

  test('that is not known is one for all', async () => {
    const world = await open(few());
    for (const address of [null, 'unknown', '']) await enter(world, wrong, { address });
    expect(await enter(world, right, { address: null })).toBe('rate_limited');
    expect(await enter(world, right, { address: '192.0.2.7' })).toBe('done');
  });

  test('asks so often whether an address is taken, and makes so many accounts', async () => {
    const make = (world: RuleWorld, index: number) =>
      outcome(
        signUp(world.ports, entry({ email: `p${index}@example.com`, password: newPassword })),
      );
    const world = await open(few());
    const taken = entry({ email: ada.email, password: newPassword });
    for (const _ of [1, 2, 3]) {
      expect(await outcome(signUp(world.ports, taken))).toBe('email_taken /email taken');
    }
    expect(await outcome(signUp(world.ports, taken))).toBe('rate_limited');
    expect(await make(world, 0)).toBe('rate_limited');
    // Signing in is counted apart.
    expect(await enter(world, right)).toBe('done');
    const roomy = await open(few({ addresses: [], signUps: [{ count: 2, seconds: 3600 }] }));
    expect([await make(roomy, 1), await make(roomy, 1), await make(roomy, 2)]).toEqual([
      'done',
      'email_taken /email taken',
      'done',
    ]);
    expect(await make(roomy, 3)).toBe('rate_limited');
    roomy.clock.advance(3600);
    expect(await make(roomy, 3)).toBe('done');
  });
});
