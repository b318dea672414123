import { expect, test } from 'vitest';
import { effects } from '../../src/server/operations/effects.ts';
import { instant } from '../../src/server/operations/instants.ts';
import { logOf } from './rule-traces.ts';
import type { RuleWorld, Visitor } from './rule-world.ts';
import { ada, grace, onEveryStore, outcome, refusal, sixteen, tally } from './rule-world.ts';

const here = { browser: 'Firefox', system: 'macOS', place: 'Vienna' };
const phone = { browser: 'Safari', system: 'iOS', place: null };

/** A session from somewhere. */
async function signInFrom(world: RuleWorld, from: typeof here | typeof phone): Promise<Visitor> {
  const { ports } = world;
  const at = instant(ports);
  const token = ports.secrets.mintSecret();
  const session = {
    id: ports.secrets.mintId(),
    tokenDigest: ports.secrets.digest(token),
    accountId: 'ada',
    authenticatedAt: at,
    methods: ['password'],
    from,
    lastActiveAt: at,
    expiresAt: instant(ports, 2_592_000),
  };
  await ports.store.putSession(session, effects(ports, { event: 'signed_in' }));
  return world.resume('ada', session, token);
}

const ids = (sessions: readonly { id: string }[]): string[] => sessions.map(({ id }) => id);

onEveryStore('the list of sessions', (open) => {
  test('has the one that asks first, then the others by last use, and of each what a person knows it by', async () => {
    const world = await open();
    const first = await signInFrom(world, here);
    world.clock.advance(10);
    const second = await signInFrom(world, phone);
    world.clock.advance(10);
    const third = await signInFrom(world, here);
    world.clock.advance(600);
    await world.ports.store.touchSession(first.actor.sessionId, instant(world.ports));
    await world.signIn(grace);
    const { sessions, account } = await second.call('listSessions');
    expect(account.id).toBe('ada');
    expect(ids(sessions)).toEqual([second, first, third].map(({ actor }) => actor.sessionId));
    expect(sessions.slice(0, 2)).toEqual([
      {
        id: second.actor.sessionId,
        current: true,
        from: phone,
        signedInAt: '2026-11-20T12:00:10.000Z',
        lastActiveAt: '2026-11-20T12:00:10.000Z',
      },
      {
        id: first.actor.sessionId,
        current: false,
        from: here,
        signedInAt: '2026-11-20T12:00:00.000Z',
        lastActiveAt: '2026-11-20T12:10:20.000Z',
      },
    ]);
  });

  test('leaves out what would be refused: unused for 14 days, or run out', async () => {
    const world = await open({ settings: { sessions: { idleSeconds: 3600 } } });
    const left = await world.signIn(ada);
    world.clock.advance(3599);
    const her = await world.signIn(ada);
    expect(ids((await her.call('listSessions')).sessions)).toContain(left.actor.sessionId);
    world.clock.advance(1);
    expect(ids((await her.call('listSessions')).sessions)).toEqual([her.actor.sessionId]);
  });
});

onEveryStore('ending a session', (open) => {
  test('ends that one and no other, and answers what is left', async () => {
    const world = await open();
    const [her, lost, other] = [
      await world.signIn(ada),
      await world.signIn(ada),
      await world.signIn(ada),
    ];
    const { version } = await her.account();
    const answer = await her.call('endSession', { id: lost.actor.sessionId }, { from: here });
    expect(ids(answer.sessions).toSorted()).toEqual(
      [her, other].map(({ actor }) => actor.sessionId).toSorted(),
    );
    expect(answer.account.version).toBe(version);
    expect(await outcome(lost.account())).toBe('session_ended');
    expect(await outcome(other.account())).toBe('done');
    const log = await logOf(world, 'ada');
    expect(log.find(({ event }) => event === 'session_ended')).toMatchObject({
      from: here,
      sessionId: her.actor.sessionId,
    });
  });

  test('that is not there is no error, and nothing is written down', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    const before = await world.dump();
    const { sessions } = await her.call('endSession', { id: 'no-such-session' });
    expect(ids(sessions)).toEqual([her.actor.sessionId]);
    expect(await world.dump()).toBe(before);
  });

  test('of somebody else does nothing', async () => {
    const world = await open();
    const [her, other] = [await world.signIn(ada), await world.signIn(grace)];
    await her.call('endSession', { id: other.actor.sessionId });
    expect(await outcome(other.account())).toBe('done');
  });

  test('is not how the one that asks ends', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    const own = her.call('endSession', { id: her.actor.sessionId });
    expect(await outcome(own)).toBe('not_allowed');
    expect(await outcome(her.account())).toBe('done');
  });

  test('takes ids and nothing else', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    for (const id of ['', 'a b', '../x', 'x'.repeat(65), { $ne: '' }]) {
      expect(await outcome(her.call('endSession', { id: id as string }))).toMatch(
        /^validation_failed \/id (malformed|invalid_type)$/,
      );
    }
  });

  test('16 times at once is done 16 times, and written down once', async () => {
    const world = await open();
    const [her, lost] = [await world.signIn(ada), await world.signIn(ada)];
    const end = () => her.call('endSession', { id: lost.actor.sessionId });
    expect(await tally(sixteen(end))).toEqual({ done: 16 });
    const ended = (await logOf(world, 'ada')).filter(({ event }) => event === 'session_ended');
    expect(ended).toHaveLength(1);
  });
});

onEveryStore('ending all other sessions', (open) => {
  test('keeps the one that asks and ends what waits, of this account alone', async () => {
    const world = await open();
    const [her, lost, other] = [
      await world.signIn(ada),
      await world.signIn(ada),
      await world.signIn(grace),
    ];
    await lost.proveAndCall('requestEmailChange', { newEmail: 'new@example.com' });
    const change = await world.linkTo('new@example.com');
    const grant = await her.prove('deleteAccount');
    const { version } = await her.account();
    const answer = await her.call('endOtherSessions', undefined, { from: here });
    expect(ids(answer.sessions)).toEqual([her.actor.sessionId]);
    expect(answer.account).toMatchObject({ version: version + 1, email: { pending: null } });
    expect(await outcome(lost.account())).toBe('session_ended');
    expect(await outcome(other.account())).toBe('done');
    expect(await outcome(world.follow('confirmEmailChange', change))).toBe('link_invalid');
    expect(await outcome(her.call('deleteAccount', undefined, { grant }))).toBe('step_up_required');
    const log = await logOf(world, 'ada');
    expect(log.find(({ event }) => event === 'other_sessions_ended')).toMatchObject({
      from: here,
      sessionId: her.actor.sessionId,
    });
  });
});

onEveryStore('sessions of a host', (open) => {
  test('are neither listed nor ended here, as the account says', async () => {
    const world = await open({ ownSessions: false });
    const her = await world.signIn(ada);
    const other = await world.signIn(ada);
    expect((await her.account()).abilities.manageSessions).toEqual({
      allowed: false,
      reason: 'handled_elsewhere',
      stepUp: false,
    });
    const calls = [
      () => her.call('listSessions'),
      () => her.call('endSession', { id: other.actor.sessionId }),
      () => her.call('endOtherSessions'),
    ];
    for (const call of calls) {
      const { code, reason } = await refusal(call());
      expect([code, reason]).toEqual(['not_allowed', 'handled_elsewhere']);
    }
    expect(await outcome(other.account())).toBe('done');
  });
});
