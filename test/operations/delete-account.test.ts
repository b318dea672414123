import { expect, test } from 'vitest';
import { signIn } from '../../src/server/operations/sign-in.ts';
import { signUp } from '../../src/server/operations/sign-up.ts';
import { examplePicture } from '../../src/testing/backend-pictures.ts';
import type { RuleWorld, Visitor } from './rule-world.ts';
import {
  ada,
  grace,
  newPassword,
  onEveryStore,
  outcome,
  sixteen,
  tally,
  withoutCounters,
  entry,
} from './rule-world.ts';

const newEmail = 'new@example.com';
const lost = 'lost@example.com';

onEveryStore('deletion of the account', (open) => {
  /** An account with everything that one can have. */
  async function rich(options = {}): Promise<{ world: RuleWorld; her: Visitor; links: string[] }> {
    const identities = [{ provider: 'google', label: 'Google', name: 'ada.provided' }];
    const world = await open({ people: [{ ...ada, identities }, grace], ...options });
    const her = await world.signIn(ada);
    await her.call('setAvatar', { image: examplePicture('red') });
    await her.call('updateProfile', { username: 'countess', nickname: 'Enchantress' });
    await her.proveAndCall('requestEmailChange', { newEmail: lost });
    await world.follow('confirmEmailChange', await world.linkTo(lost));
    await her.proveAndCall('requestEmailChange', { newEmail });
    const links = [...(await world.linksTo(newEmail)), ...(await world.linksTo(ada.email))];
    await world.signIn(ada);
    await her.prove('changePassword');
    return { world, her, links };
  }

  test('leaves one notice to the last address, and nothing once that is sent', async () => {
    const { world, her } = await rich();
    const grant = await her.prove('deleteAccount');
    const other = await world.signIn(grace);
    const before = await world.dump();
    for (const trace of ['Enchantress', 'countess', 'ada.provided', newEmail]) {
      expect(before).toContain(trace);
    }
    expect(await her.call('deleteAccount', undefined, { grant })).toEqual({ done: true });
    const traces = /ada@|lost@|new@|Enchantress|countess|ada\.provided|Lovelace|"ada"/g;
    const left = withoutCounters(await world.dump()).match(traces) ?? [];
    expect(left.toSorted()).toEqual(['Lovelace', 'lost@']);
    expect(world.files.size).toBe(0);
    world.mailbox.clear();
    await world.deliver();
    expect(world.mailbox.list().map(({ to }) => to)).toEqual([lost]);
    expect(withoutCounters(await world.dump()).match(traces)).toBeNull();
    // The counters name no address, and go when they have run out.
    expect(await world.dump()).not.toMatch(/ada@|lost@|new@/);
    await world.ports.store.purge('2026-11-20T13:00:00.000Z');
    expect(await world.dump()).not.toMatch(traces);
    expect(await outcome(other.account())).toBe('done');
  });

  test('ends every session, grant and link at once', async () => {
    const { world, her, links } = await rich();
    const herOther = await world.signIn(ada);
    const grant = await herOther.prove('deleteAccount');
    await her.proveAndCall('deleteAccount');
    expect(await outcome(her.account())).toBe('session_ended');
    expect(await outcome(herOther.call('deleteAccount', undefined, { grant }))).toBe(
      'session_ended',
    );
    expect(links.length).toBeGreaterThan(2);
    for (const link of links) {
      expect(await outcome(world.follow('confirmEmailChange', link))).toBe('link_invalid');
      expect(await outcome(world.follow('reportEmailChange', link))).toBe('link_invalid');
    }
    const by = outcome(signIn(world.ports, entry({ email: lost, password: ada.password })));
    expect(await by).toBe('validation_failed  wrong_credentials');
  });

  test('sends none of the mails that were queued before it', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    await her.proveAndCall('requestEmailChange', { newEmail });
    await her.proveAndCall('deleteAccount');
    await world.deliver();
    expect(world.mailbox.list().map(({ to }) => to)).toEqual([ada.email]);
    expect(world.mailbox.list()[0]?.text).not.toContain('#token=');
  });

  test('frees addresses and username, and who comes next inherits nothing', async () => {
    const { world, her, links } = await rich();
    const gone = await her.account();
    await her.proveAndCall('deleteAccount');
    for (const email of [lost, ada.email, newEmail]) {
      const { account } = await signUp(world.ports, entry({ email, password: newPassword }));
      const next = await world.signIn(account);
      const fresh = await next.account();
      expect(fresh.id).not.toBe(gone.id);
      expect(fresh).toMatchObject({
        version: 1,
        avatar: null,
        identities: [],
        email: { address: email, verified: false, pending: null },
        profile: { username: { value: null }, nickname: { value: null } },
      });
      for (const link of links) {
        expect(await outcome(world.follow('confirmEmailChange', link))).toBe('link_invalid');
        expect(await outcome(world.follow('reportEmailChange', link))).toBe('link_invalid');
      }
      expect(await next.account()).toEqual(fresh);
      await next.call('updateProfile', { username: email === lost ? 'countess' : null });
    }
    expect(await outcome(her.account())).toBe('session_ended');
  });

  test('of 16 with one proof happens once, with one notice', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    const grant = await her.prove('deleteAccount');
    const counts = await tally(sixteen(() => her.call('deleteAccount', undefined, { grant })));
    expect(counts['done']).toBe(1);
    expect((counts['step_up_required'] ?? 0) + (counts['session_ended'] ?? 0)).toBe(15);
    await world.deliver();
    expect(world.mailbox.list()).toHaveLength(1);
  });

  test('against everything else at once stays done, and nothing is half there', async () => {
    const { world, her, links } = await rich();
    const grants = {
      deleteAccount: await her.prove('deleteAccount'),
      changePassword: await her.prove('changePassword'),
      requestEmailChange: await her.prove('requestEmailChange'),
    };
    const counts = await tally([
      her.call('updateProfile', { nickname: 'late' }),
      her.call('changePassword', { newPassword }, { grant: grants.changePassword }),
      her.call('deleteAccount', undefined, { grant: grants.deleteAccount }),
      world.follow('confirmEmailChange', links[0] ?? ''),
      her.call(
        'requestEmailChange',
        { newEmail: 'late@example.com' },
        { grant: grants.requestEmailChange },
      ),
      her.call('setAvatar', { image: examplePicture('blue') }),
      her.call('cancelEmailChange'),
      signIn(world.ports, entry({ email: lost, password: ada.password })),
      her.prove('deleteAccount'),
    ]);
    expect(Object.keys(counts).join()).not.toMatch(/unavailable|unexpected/);
    const now = '2026-11-20T12:00:00.000Z';
    const left = await world.ports.store.findAccount('ada', now);
    // Another write may have killed the proof first; then nothing of the deletion has happened.
    if (left === null) {
      expect(withoutCounters(await world.dump())).not.toMatch(/"ada"|Enchantress/);
      expect(await world.ownerOf(newEmail)).toBeNull();
      expect(await outcome(her.account())).toBe('session_ended');
    } else {
      expect(left.avatar).not.toBeNull();
    }
  });

  test('tells nobody where mail is off, and calls the host where it asked for that', async () => {
    const world = await open({ mail: false, endSessions: true });
    const her = await world.signIn(ada);
    await her.proveAndCall('deleteAccount');
    const claim = {
      at: '2026-11-20T12:00:00.000Z',
      leaseUntil: '2026-11-20T12:05:00.000Z',
      most: 9,
    };
    const due = await world.ports.store.claimDeliveries(claim);
    expect(due.map(({ kind, to, accountId }) => ({ kind, to, accountId }))).toEqual([
      { kind: 'end_sessions', to: 'ada', accountId: null },
    ]);
  });

  test('happens also when the picture cannot be removed now; it is removed later', async () => {
    const { world, her } = await rich();
    const { avatars } = world.ports;
    world.ports.avatars = { ...avatars, remove: () => Promise.reject(new Error('busy')) };
    expect(await her.proveAndCall('deleteAccount')).toEqual({ done: true });
    expect(world.files.size).toBe(2);
    const due = await world.ports.store.findDiscardedFiles('2026-11-20T12:00:00.000Z');
    expect(due.toSorted()).toEqual([...world.files.keys()].toSorted());
  });
});
