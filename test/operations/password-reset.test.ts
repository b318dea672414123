import { expect, test } from 'vitest';
import { createDispatcher } from '../../src/server/operations/deliver-mail.ts';
import { signIn } from '../../src/server/operations/sign-in.ts';
import { addPasskey } from './passkey-visitor.ts';
import { logOf, outbox } from './rule-traces.ts';
import type { RuleWorld, WorldOptions } from './rule-world.ts';
import {
  ada,
  entry,
  grace,
  newPassword,
  noon,
  onEveryStore,
  outcome,
  refusal,
} from './rule-world.ts';
import { switchOn } from './second-factor.ts';

const unknown = 'nobody@example.com';
const here = { browser: 'Firefox', system: 'macOS', place: 'Vienna' };
const wrongCredentials = 'validation_failed  wrong_credentials';

const by = (world: RuleWorld, password: string, email: string = ada.email): Promise<string> =>
  outcome(signIn(world.ports, entry({ email, password })));

async function askFor(world: RuleWorld, email: string = ada.email): Promise<string> {
  await world.ask('requestPasswordReset', { email });
  return world.linkTo(email);
}

onEveryStore('a forgotten password', (open) => {
  test('is asked for with one answer, whether or not there is an account; only its owner is mailed', async () => {
    const world = await open();
    const answers = [
      await world.ask('requestPasswordReset', { email: ' ADA@Example.COM ' }),
      await world.ask('requestPasswordReset', { email: unknown }),
    ];
    expect(answers).toEqual([{ done: true }, { done: true }]);
    expect(await world.linkTo(ada.email)).toMatch(/^[\w-]{43}$/);
    expect(world.mailbox.list().map(({ to }) => to)).toEqual([ada.email]);
    expect(await outbox(world)).toEqual([]);
    expect(world.mailbox.findNewest(ada.email)?.text).toContain('https://app.example/reset#token=');
  });

  test('costs the same for an address without account: nobody looks while somebody waits', async () => {
    const world = await open();
    const { store } = world.ports;
    const calls: string[] = [];
    world.ports.store = new Proxy(store, {
      get(target, name) {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== 'function') return method;
        calls.push(String(name));
        return method.bind(target) as unknown;
      },
    });
    const costs: string[][] = [];
    for (const email of [ada.email, unknown, ada.email, unknown]) {
      await world.ask('requestPasswordReset', { email });
      costs.push(calls.splice(0));
    }
    expect(costs).toEqual(costs.map(() => ['takeAttempt', 'queueDelivery']));
  });

  test('is mailed once in a minute and ten times in an hour, and nobody is told that it was not', async () => {
    const world = await open({ settings: { limits: { addresses: [] } } });
    for (let minute = 0; minute < 60; minute++) {
      for (const email of [ada.email, ada.email, unknown]) {
        expect(await world.ask('requestPasswordReset', { email })).toEqual({ done: true });
      }
      await world.deliver();
      world.clock.advance(60);
    }
    expect(world.mailbox.list().map(({ to }) => to)).toEqual(
      Array.from({ length: 10 }, () => ada.email),
    );
  });

  test('cannot be asked for without end from one address block, and that is told', async () => {
    const world = await open({ settings: { limits: { addresses: [{ count: 3, seconds: 300 }] } } });
    const from = (address: string | null) =>
      outcome(world.ask('requestPasswordReset', { email: unknown }, { address }));
    for (let index = 0; index < 3; index++) expect(await from('2001:db8::1')).toBe('done');
    expect(await from('2001:db8:0:0:ffff::2')).toBe('rate_limited');
    expect(await from('2001:db8:0:1::1')).toBe('done');
    for (let index = 0; index < 3; index++) expect(await from(null)).toBe('done');
    expect(await from(null)).toBe('rate_limited');
  });

  test('is mailed once by a dispatcher that dies half-way, and by the one after it', async () => {
    const world = await open();
    const { store } = world.ports;
    await world.ask('requestPasswordReset', { email: ada.email });
    const dying = { ...store, endDelivery: () => Promise.reject(new Error('killed')) };
    const mailer = world.mailbox;
    await createDispatcher({ ports: { ...world.ports, store: dying }, mailer }).deliverDue();
    const [first] = await world.linksTo(ada.email);
    world.clock.advance(120);
    const links = await world.linksTo(ada.email);
    expect(new Set(links)).toEqual(new Set([first]));
    expect(await outbox(world)).toEqual([]);
    const log = await logOf(world, 'ada');
    expect(log.filter(({ event }) => event === 'password_reset_requested')).toHaveLength(1);
    expect(await outcome(world.ask('resetPassword', { token: first ?? '', newPassword }))).toBe(
      'done',
    );
  });

  test('asked for by strangers changes nothing that the owner sees, and uses up no other mail', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    const before = await her.account();
    for (let minute = 0; minute < 11; minute++) {
      await world.ask('requestPasswordReset', { email: ada.email });
      await world.ask('requestPasswordReset', { email: 'new@example.com' });
      world.clock.advance(60);
    }
    expect(await her.account()).toEqual(before);
    const change = her.proveAndCall('requestEmailChange', { newEmail: 'new@example.com' });
    expect(await outcome(change)).toBe('done');
  });

  test('is written down with its origin; neither token nor password is stored', async () => {
    const world = await open();
    await world.ask('requestPasswordReset', { email: ada.email }, { from: here });
    const token = await world.linkTo(ada.email);
    const stored = await world.dump();
    await world.ask('resetPassword', { token, newPassword }, { from: here });
    for (const dump of [stored, await world.dump()]) {
      expect(dump).not.toContain(token);
      expect(dump).not.toContain('otters');
    }
    const log = await logOf(world, 'ada');
    for (const event of ['password_reset_requested', 'password_reset']) {
      expect(log.find((one) => one.event === event)).toMatchObject({ from: here, sessionId: null });
    }
  });

  test.each([
    ['mail is off', { mail: false }, 'not_offered'],
    ['the passwords are the host’s', { ownSessions: false }, 'handled_elsewhere'],
  ] satisfies [string, WorldOptions, string][])(
    'is not offered where %s, as the account says',
    async (_, options, reason) => {
      const world = await open(options);
      const before = await world.dump();
      const asked = await refusal(world.ask('requestPasswordReset', { email: ada.email }));
      expect([asked.code, asked.reason]).toEqual(['not_allowed', reason]);
      const chosen = await refusal(world.ask('resetPassword', { token: 'x', newPassword }));
      expect([chosen.code, chosen.reason]).toEqual(['not_allowed', reason]);
      expect(await world.dump()).toBe(before);
      const her = await world.signIn(ada);
      const { resetPassword } = (await her.account()).abilities;
      expect(resetPassword).toEqual({ allowed: false, reason, stepUp: false });
    },
  );
});

onEveryStore('a new password by mail', (open) => {
  test('opens the door, the old one does not; every session, proof and waiting change ends', async () => {
    const world = await open();
    const [her, herOther, other] = [
      await world.signIn(ada),
      await world.signIn(ada),
      await world.signIn(grace),
    ];
    await her.proveAndCall('requestEmailChange', { newEmail: 'new@example.com' });
    const change = await world.linkTo('new@example.com');
    const token = await askFor(world);
    const answer = await world.ask('resetPassword', { token, newPassword });
    expect(answer).toEqual({ done: true, maskedEmail: 'a•••@example.com' });
    for (const visitor of [her, herOther]) {
      expect(await outcome(visitor.account())).toBe('session_ended');
    }
    expect(await outcome(other.account())).toBe('done');
    expect(await outcome(world.follow('confirmEmailChange', change))).toBe('link_invalid');
    expect(await by(world, newPassword)).toBe('done');
    expect(await by(world, ada.password)).toBe(wrongCredentials);
  });

  test('starts no session', async () => {
    const world = await open();
    const token = await askFor(world);
    await world.ask('resetPassword', { token, newPassword });
    expect(await world.ports.store.findSessions('ada', noon, '')).toEqual([]);
  });

  test('leaves the second factor asked for, and may be shorter beside it', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    const app = await switchOn(world, her);
    const token = await askFor(world);
    await world.ask('resetPassword', { token, newPassword: 'quiet owl' });
    expect(await by(world, 'quiet owl')).toBe('second_factor_required');
    const input = { email: ada.email, password: 'quiet owl', totpCode: app.code() };
    expect(await outcome(signIn(world.ports, entry(input)))).toBe('done');
    world.clock.advance(30);
    const again = await world.signIn(ada);
    const grant = await again.proveBy({ purpose: 'disableTwoFactor', totpCode: app.code() });
    const off = await refusal(again.call('disableTwoFactor', undefined, { grant }));
    expect([off.code, off.reason]).toEqual(['not_allowed', 'password_too_short']);
  });

  test('takes an address that nobody had shown to be theirs from whoever prepared the account', async () => {
    const planted = { ...ada, emailVerified: false };
    const world = await open({ people: [planted], passkeys: true });
    const thief = await world.signIn(ada);
    await addPasskey(thief);
    await switchOn(world, thief);
    const token = await askFor(world);
    const short = world.ask('resetPassword', { token, newPassword: 'quiet owl' });
    expect(await outcome(short)).toBe('validation_failed /newPassword password_too_short');
    await world.ask('resetPassword', { token, newPassword });
    expect(await by(world, newPassword)).toBe('done');
    const account = await (await world.signIn(ada)).account();
    expect(account).toMatchObject({
      email: { address: ada.email, verified: true },
      twoFactor: { totpEnabledAt: null, recoveryCodesLeft: 0 },
      passkeys: [],
    });
  });

  test('is judged by the policy, and a refusal uses nothing up', async () => {
    const world = await open();
    const token = await askFor(world);
    const code = (text: string) =>
      outcome(world.ask('resetPassword', { token, newPassword: text }));
    expect(await code('too short')).toBe('validation_failed /newPassword password_too_short');
    expect(await code('lovelace.example')).toBe('validation_failed /newPassword password_personal');
    expect(await code(ada.password)).toBe('validation_failed /newPassword password_same');
    const typed = 'Zwölf Übungen für Ängstliche';
    expect(await code(typed.normalize('NFD'))).toBe('done');
    expect(await by(world, typed.normalize('NFC'))).toBe('done');
  });

  test('is judged only behind a link that works: nothing is hashed for anybody else', async () => {
    const world = await open();
    const token = await askFor(world);
    await world.ask('resetPassword', { token, newPassword });
    world.ports.hasher = {
      ...world.ports.hasher,
      hash: () => Promise.reject(new Error('hashed')),
      verify: () => Promise.reject(new Error('verified')),
    };
    for (const dead of [token, 'x'.repeat(43)]) {
      const again = world.ask('resetPassword', {
        token: dead,
        newPassword: 'eight loud herons dive',
      });
      expect(await outcome(again)).toMatch(/^link_(used|invalid)$/);
    }
  });

  test('forgets wrong tries in a row, so that a lock ends with it', async () => {
    const world = await open({ settings: { limits: { proofs: [], proofsInARow: 2 } } });
    for (let index = 0; index < 2; index++) {
      expect(await by(world, 'not her password at all')).toBe(wrongCredentials);
    }
    expect(await by(world, ada.password)).toBe('password_locked');
    const token = await askFor(world);
    await world.ask('resetPassword', { token, newPassword });
    expect(await by(world, newPassword)).toBe('done');
  });

  test('forgets those, too, that were counted before there was the account', async () => {
    const world = await open({ settings: { limits: { proofs: [], proofsInARow: 2 } } });
    const email = 'olga@example.com';
    for (let index = 0; index < 2; index++) await by(world, newPassword, email);
    const her = await world.signIn(ada);
    await her.proveAndCall('requestEmailChange', { newEmail: email });
    await world.follow('confirmEmailChange', await world.linkTo(email));
    expect(await by(world, ada.password, email)).toBe('password_locked');
    const token = await askFor(world, email);
    await world.ask('resetPassword', { token, newPassword });
    expect(await by(world, newPassword, email)).toBe('done');
  });

  test('is told to the address by one notice, with its origin and a link that ends everything', async () => {
    const world = await open();
    const token = await askFor(world);
    await world.ask('resetPassword', { token, newPassword }, { from: here });
    await world.deliver();
    const [notice, ...others] = world.mailbox.list();
    expect(others).toHaveLength(1);
    expect(notice?.to).toBe(ada.email);
    expect(notice?.text).toContain('From where: Firefox on macOS, Vienna.');
    const her = await world.signIn(ada);
    await world.follow('reportSecurityEvent', await world.linkTo(ada.email));
    expect(await outcome(her.account())).toBe('session_ended');
  });

  test('is told to a host that wants to end sessions of its own', async () => {
    const world = await open({ endSessions: true });
    const token = await askFor(world);
    await world.ask('resetPassword', { token, newPassword });
    const call = (await outbox(world)).find(({ kind }) => kind === 'end_sessions');
    expect(call).toMatchObject({ to: 'ada', params: { keep: '' } });
  });
});
