import { expect, test } from 'vitest';
import type { ActivityAnswer } from '../../src/contract/activity.ts';
import { effects } from '../../src/server/operations/effects.ts';
import { eventsOf, logOf, outbox } from './rule-traces.ts';
import type { RuleWorld, Visitor } from './rule-world.ts';
import { ada, grace, onEveryStore, outcome } from './rule-world.ts';

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
