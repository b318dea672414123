import { expect, test } from 'vitest';
import type { ActivityAnswer } from '../../src/contract/activity.ts';
import type { StepUpPurpose } from '../../src/contract/step-up.ts';
import { effects } from '../../src/server/operations/effects.ts';
import { eventsOf, logOf, outbox } from './rule-traces.ts';
import type { RuleWorld, Visitor } from './rule-world.ts';
import { ada, grace, newPassword, onEveryStore, outcome } from './rule-world.ts';

const here = { browser: 'Firefox', system: 'macOS', place: 'Vienna' };

/** Writes entries into a log, so many at each instant. */
async function happen(world: RuleWorld, count: number, atOnce = 1): Promise<void> {
  for (let index = 0; index < count; index++) {
    if (index % atOnce === 0) world.clock.advance(1);
    const event = effects(world.ports, { event: `event_${index}`, from: here });
    await world.ports.store.recordEvent({ accountId: 'ada' }, event);
  }
}

async function readAll(her: Visitor): Promise<ActivityAnswer['entries'][]> {
  const pages: ActivityAnswer['entries'][] = [];
  let before: string | null | undefined;
  do {
    const { entries, next } = await her.call('listActivity', before ? { before } : undefined);
    pages.push(entries);
    before = next;
  } while (before !== null);
  return pages;
}

onEveryStore('the activity of an account', (open) => {
  test('is what was written down about it, newest first, with what a person knows it by', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    world.clock.advance(10);
    const name = 'Ada King';
    await her.call('updateProfile', { name }, { from: here });
    world.clock.advance(10);
    await world.signIn(ada);
    await world.signIn(grace);
    const { entries, next, account } = await her.call('listActivity');
    expect(account.id).toBe('ada');
    expect(next).toBeNull();
    expect(entries.map(({ event }) => event).slice(0, 2)).toEqual(['signed_in', 'profile_updated']);
    expect(
      entries
        .map(({ event }) => event)
        .slice(2)
        .toSorted(),
    ).toEqual(['account_provisioned', 'signed_in']);
    expect(entries[1]).toEqual({
      id: entries[1]?.id,
      event: 'profile_updated',
      at: '2026-11-20T12:00:10.000Z',
      from: here,
      current: true,
    });
    expect(entries[0]?.current).toBe(false);
    expect(JSON.stringify(entries)).not.toContain(her.actor.sessionId);
  });

  test.each([1, 7, 60])(
    'is read to its end, 20 at a time, with %i at each instant',
    async (atOnce) => {
      const world = await open();
      const her = await world.signIn(ada);
      await happen(world, 58, atOnce);
      const pages = await readAll(her);
      expect(pages.map(({ length }) => length)).toEqual([20, 20, 20]);
      const entries = pages.flat();
      expect(new Set(entries.map(({ id }) => id)).size).toBe(60);
      const instants = entries.map(({ at }) => at);
      expect(instants).toEqual(instants.toSorted().toReversed());
      expect(entries.filter(({ event }) => event.startsWith('event_'))).toHaveLength(58);
    },
  );

  test('goes on where it was, whatever happens meanwhile', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    await happen(world, 30);
    const first = await her.call('listActivity');
    await happen(world, 5);
    const second = await her.call('listActivity', { before: first.next ?? '' });
    const seen = [...first.entries, ...second.entries].map(({ id }) => id);
    expect(new Set(seen).size).toBe(seen.length);
    expect(second.next).toBeNull();
    expect(seen).toHaveLength(32);
  });

  test('begins nowhere but where a page ended', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    for (const before of ['x', '2026-11-20', '2026-11-20T12:00:00.000Z', `${'9'.repeat(120)}.x`]) {
      expect(await outcome(her.call('listActivity', { before }))).toBe(
        'validation_failed /before malformed',
      );
    }
    expect(await outcome(her.call('listActivity', { before: '' }))).toMatch(
      /^validation_failed \/before/,
    );
    expect(await outcome(her.call('listActivity', { after: 'x' } as never))).toBe(
      'validation_failed /after unknown_key',
    );
  });

  test('is nobody else’s, wherever it begins', async () => {
    const world = await open();
    const [her, other] = [await world.signIn(ada), await world.signIn(grace)];
    await happen(world, 30);
    const { next } = await her.call('listActivity');
    const answers = [
      await other.call('listActivity'),
      await other.call('listActivity', { before: next ?? '' }),
    ];
    expect(JSON.stringify(answers)).not.toContain('event_');
  });
});

onEveryStore('every entry of the log', (open) => {
  test('says from where it was done', async () => {
    const world = await open({ people: [{ ...ada, emailVerified: false }, grace] });
    const [her, lost] = [await world.signIn(ada), await world.signIn(ada)];
    const from = here;
    const prove = (purpose: StepUpPurpose, password: string = ada.password) =>
      her.proveBy({ purpose, password }, { from });
    const ask = async (newEmail: string) => {
      const grant = await prove('requestEmailChange');
      await her.call('requestEmailChange', { newEmail }, { grant, from });
    };
    const linkTo = (address: string) => world.linkTo(address);
    await her.call('updateProfile', { name: 'Ada King' }, { from });
    await her.call('resendVerification', undefined, { from });
    await world.follow('confirmEmailChange', await linkTo(ada.email), { from });
    await ask('one@example.com');
    world.clock.advance(60);
    await her.call('resendEmailChange', undefined, { from });
    await her.call('cancelEmailChange', undefined, { from });
    await ask('two@example.com');
    await world.follow('confirmEmailChange', await linkTo('two@example.com'), { from });
    await her.call('endSession', { id: lost.actor.sessionId }, { from });
    await her.call('endOtherSessions', undefined, { from });
    const [entry] = (await her.call('listActivity')).entries;
    await her.call('reportActivity', { id: entry?.id ?? '' }, { from });
    const grant = await prove('changePassword');
    await her.call('changePassword', { newPassword }, { grant, from });
    await world.follow('reportSecurityEvent', await linkTo('two@example.com'), { from });
    const token = await linkTo('two@example.com');
    await world.ask('resetPassword', { token, newPassword: 'eight loud herons dive' }, { from });
    const [, report] = await world.linksTo(ada.email);
    await world.follow('reportEmailChange', report ?? '', { from });
    await world.ask('requestPasswordReset', { email: ada.email }, { from });
    await world.deliver();

    const log = await logOf(world, 'ada');
    const elsewhere = new Set(log.filter((one) => one.from.place === null).map((one) => one.event));
    expect([...elsewhere].toSorted()).toEqual(['account_provisioned', 'signed_in']);
    expect([...new Set(log.map(({ event }) => event))].toSorted()).toEqual([
      'account_provisioned',
      'activity_reported',
      'email_change_cancelled',
      'email_change_reported',
      'email_change_requested',
      'email_change_resent',
      'email_changed',
      'email_verification_sent',
      'email_verified',
      'other_sessions_ended',
      'password_changed',
      'password_reset',
      'password_reset_requested',
      'profile_updated',
      'security_event_reported',
      'session_ended',
      'signed_in',
      'step_up_passed',
    ]);
  });
});

onEveryStore('“this wasn’t me”, about one entry', (open) => {
  const entryOf = async (visitor: Visitor): Promise<string> =>
    (await visitor.call('listActivity')).entries[0]?.id ?? '';

  test('ends every other session, every proof and every waiting change', async () => {
    const world = await open();
    const [her, thief, other] = [
      await world.signIn(ada),
      await world.signIn(ada),
      await world.signIn(grace),
    ];
    await thief.proveAndCall('requestEmailChange', { newEmail: 'new@example.com' });
    const change = await world.linkTo('new@example.com');
    const grant = await thief.prove('deleteAccount');
    const id = await entryOf(her);
    const { account } = await her.call('reportActivity', { id }, { from: here });
    expect(account.email.pending).toBeNull();
    expect(await outcome(her.account())).toBe('done');
    expect(await outcome(thief.account())).toBe('session_ended');
    expect(await outcome(other.account())).toBe('done');
    expect(await outcome(world.follow('confirmEmailChange', change))).toBe('link_invalid');
    const late = world.visit(thief.actor).call('deleteAccount', undefined, { grant });
    expect(await outcome(late)).toBe('step_up_required');
    const log = await logOf(world, 'ada');
    expect(log.find(({ event }) => event === 'activity_reported')).toMatchObject({
      from: here,
      sessionId: her.actor.sessionId,
      details: { entry: id },
    });
    expect(log.map((entry) => entry.id)).toContain(id);
  });

  test('is refused for an entry that is not there, or is another’s', async () => {
    const world = await open();
    const [her, herOther, other] = [
      await world.signIn(ada),
      await world.signIn(ada),
      await world.signIn(grace),
    ];
    for (const id of ['no-such-entry', await entryOf(other)]) {
      expect(await outcome(her.call('reportActivity', { id }))).toBe('not_found');
    }
    expect(await outcome(herOther.account())).toBe('done');
    expect(await eventsOf(world, 'ada')).not.toContain('activity_reported');
  });

  test('has a host end its own sessions but the one that asks', async () => {
    const world = await open({ ownSessions: false, endSessions: true });
    const her = await world.signIn(ada);
    await her.call('reportActivity', { id: await entryOf(her) });
    expect(await outbox(world)).toMatchObject([
      { kind: 'end_sessions', to: 'ada', params: { keep: her.actor.sessionId } },
    ]);
  });
});
