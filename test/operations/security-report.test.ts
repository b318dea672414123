import { expect, test } from 'vitest';
import { signIn } from '../../src/server/operations/sign-in.ts';
import { eventsOf, mailed, outbox } from './rule-traces.ts';
import type { RuleWorld, Visitor } from './rule-world.ts';
import {
  ada,
  entry,
  grace,
  newPassword,
  onEveryStore,
  outcome,
  sixteen,
  tally,
} from './rule-world.ts';

/** Something happens that is told of by mail; answers the token of the notice. */
async function happen(world: RuleWorld): Promise<string> {
  await signIn(world.ports, entry({ email: ada.email, password: ada.password }));
  return world.linkTo(ada.email);
}

const report = (world: RuleWorld, token: string): Promise<string> =>
  outcome(world.follow('reportSecurityEvent', token));

onEveryStore('“this wasn’t me”, about any security event', (open) => {
  test('ends every session, every proof and every waiting change, of this account alone', async () => {
    const world = await open();
    const [her, herOther, other] = [
      await world.signIn(ada),
      await world.signIn(ada),
      await world.signIn(grace),
    ];
    const grant = await her.prove('deleteAccount');
    await her.proveAndCall('requestEmailChange', { newEmail: 'new@example.com' });
    const change = await world.linkTo('new@example.com');
    const answer = await world.follow('reportSecurityEvent', await happen(world));
    expect(answer).toEqual({ done: true, maskedEmail: 'a•••@example.com' });
    for (const visitor of [her, herOther]) {
      expect(await outcome(visitor.account())).toBe('session_ended');
    }
    expect(await outcome(other.account())).toBe('done');
    expect(await outcome(world.follow('confirmEmailChange', change))).toBe('link_invalid');
    const revived = await world.visit(her.actor).account();
    expect(revived.email.pending).toBeNull();
    const late = world.visit(her.actor).call('deleteAccount', undefined, { grant });
    expect(await outcome(late)).toBe('step_up_required');
    expect(await eventsOf(world, 'ada')).toContain('security_event_reported');
  });

  test('mails a link to a new password, which works; the old password still does until then', async () => {
    const world = await open();
    await report(world, await happen(world));
    const token = await world.linkTo(ada.email);
    const by = (password: string) =>
      outcome(signIn(world.ports, entry({ email: ada.email, password })));
    expect(await by(ada.password)).toBe('done');
    await world.ask('resetPassword', { token, newPassword });
    expect(await by(newPassword)).toBe('done');
    expect(await by(ada.password)).not.toBe('done');
  });

  test('lets an older link to a new password, which somebody else may hold, die', async () => {
    const world = await open();
    await world.ask('requestPasswordReset', { email: ada.email });
    const older = await world.linkTo(ada.email);
    await report(world, await happen(world));
    expect(await outcome(world.ask('resetPassword', { token: older, newPassword }))).toBe(
      'link_invalid',
    );
  });

  test('makes a browser that was known a stranger’s: its next sign-in is told of again', async () => {
    const world = await open();
    const input = { email: ada.email, password: ada.password };
    const { device } = await signIn(world.ports, entry(input));
    const token = await world.linkTo(ada.email);
    await signIn(world.ports, entry(input, { device }));
    expect(await outbox(world)).toEqual([]);
    await report(world, token);
    await signIn(world.ports, entry(input, { device }));
    expect(await mailed(world)).toEqual([
      `new_sign_in ${ada.email}`,
      `password_reset_link ${ada.email}`,
    ]);
  });

  test('works from each notice once, for seven days', async () => {
    const world = await open();
    const [first, second, third] = [await happen(world), await happen(world), await happen(world)];
    expect(await tally(sixteen(() => world.follow('reportSecurityEvent', first)))).toEqual({
      done: 1,
      link_used: 15,
    });
    world.clock.advance(604_799);
    expect(await report(world, second)).toBe('done');
    world.clock.advance(1);
    expect(await report(world, third)).toBe('link_expired');
  });

  test('from an address that was left ends everything, and mails no key to that address', async () => {
    const world = await open();
    const her: Visitor = await world.signIn(ada);
    const token = await happen(world);
    await her.proveAndCall('requestEmailChange', { newEmail: 'new@example.com' });
    await world.follow('confirmEmailChange', await world.linkTo('new@example.com'));
    await world.deliver();
    expect(await world.follow('reportSecurityEvent', token)).toEqual({ done: true });
    expect(await outcome(her.account())).toBe('session_ended');
    expect(await outbox(world)).toEqual([]);
  });

  test('has a host end its own sessions, and mails no key to passwords that are the host’s', async () => {
    const world = await open({ ownSessions: false, endSessions: true, passkeys: true });
    const token = await happen(world);
    expect(await world.follow('reportSecurityEvent', token)).toEqual({ done: true });
    expect(await outbox(world)).toMatchObject([
      { kind: 'end_sessions', to: 'ada', params: { keep: '' } },
    ]);
  });

  test('is no link of another kind, and is gone with the account', async () => {
    const world = await open();
    const token = await happen(world);
    for (const name of ['confirmEmailChange', 'reportEmailChange'] as const) {
      expect(await outcome(world.follow(name, token))).toBe('link_invalid');
    }
    const reset = world.ask('resetPassword', { token, newPassword });
    expect(await outcome(reset)).toBe('link_invalid');
    expect(await report(world, 'x'.repeat(43))).toBe('link_invalid');
    await (await world.signIn(ada)).proveAndCall('deleteAccount');
    expect(await report(world, token)).toBe('link_invalid');
  });
});
