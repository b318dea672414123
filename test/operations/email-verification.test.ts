import { expect, test } from 'vitest';
import { signUp } from '../../src/server/operations/sign-up.ts';
import { eventsOf, logOf, mailed, outbox } from './rule-traces.ts';
import type { RuleWorld, Visitor } from './rule-world.ts';
import {
  ada,
  entry,
  grace,
  newPassword,
  onEveryStore,
  outcome,
  refusal,
  sixteen,
  tally,
} from './rule-world.ts';

const email = 'olga@example.com';
const here = { browser: 'Firefox', system: 'macOS', place: 'Vienna' };
const unverified = { ...ada, emailVerified: false };

async function join(world: RuleWorld): Promise<Visitor> {
  const input = { email, password: newPassword };
  const { account, session, token } = await signUp(world.ports, entry(input));
  return world.resume(account.id, session, token);
}

onEveryStore('the address of a new account', (open) => {
  test('is asked for in the language that the person reads', async () => {
    const world = await open();
    const input = { email, password: newPassword, language: 'fr-CA' };
    const { account } = await signUp(world.ports, entry(input));
    expect(account.language).toBe('fr-CA');
    expect((await outbox(world)).map(({ kind, language }) => [kind, language])).toEqual([
      ['email_verification', 'fr-CA'],
    ]);
  });

  test('is asked for by mail, and verified by the link alone', async () => {
    const world = await open();
    const her = await join(world);
    const { account } = await her.call('getAccount');
    expect(account.email).toEqual({
      address: email,
      verified: false,
      pending: null,
      verification: {
        requestedAt: '2026-11-20T12:00:00.000Z',
        expiresAt: '2026-11-21T12:00:00.000Z',
        resendAt: '2026-11-20T12:01:00.000Z',
      },
    });
    expect(account.abilities.verifyEmail).toEqual({ allowed: true, reason: null, stepUp: false });
    expect(await mailed(world)).toEqual([`email_verification ${email}`]);
    const answer = await world.follow('confirmEmailChange', await world.linkTo(email));
    expect(answer).toEqual({ done: true, maskedEmail: 'o•••@example.com' });
    const after = await her.account();
    expect(after.email).toEqual({
      address: email,
      verified: true,
      pending: null,
      verification: null,
    });
    expect(after.version).toBe(account.version + 1);
    expect(after.abilities.verifyEmail).toMatchObject({ allowed: false, reason: 'already_done' });
  });

  test('is verified without anything else: no session ends, none starts, nobody is mailed again', async () => {
    const world = await open();
    const her = await join(world);
    const token = await world.linkTo(email);
    const sessions = () => world.ports.store.findSessions(her.actor.accountId, '2026', '');
    const before = await sessions();
    await world.follow('confirmEmailChange', token);
    expect(await sessions()).toEqual(before);
    expect(await outbox(world)).toEqual([]);
  });

  test('is not asked for where mail is off, and not told as asked for', async () => {
    const world = await open({ mail: false });
    const her = await join(world);
    const { email: shown, abilities } = await her.account();
    expect(shown).toMatchObject({ verified: false, verification: null });
    expect(abilities.verifyEmail).toMatchObject({ allowed: false, reason: 'not_offered' });
    expect(await outbox(world)).toEqual([]);
    const refused = await refusal(her.call('resendVerification'));
    expect([refused.code, refused.reason]).toEqual(['not_allowed', 'not_offered']);
  });

  test('whose mailbox was filled by others can sign up all the same, and asks later', async () => {
    const world = await open();
    const first = await join(world);
    await first
      .proveBy({ purpose: 'deleteAccount', password: newPassword })
      .then((grant) => first.call('deleteAccount', undefined, { grant }));
    const her = await join(world);
    expect((await her.account()).email.verification).toBeNull();
    expect((await mailed(world)).filter((one) => one.startsWith('email_verification'))).toEqual([]);
    world.clock.advance(60);
    const { account } = await her.call('resendVerification');
    expect(account.email.verification).not.toBeNull();
  });
});

onEveryStore('a link to verify the address', (open) => {
  test('is mailed again a minute later, as a newer one; the older is dead', async () => {
    const world = await open({ people: [unverified] });
    const her = await world.signIn(ada);
    const { version } = await her.account();
    const { account } = await her.call('resendVerification', undefined, { from: here });
    expect(account.version).toBe(version + 1);
    const older = await world.linkTo(ada.email);
    const soon = await refusal(her.call('resendVerification'));
    expect([soon.code, soon.retryAfterSeconds]).toEqual(['rate_limited', 60]);
    expect(await her.account()).toEqual(account);
    world.clock.advance(60);
    expect((await her.call('resendVerification')).account.email.verification?.requestedAt).toBe(
      '2026-11-20T12:01:00.000Z',
    );
    const newer = await world.linkTo(ada.email);
    expect(newer).not.toBe(older);
    expect(await outcome(world.follow('confirmEmailChange', older))).toBe('link_invalid');
    expect(await outcome(world.follow('confirmEmailChange', newer))).toBe('done');
    const log = await logOf(world, 'ada');
    expect(log.find(({ event }) => event === 'email_verification_sent')).toMatchObject({
      from: here,
      sessionId: her.actor.sessionId,
    });
    expect(await eventsOf(world, 'ada')).toContain('email_verified');
  });

  test('is refused for an address that is verified', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    const refused = await refusal(her.call('resendVerification'));
    expect([refused.code, refused.reason]).toEqual(['not_allowed', 'already_done']);
    expect(await outbox(world)).toEqual([]);
  });

  test('works for a day, and not a second longer', async () => {
    for (const [seconds, expected] of [
      [86_399, 'done'],
      [86_400, 'link_expired'],
    ] as const) {
      const world = await open({ people: [unverified] });
      const her = await world.signIn(ada);
      await her.call('resendVerification');
      const token = await world.linkTo(ada.email);
      world.clock.advance(seconds);
      expect(await outcome(world.follow('confirmEmailChange', token))).toBe(expected);
      expect((await her.account()).email).toMatchObject({
        verified: expected === 'done',
        verification: null,
      });
    }
  });

  test('works once, whoever is the first of 16', async () => {
    const world = await open({ people: [unverified] });
    await (await world.signIn(ada)).call('resendVerification');
    const token = await world.linkTo(ada.email);
    const counts = await tally(sixteen(() => world.follow('confirmEmailChange', token)));
    expect(counts).toEqual({ done: 1, link_used: 15 });
  });

  test('says nothing about an address that has become another meanwhile', async () => {
    const world = await open({ people: [unverified, grace] });
    const her = await world.signIn(ada);
    await her.call('resendVerification');
    const token = await world.linkTo(ada.email);
    await her.proveAndCall('requestEmailChange', { newEmail: 'new@example.com' });
    await world.follow('confirmEmailChange', await world.linkTo('new@example.com'));
    expect(await outcome(world.follow('confirmEmailChange', token))).toBe('link_invalid');
    expect((await her.account()).email).toMatchObject({
      address: 'new@example.com',
      verified: true,
    });
  });

  test('is no link of another kind', async () => {
    const world = await open({ people: [unverified] });
    await (await world.signIn(ada)).call('resendVerification');
    const token = await world.linkTo(ada.email);
    const reset = world.ask('resetPassword', { token, newPassword });
    expect(await outcome(reset)).toBe('link_invalid');
    for (const name of ['reportEmailChange', 'reportSecurityEvent'] as const) {
      expect(await outcome(world.follow(name, token))).toBe('link_invalid');
    }
    expect(await outcome(world.follow('confirmEmailChange', token))).toBe('done');
  });

  test('is used up by nobody but its own account’s address', async () => {
    const world = await open({ people: [unverified, { ...grace, emailVerified: false }] });
    await (await world.signIn(ada)).call('resendVerification');
    await world.follow('confirmEmailChange', await world.linkTo(ada.email));
    expect((await (await world.signIn(grace)).account()).email.verified).toBe(false);
  });
});
