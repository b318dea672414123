import { expect, test } from 'vitest';
import { nowhere } from '../../src/server/ports/session-store.ts';
import type { RuleWorld, Visitor } from './rule-world.ts';
import { ada, newPassword, onEveryStore, outcome, refusal } from './rule-world.ts';

const newEmail = 'new@example.com';
const request = (visitor: Visitor, address: string = newEmail) =>
  visitor.proveAndCall('requestEmailChange', { newEmail: address });

/** The kinds of the mails to an address, newest first. */
async function subjects(world: RuleWorld, address: string): Promise<string[]> {
  await world.deliver();
  return world.mailbox
    .list()
    .filter((mail) => mail.to === address)
    .map((mail) => mail.subject);
}

onEveryStore('a pending change', (open) => {
  const endings: Record<string, (world: RuleWorld, her: Visitor) => Promise<unknown>> = {
    cancel: (_, her) => her.call('cancelEmailChange'),
    'a newer one': (_, her) => request(her, 'newer@example.com'),
    'a change of the password': (_, her) => her.proveAndCall('changePassword', { newPassword }),
    'a report': async (world) => world.follow('reportEmailChange', await world.linkTo(ada.email)),
    'deletion of the account': (_, her) => her.proveAndCall('deleteAccount'),
  };
  for (const [how, end] of Object.entries(endings)) {
    test(`dies with ${how}: no link, and a queued mail is not sent`, async () => {
      const world = await open();
      const her = await world.signIn(ada);
      await request(her);
      const link = await world.linkTo(newEmail);
      await end(world, her);
      expect(await outcome(world.follow('confirmEmailChange', link))).toBe('link_invalid');
      expect(await world.ownerOf(newEmail)).toBeNull();

      const next = await open();
      const again = await next.signIn(ada);
      await request(again);
      if (how !== 'a report') {
        await end(next, again);
        expect(await next.linksTo(newEmail)).toEqual([]);
      }
    });
  }

  test('goes on after sign-out, in another session', async () => {
    const world = await open();
    const [her, next] = [await world.signIn(ada), await world.signIn(ada)];
    await request(her);
    const audit = { id: 'out', event: 'signed_out', sessionId: null, details: {}, from: nowhere };
    const digest = world.ports.secrets.digest(her.token);
    await world.ports.store.endSession(digest, audit, '2026-11-20T12:00:00.000Z');
    expect(await outcome(her.account())).toBe('session_ended');
    expect((await next.account()).email.pending?.address).toBe(newEmail);
    expect(await outcome(world.follow('confirmEmailChange', await world.linkTo(newEmail)))).toBe(
      'done',
    );
  });

  test('is cancelled by any session, once; a second time nothing happens', async () => {
    const world = await open();
    const [her, next] = [await world.signIn(ada), await world.signIn(ada)];
    await request(her);
    const { account } = await next.call('cancelEmailChange');
    expect(account.email.pending).toBeNull();
    const before = await world.dump();
    expect((await her.call('cancelEmailChange')).account).toEqual(account);
    expect(await world.dump()).toBe(before);
  });

  test('is mailed again with a new link and a new hour; the older links are dead', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    await request(her);
    const older = await world.linkTo(newEmail);
    expect((await refusal(her.call('resendEmailChange'))).retryAfterSeconds).toBe(60);
    world.clock.advance(60);
    const { account } = await her.call('resendEmailChange');
    expect(account.email.pending).toMatchObject({
      requestedAt: '2026-11-20T12:01:00.000Z',
      expiresAt: '2026-11-20T13:01:00.000Z',
    });
    const [newer] = await world.linksTo(newEmail);
    expect(newer).not.toBe(older);
    expect(await outcome(world.follow('confirmEmailChange', older))).toBe('link_invalid');
    expect(await outcome(world.follow('confirmEmailChange', newer ?? ''))).toBe('done');
    // No second notice: the first one's link still works.
    expect(await subjects(world, ada.email)).toHaveLength(2);
  });

  /** Ends the change between what a resend has read and what it writes. */
  async function resendWhile(end: (world: RuleWorld, her: Visitor) => Promise<unknown>) {
    const world = await open();
    const her = await world.signIn(ada);
    await request(her);
    const link = await world.linkTo(newEmail);
    world.clock.advance(60);
    const { store } = world.ports;
    world.ports.store = {
      ...store,
      async isEmailTaken(...asked) {
        const taken = await store.isEmailTaken(...asked);
        world.ports.store = store;
        await end(world, her);
        return taken;
      },
    };
    const answer = await outcome(her.call('resendEmailChange'));
    return { world, her, link, answer };
  }

  test('that is cancelled while it is mailed again stays cancelled', async () => {
    const { her, answer } = await resendWhile((_, visitor) => visitor.call('cancelEmailChange'));
    expect(answer).toBe('not_found');
    expect((await her.account()).email.pending).toBeNull();
  });

  test('that is confirmed while it is mailed again is over', async () => {
    const { world, her, answer } = await resendWhile(async (now) =>
      now.follow('confirmEmailChange', await now.linkTo(newEmail)),
    );
    expect(answer).toBe('not_found');
    expect((await her.account()).email).toMatchObject({ address: newEmail, pending: null });
    expect(await world.linksTo(newEmail)).toHaveLength(1);
  });

  test('that is reported while it is mailed again does not come back', async () => {
    const { world, answer } = await resendWhile(async (now) =>
      now.follow('reportEmailChange', await now.linkTo(ada.email)),
    );
    expect(answer).toBe('not_found');
    expect((await (await world.signIn(ada)).account()).email.pending).toBeNull();
  });

  test('that dies with the password while it is mailed again does not come back', async () => {
    const { her, answer } = await resendWhile((_, visitor) =>
      visitor.proveAndCall('changePassword', { newPassword }),
    );
    expect(answer).toBe('not_found');
    expect((await her.account()).email.pending).toBeNull();
  });
});
