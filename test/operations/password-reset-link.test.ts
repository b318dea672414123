import { expect, test } from 'vitest';
import { signIn } from '../../src/server/operations/sign-in.ts';
import type { AccountStore } from '../../src/server/ports/account-store.ts';
import { outbox } from './rule-traces.ts';
import type { RuleWorld } from './rule-world.ts';
import { ada, entry, newPassword, onEveryStore, outcome, sixteen, tally } from './rule-world.ts';

const wrongCredentials = 'validation_failed  wrong_credentials';

const by = (world: RuleWorld, password: string): Promise<string> =>
  outcome(signIn(world.ports, entry({ email: ada.email, password })));

/** The link in the notice of a sign-in. */
async function openNotice(world: RuleWorld): Promise<string> {
  await by(world, ada.password);
  return world.linkTo(ada.email);
}

async function askFor(world: RuleWorld): Promise<string> {
  await world.ask('requestPasswordReset', { email: ada.email });
  return world.linkTo(ada.email);
}

onEveryStore('the link to a new password', (open) => {
  const use = (world: RuleWorld, token: string, password = newPassword) =>
    outcome(world.ask('resetPassword', { token, newPassword: password }));

  test('works once', async () => {
    const world = await open();
    const token = await askFor(world);
    expect(await use(world, token)).toBe('done');
    expect(await use(world, token, 'eight loud herons dive')).toBe('link_used');
    expect(await by(world, newPassword)).toBe('done');
  });

  test('works for an hour, and not a second longer', async () => {
    for (const [seconds, expected] of [
      [3599, 'done'],
      [3600, 'link_expired'],
    ] as const) {
      const world = await open();
      const token = await askFor(world);
      world.clock.advance(seconds);
      expect(await use(world, token)).toBe(expected);
    }
  });

  test('is dead once a newer one was mailed', async () => {
    const world = await open();
    const older = await askFor(world);
    world.clock.advance(60);
    const newer = await askFor(world);
    expect(newer).not.toBe(older);
    expect(await use(world, older)).toBe('link_invalid');
    expect(await use(world, newer)).toBe('done');
  });

  test('is dead once the address, the password or the account is another', async () => {
    const doings: ((world: RuleWorld) => Promise<unknown>)[] = [
      async (world) => {
        const her = await world.signIn(ada);
        await her.proveAndCall('requestEmailChange', { newEmail: 'new@example.com' });
        await world.follow('confirmEmailChange', await world.linkTo('new@example.com'));
      },
      async (world) => {
        const her = await world.signIn(ada);
        await her.proveAndCall('changePassword', { newPassword: 'eight loud herons dive' });
      },
      async (world) => (await world.signIn(ada)).proveAndCall('deleteAccount'),
    ];
    for (const doing of doings) {
      const world = await open();
      const token = await askFor(world);
      await doing(world);
      expect(await use(world, token)).toBe('link_invalid');
    }
  });

  test('is no other link, and no other link is it', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    const reset = await askFor(world);
    await her.proveAndCall('requestEmailChange', { newEmail: 'new@example.com' });
    const others = [
      await world.linkTo('new@example.com'),
      await world.linkTo(ada.email),
      '',
      'x'.repeat(43),
      `${reset}x`,
    ];
    for (const token of others) {
      // Not even the present password is told by one.
      expect(await use(world, token, ada.password)).toMatch(/^(link_invalid|.* required)$/);
    }
    const notice = await openNotice(world);
    expect(await use(world, notice, ada.password)).toBe('link_invalid');
    for (const name of [
      'confirmEmailChange',
      'reportEmailChange',
      'reportSecurityEvent',
    ] as const) {
      expect(await outcome(world.follow(name, reset))).toBe('link_invalid');
    }
    expect(await by(world, ada.password)).toBe('done');
    expect(await use(world, reset)).toBe('done');
  });

  test('of 16 that race with one exactly one sets its password, and one notice leaves', async () => {
    const world = await open();
    const token = await askFor(world);
    const passwords = sixteen((index) => `seven quiet otters swim ${index}`);
    const settled = await Promise.all(passwords.map((password) => use(world, token, password)));
    expect(settled.filter((one) => one === 'done')).toHaveLength(1);
    expect(settled.filter((one) => one === 'link_used')).toHaveLength(15);
    await world.deliver();
    expect(world.mailbox.list()).toHaveLength(2);
    expect(await by(world, passwords[settled.indexOf('done')] ?? '')).toBe('done');
    expect(await by(world, passwords[settled.indexOf('link_used')] ?? '')).toBe(wrongCredentials);
  });

  test('asked for 16 times at once is mailed once', async () => {
    const world = await open();
    const counts = await tally(
      sixteen(() => world.ask('requestPasswordReset', { email: ada.email })),
    );
    expect(counts).toEqual({ done: 16 });
    expect(await outbox(world)).toHaveLength(1);
  });

  test('that ends while it is used is told as what it is then', async () => {
    const world = await open();
    const token = await askFor(world);
    const { store } = world.ports;
    const late: AccountStore = Object.create(store, {
      takePasswordReset: {
        async value(...input: Parameters<AccountStore['takePasswordReset']>) {
          world.ports.store = store;
          world.clock.advance(60);
          await world.ask('requestPasswordReset', { email: ada.email });
          await world.deliver();
          return store.takePasswordReset(...input);
        },
      },
    }) as AccountStore;
    world.ports.store = late;
    expect(await use(world, token)).toBe('link_invalid');
    expect(await by(world, ada.password)).toBe('done');
  });
});
