import { expect, test } from 'vitest';
import type { RuleWorld, Visitor } from './rule-world.ts';
import { ada, grace, newPassword, onEveryStore, outcome, sixteen, tally } from './rule-world.ts';

const newEmail = 'new@example.com';
const request = (visitor: Visitor, address: string = newEmail) =>
  visitor.proveAndCall('requestEmailChange', { newEmail: address });

onEveryStore('the link to a new address', (open) => {
  async function asked(): Promise<{ world: RuleWorld; her: Visitor; link: string }> {
    const world = await open();
    const her = await world.signIn(ada);
    await request(her);
    return { world, her, link: await world.linkTo(newEmail) };
  }

  test('makes it the address, verified, with nothing but the token', async () => {
    const { world, her, link } = await asked();
    const { version } = await her.account();
    const answer = await world.follow('confirmEmailChange', link);
    expect(answer).toEqual({ done: true, maskedEmail: 'n•••@example.com' });
    const account = await her.account();
    expect(account.email).toEqual({
      address: newEmail,
      verified: true,
      pending: null,
      verification: null,
    });
    expect(account.version).toBe(version + 1);
    expect(await world.ownerOf(newEmail)).toBe('ada');
    expect(await world.ownerOf(ada.email)).toBeNull();
  });

  test('starts no session, and ends none', async () => {
    const { world, her, link } = await asked();
    const sessions = async () =>
      (await world.dump()).match(
        /tokenDigest":"[\w-]+","accountId|token_digest":"[\w-]+","account_id":"ada","authenticated/g,
      )?.length;
    const before = await sessions();
    expect(before).toBeGreaterThan(0);
    await world.follow('confirmEmailChange', link);
    expect(await sessions()).toBe(before);
    expect(await outcome(her.account())).toBe('done');
  });

  test('tells the old address, with a link; the new one gets nothing more', async () => {
    const { world, link } = await asked();
    await world.deliver();
    world.mailbox.clear();
    await world.follow('confirmEmailChange', link);
    expect(await world.linksTo(ada.email)).toHaveLength(1);
    expect(world.mailbox.list()).toHaveLength(1);
  });

  test('works once', async () => {
    const { world, her, link } = await asked();
    await world.follow('confirmEmailChange', link);
    const before = await world.dump();
    expect(await outcome(world.follow('confirmEmailChange', link))).toBe('link_used');
    expect(await world.dump()).toBe(before);
    expect((await her.account()).email.address).toBe(newEmail);
  });

  test('of 16 that follow it at once exactly one wins, and the notice goes out once', async () => {
    const { world, her, link } = await asked();
    await world.deliver();
    world.mailbox.clear();
    const { version } = await her.account();
    const counts = await tally(sixteen(() => world.follow('confirmEmailChange', link)));
    expect(counts).toEqual({ done: 1, link_used: 15 });
    expect((await her.account()).version).toBe(version + 1);
    await world.deliver();
    expect(world.mailbox.list()).toHaveLength(1);
    expect((await world.dump()).match(/"email_changed"/g)).toHaveLength(1);
  });

  test('works until a second before its hour is over, and no second after it', async () => {
    for (const [seconds, expected] of [
      [3599, 'done'],
      [3600, 'link_expired'],
      [3601, 'link_expired'],
    ] as const) {
      const { world, link } = await asked();
      world.clock.advance(seconds);
      const before = await world.dump();
      expect(await outcome(world.follow('confirmEmailChange', link))).toBe(expected);
      if (expected === 'done') continue;
      expect(await world.dump()).toBe(before);
      expect(await world.ownerOf(newEmail)).toBeNull();
    }
  });

  test('that has run out stays so when another change is asked for', async () => {
    const { world, her, link } = await asked();
    world.clock.advance(3600);
    await request(her, 'other@example.com');
    expect(await outcome(world.follow('confirmEmailChange', link))).toBe('link_expired');
  });

  test('is refused after cancel; a cancel after it changes nothing', async () => {
    const { world, her, link } = await asked();
    await her.call('cancelEmailChange');
    expect(await outcome(world.follow('confirmEmailChange', link))).toBe('link_invalid');
    world.clock.advance(60);
    await request(her);
    await world.follow('confirmEmailChange', await world.linkTo(newEmail));
    const before = await world.dump();
    expect((await her.call('cancelEmailChange')).account.email.address).toBe(newEmail);
    expect(await world.dump()).toBe(before);
  });

  test('never reads as used when the change was cancelled between looking and taking', async () => {
    const { world, her, link } = await asked();
    const { store } = world.ports;
    world.ports.store = {
      ...store,
      async findEmailChange(...asked) {
        const found = await store.findEmailChange(...asked);
        world.ports.store = store;
        await her.call('cancelEmailChange');
        return found;
      },
    };
    expect(await outcome(world.follow('confirmEmailChange', link))).toBe('link_invalid');
    expect((await her.account()).email).toMatchObject({ address: ada.email, pending: null });
  });

  test('ends as cancelled or as confirmed when both come at once, never as both', async () => {
    const { world, her, link } = await asked();
    const works = sixteen((index) =>
      index % 2 === 0 ? her.call('cancelEmailChange') : world.follow('confirmEmailChange', link),
    );
    const outcomes = await Promise.all(works.map(outcome));
    const confirmed = outcomes.filter((one, index) => index % 2 === 1 && one === 'done').length;
    const { email } = await her.account();
    expect(email.pending).toBeNull();
    expect(email.address).toBe(confirmed === 1 ? newEmail : ada.email);
    expect(confirmed).toBeLessThanOrEqual(1);
  });

  test('is not opened by a token that differs in anything, and such tries change nothing', async () => {
    const { world, link } = await asked();
    const [report] = await world.linksTo(ada.email);
    const flip = (at: number) =>
      `${link.slice(0, at)}${link[at] === 'A' ? 'B' : 'A'}${link.slice(at + 1)}`;
    const tokens = [
      ...Array.from({ length: link.length }, (_, at) => flip(at)),
      link.toLowerCase() === link ? link.toUpperCase() : link.toLowerCase(),
      link.slice(0, -1),
      link.slice(1),
      `${link}A`,
      `${link}=`,
      `${link} `,
      ` ${link}`,
      `${link}\u0000`,
      encodeURIComponent(`${link}/`),
      report ?? '',
      world.ports.secrets.mintSecret(),
      '\uD800',
    ];
    const before = await world.dump();
    for (const token of tokens) {
      const answer = await outcome(world.follow('confirmEmailChange', token));
      expect([token, answer]).toEqual([token, 'link_invalid']);
    }
    expect(await world.dump()).toBe(before);
    expect(await outcome(world.follow('confirmEmailChange', link))).toBe('done');
  });

  test('is judged as an input: empty, of a wrong type, too long, with other keys', async () => {
    const { world, her, link } = await asked();
    const follow = (input: unknown) => outcome(her.call('confirmEmailChange', input as never));
    expect(await follow({ token: '' })).toBe('validation_failed /token required');
    expect(await follow({ token: [link] })).toBe('validation_failed /token invalid_type');
    expect(await follow({ token: 'a'.repeat(513) })).toBe('validation_failed /token too_long');
    expect(await follow({ token: link, accountId: 'grace' })).toBe(
      'validation_failed /accountId unknown_key',
    );
    expect(await world.ownerOf(newEmail)).toBeNull();
  });

  test('acts on its own account in somebody else’s session, and on nobody else’s', async () => {
    const { world, her, link } = await asked();
    const other = await world.signIn(grace);
    const before = await other.account();
    const answer = await other.call('confirmEmailChange', { token: link });
    expect(answer).toEqual({ done: true, maskedEmail: 'n•••@example.com' });
    expect(await other.account()).toEqual(before);
    expect((await her.account()).email.address).toBe(newEmail);
  });

  test('dies with the account, and does not act on one that is made with the same address', async () => {
    const { world, her, link } = await asked();
    await her.proveAndCall('deleteAccount');
    expect(await outcome(world.follow('confirmEmailChange', link))).toBe('link_invalid');
  });

  test('of two accounts that follow theirs to one address at once exactly one gets it', async () => {
    const { world, her, link } = await asked();
    const other = await world.signIn(grace);
    world.clock.advance(60);
    await request(other);
    const otherLink = await world.linkTo(newEmail);
    expect(otherLink).not.toBe(link);
    const counts = await tally([
      world.follow('confirmEmailChange', link),
      world.follow('confirmEmailChange', otherLink),
    ]);
    expect(counts).toEqual({ done: 1, email_taken: 1 });
    const [mine, theirs] = [await her.account(), await other.account()];
    expect(
      [mine.email.address, theirs.email.address].filter((one) => one === newEmail),
    ).toHaveLength(1);
    expect([mine.email.pending, theirs.email.pending]).toEqual([null, null]);
  });
});

onEveryStore('the old address', (open) => {
  const week = 604_800;

  async function moved(): Promise<{ world: RuleWorld; her: Visitor }> {
    const world = await open();
    const her = await world.signIn(ada);
    await request(her);
    await world.follow('confirmEmailChange', await world.linkTo(newEmail));
    world.clock.advance(60);
    return { world, her };
  }

  test('can be taken by nobody else for seven days, and by anybody after', async () => {
    const { world } = await moved();
    const other = await world.signIn(grace);
    for (const spelling of [ada.email, 'ADA@example.com']) {
      const sent = (await world.linksTo(ada.email)).length;
      await request(other, spelling);
      // A warning instead of a link.
      expect(await world.linksTo(ada.email)).toHaveLength(sent);
      world.clock.advance(60);
    }
    world.clock.set('2026-11-27T11:59:59.999Z');
    const sent = (await world.linksTo(ada.email)).length;
    await request(other, ada.email);
    expect(await world.linksTo(ada.email)).toHaveLength(sent);
    world.clock.set('2026-11-27T12:01:00.000Z');
    await request(other, ada.email);
    await world.follow('confirmEmailChange', await world.linkTo(ada.email));
    expect(await world.ownerOf(ada.email)).toBe('grace');
  });

  test('cannot be had by a link that was mailed while it was free', async () => {
    const world = await open();
    const [her, other] = [await world.signIn(ada), await world.signIn(grace)];
    await request(other, newEmail);
    const early = await world.linkTo(newEmail);
    world.clock.advance(60);
    await request(her, newEmail);
    await world.follow('confirmEmailChange', await world.linkTo(newEmail));
    await request(her, 'third@example.com');
    await world.follow('confirmEmailChange', await world.linkTo('third@example.com'));
    expect(await outcome(world.follow('confirmEmailChange', early))).toBe('email_taken');
  });

  test('can be taken back by its own account meanwhile, and is then kept no longer', async () => {
    const { world, her } = await moved();
    await request(her, ada.email);
    await world.follow('confirmEmailChange', await world.linkTo(ada.email));
    expect((await her.account()).email).toEqual({
      address: ada.email,
      verified: true,
      pending: null,
      verification: null,
    });
    world.clock.advance(week * 2);
    const other = await world.signIn(grace);
    await request(other, ada.email);
    expect(await world.ownerOf(ada.email)).toBe('ada');
  });

  test('is free at once when the account is deleted', async () => {
    const { world, her } = await moved();
    await her.proveAndCall('deleteAccount');
    const other = await world.signIn(grace);
    await request(other, ada.email);
    await world.follow('confirmEmailChange', await world.linkTo(ada.email));
    expect(await world.ownerOf(ada.email)).toBe('grace');
  });

  test('is told also of a change that a password change could not stop', async () => {
    const { world, her } = await moved();
    await her.proveAndCall('changePassword', { newPassword });
    const [report] = await world.linksTo(ada.email);
    expect(await outcome(world.follow('reportEmailChange', report ?? ''))).toBe('done');
    expect(await world.ownerOf(ada.email)).toBe('ada');
  });
});
