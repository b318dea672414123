import { expect, test } from 'vitest';
import { createHostSessions } from '../../src/server/http/host-sessions.ts';
import { signIn } from '../../src/server/operations/sign-in.ts';
import type { RuleWorld, Visitor } from './rule-world.ts';
import { addPasskey } from './passkey-visitor.ts';
import {
  ada,
  entry,
  grace,
  newPassword,
  noon,
  onEveryStore,
  outcome,
  sixteen,
  tally,
} from './rule-world.ts';

const thief = 'thief@evil.example';
const second = 'second@evil.example';
const request = (visitor: Visitor, address: string) =>
  visitor.proveAndCall('requestEmailChange', { newEmail: address });

async function move(world: RuleWorld, visitor: Visitor, address: string): Promise<void> {
  await request(visitor, address);
  await world.follow('confirmEmailChange', await world.linkTo(address));
}

const report = (world: RuleWorld, token: string | undefined) =>
  outcome(world.follow('reportEmailChange', token ?? ''));

onEveryStore('“this wasn’t me”', (open) => {
  async function start() {
    const world = await open();
    return { world, her: await world.signIn(ada), intruder: await world.signIn(ada) };
  }

  test('takes an address that nobody had verified back as that: its owner’s reset throws out what was planted', async () => {
    const world = await open({ people: [{ ...ada, emailVerified: false }], passkeys: true });
    const thiefs = await world.signIn(ada);
    await addPasskey(thiefs);
    await move(world, thiefs, thief);
    expect(await report(world, await world.linkTo(ada.email))).toBe('done');
    expect((await (await world.signIn(ada)).account()).email).toMatchObject({
      address: ada.email,
      verified: false,
    });
    await world.ask('requestPasswordReset', { email: ada.email });
    const token = await world.linkTo(ada.email);
    await world.ask('resetPassword', { token, newPassword });
    const { email, passkeys } = await (await world.signIn(ada)).account();
    expect([email.verified, passkeys]).toEqual([true, []]);
  });

  test('before confirmation: the change is dead, the address stays, every session ends', async () => {
    const { world, her, intruder } = await start();
    const grant = await her.prove('deleteAccount');
    await request(intruder, thief);
    const link = await world.linkTo(thief);
    const answer = await world.follow('reportEmailChange', await world.linkTo(ada.email));
    expect(answer).toEqual({ done: true, maskedEmail: 'a•••@example.com' });
    expect(await outcome(world.follow('confirmEmailChange', link))).toBe('link_invalid');
    expect(await outcome(her.account())).toBe('session_ended');
    expect(await outcome(intruder.account())).toBe('session_ended');
    const next = await world.signIn(ada);
    const { email } = await next.account();
    expect(email).toEqual({
      address: ada.email,
      verified: true,
      pending: null,
      verification: null,
    });
    expect(await world.dump()).not.toContain(world.ports.secrets.digest(grant));
  });

  test('after confirmation: the old address is back, verified, and the other is free', async () => {
    const { world, intruder } = await start();
    await move(world, intruder, thief);
    const [afterwards, atRequest] = await world.linksTo(ada.email);
    expect(await report(world, afterwards)).toBe('done');
    const { email } = await (await world.signIn(ada)).account();
    expect(email).toEqual({
      address: ada.email,
      verified: true,
      pending: null,
      verification: null,
    });
    expect(await world.ownerOf(thief)).toBeNull();
    expect(await outcome(intruder.account())).toBe('session_ended');
    // The other link to the same address has nothing left to do.
    expect(await report(world, atRequest)).toBe('link_invalid');
    world.clock.advance(60);
    await move(world, await world.signIn(grace), thief);
    expect(await world.ownerOf(thief)).toBe('grace');
  });

  test('the link of the request works after the confirmation as well', async () => {
    const { world, intruder } = await start();
    await request(intruder, thief);
    const atRequest = await world.linkTo(ada.email);
    await world.follow('confirmEmailChange', await world.linkTo(thief));
    expect(await report(world, atRequest)).toBe('done');
    expect(await world.ownerOf(ada.email)).toBe('ada');
  });

  test('after two more changes still puts back the address that it was mailed to', async () => {
    const { world, intruder } = await start();
    await move(world, intruder, thief);
    const [link] = await world.linksTo(ada.email);
    await move(world, intruder, second);
    await move(world, intruder, 'third@evil.example');
    expect(await report(world, link)).toBe('done');
    expect(await world.ownerOf(ada.email)).toBe('ada');
    for (const theirs of [thief, second, 'third@evil.example']) {
      expect(await world.ownerOf(theirs)).toBeNull();
      for (const token of await world.linksTo(theirs)) {
        expect(await report(world, token)).toBe('link_invalid');
      }
    }
    expect(await world.ownerOf(ada.email)).toBe('ada');
  });

  test('by the mailbox of a later address puts back only that one, and leaves the first link alive', async () => {
    const { world, intruder } = await start();
    await move(world, intruder, thief);
    const [toAda] = await world.linksTo(ada.email);
    await move(world, intruder, second);
    const [toThief] = await world.linksTo(thief);
    expect(await report(world, toThief)).toBe('done');
    expect(await world.ownerOf(thief)).toBe('ada');
    expect(await report(world, toAda)).toBe('done');
    expect(await world.ownerOf(ada.email)).toBe('ada');
    expect(await world.ownerOf(thief)).toBeNull();
  });

  test('is not in the hands of the new mailbox', async () => {
    const { world, intruder } = await start();
    await request(intruder, thief);
    const toThief = await world.linksTo(thief);
    for (const token of toThief) expect(await report(world, token)).toBe('link_invalid');
    await world.follow('confirmEmailChange', toThief[0] ?? '');
    for (const token of await world.linksTo(thief)) {
      expect(await report(world, token)).toBe('link_invalid');
    }
    expect(await world.ownerOf(thief)).toBe('ada');
  });

  test('works once, and of 16 at once exactly one counts', async () => {
    const { world, intruder } = await start();
    await move(world, intruder, thief);
    const token = await world.linkTo(ada.email);
    const counts = await tally(sixteen(() => world.follow('reportEmailChange', token)));
    expect(counts).toEqual({ done: 1, link_used: 15 });
    expect((await world.dump()).match(/"email_change_reported"/g)).toHaveLength(1);
    const before = await world.dump();
    expect(await report(world, token)).toBe('link_used');
    expect(await world.dump()).toBe(before);
  });

  for (const first of ['confirmEmailChange', 'reportEmailChange'] as const) {
    test(`races with a confirmation, ${first} first: the old address, and a dead link`, async () => {
      const { world, intruder } = await start();
      await request(intruder, thief);
      const [link, token] = [await world.linkTo(thief), await world.linkTo(ada.email)];
      const works = {
        confirmEmailChange: () => world.follow('confirmEmailChange', link),
        reportEmailChange: () => world.follow('reportEmailChange', token),
      };
      const last = first === 'confirmEmailChange' ? 'reportEmailChange' : 'confirmEmailChange';
      const counts = await tally([works[first](), works[last]()]);
      expect(counts['done']).toBeGreaterThan(0);
      expect(await world.ownerOf(ada.email)).toBe('ada');
      expect(await world.ownerOf(thief)).toBeNull();
      expect(await outcome(works.confirmEmailChange())).toMatch(/^link_(used|invalid)$/);
      expect(await world.ownerOf(ada.email)).toBe('ada');
    });
  }

  test('works for seven days and not a second longer', async () => {
    for (const [seconds, expected] of [
      [604_799, 'done'],
      [604_800, 'link_expired'],
      [604_801, 'link_expired'],
    ] as const) {
      const { world, intruder } = await start();
      await move(world, intruder, thief);
      const token = await world.linkTo(ada.email);
      world.clock.advance(seconds);
      expect(await report(world, token)).toBe(expected);
      expect(await world.ownerOf(ada.email)).toBe(expected === 'done' ? 'ada' : null);
    }
  });

  test('is not opened by a token of another kind or by a near miss', async () => {
    const { world, intruder } = await start();
    await request(intruder, thief);
    const token = await world.linkTo(ada.email);
    const before = await world.dump();
    const misses = [
      token.slice(0, -1),
      `${token}=`,
      `${token}A`,
      token.toUpperCase(),
      intruder.token,
    ];
    for (const miss of misses) {
      expect(await report(world, miss)).toBe('link_invalid');
    }
    expect(await world.dump()).toBe(before);
  });

  test('dies with the account', async () => {
    const { world, intruder } = await start();
    await move(world, intruder, thief);
    const token = await world.linkTo(ada.email);
    await intruder.proveAndCall('deleteAccount');
    expect(await report(world, token)).toBe('link_invalid');
    expect(await world.ownerOf(ada.email)).toBeNull();
  });

  test('leaves everybody else’s sessions alone', async () => {
    const { world, intruder } = await start();
    const other = await world.signIn(grace);
    await request(intruder, thief);
    expect(await report(world, await world.linkTo(ada.email))).toBe('done');
    expect(await outcome(other.account())).toBe('done');
  });

  test('ends a host’s own sessions as well: all that were authenticated before', async () => {
    const world = await open({ endSessions: true });
    const her = await world.signIn(ada);
    await request(her, thief);
    const token = await world.linkTo(ada.email);
    world.clock.advance(30);
    await report(world, token);
    let authenticatedAt = noon;
    let sessionId = 'of the host';
    const sessions = createHostSessions({
      ports: world.ports,
      identify: () => ({ accountId: 'ada', sessionId, authenticatedAt, methods: [] }),
      provision: undefined,
    });
    const asking = { header: () => undefined, address: null, raw: [] };
    expect(await sessions.find(asking)).toBe('ended');
    authenticatedAt = 'garbled';
    expect(await sessions.find(asking)).toBe('ended');
    sessionId = her.actor.sessionId;
    expect(await sessions.find(asking)).toBe('ended');
    authenticatedAt = '2026-11-20T12:00:30.000Z';
    expect(await sessions.find(asking)).toMatchObject({ actor: { accountId: 'ada' } });
    const due = await world.ports.store.claimDeliveries({
      at: '2026-11-20T13:00:00.000Z',
      leaseUntil: '2026-11-20T14:00:00.000Z',
      most: 10,
    });
    const calls = due.filter((one) => one.kind === 'end_sessions');
    expect(calls).toMatchObject([{ to: 'ada', params: { keep: '' } }]);
  });

  test('lets the owner sign in with the old address and not with the thief’s', async () => {
    const { world, intruder } = await start();
    await move(world, intruder, thief);
    await report(world, await world.linkTo(ada.email));
    const by = (email: string) =>
      outcome(signIn(world.ports, entry({ email, password: ada.password })));
    expect(await by(thief)).toBe('validation_failed  wrong_credentials');
    expect(await by(ada.email)).toBe('done');
  });
});
