import { expect, test } from 'vitest';
import { provisionAccount } from '../../src/server/operations/provision.ts';
import type { ProvisionedAccount } from '../../src/server/ports/actor.ts';
import { ada, noon, onEveryStore, outcome, sixteen } from './rule-world.ts';

const known: ProvisionedAccount = {
  email: 'Olga@Example.com',
  emailVerified: true,
  name: 'Olga Orlova',
  username: 'Olga',
  language: 'PT-br',
  identities: [
    { provider: 'google', label: 'Google', owns: ['name', 'password', 'constructor'] },
    {
      provider: 'github',
      label: 'GitHub',
      name: 'olga-o',
      connectedAt: '2020-01-01T00:00:00.000Z',
    },
  ],
};

onEveryStore('an account that a host knows', (open) => {
  const visitor = (sessionId = 'host') => ({
    accountId: 'olga',
    sessionId,
    authenticatedAt: noon,
    methods: ['oidc'],
  });

  test('is made with what the host knows, in stored form, and without a password', async () => {
    const world = await open();
    await provisionAccount(world.ports, 'olga', known);
    const account = await world.visit(visitor()).account();
    expect(account).toMatchObject({
      id: 'olga',
      version: 1,
      email: { address: 'Olga@example.com', verified: true, pending: null },
      password: { set: false, changedAt: null },
      profile: {
        name: { value: 'Olga Orlova', editable: false, owner: 'Google' },
        username: { value: 'olga', editable: true },
        language: { value: 'pt-BR' },
        nickname: { value: null },
      },
      identities: [
        { provider: 'google', label: 'Google', name: null, connectedAt: noon },
        { provider: 'github', name: 'olga-o', connectedAt: '2020-01-01T00:00:00.000Z' },
      ],
    });
    expect(await world.dump()).not.toMatch(/"constructor\\?"/);
  });

  test('is verified by true alone, and by nothing that looks like it', async () => {
    for (const emailVerified of ['false', 'true', 1, {}, null, undefined]) {
      const world = await open();
      const claimed = { ...known, emailVerified: emailVerified as never };
      await provisionAccount(world.ports, 'olga', claimed);
      expect((await world.visit(visitor()).account()).email.verified).toBe(false);
    }
  });

  test('leaves out what a profile cannot hold', async () => {
    const world = await open();
    await provisionAccount(world.ports, 'olga', {
      ...known,
      name: 'n'.repeat(151),
      username: 'olga orlova',
      givenName: 7 as never,
      familyName: '\u202Eavolro',
      nickname: '  ',
      language: 'no language',
    });
    const { profile } = await world.visit(visitor()).account();
    expect(Object.values(profile).map(({ value }) => value)).toEqual(Array(6).fill(null));
  });

  test('is refused with a sentence when its address is none', async () => {
    const world = await open();
    const before = await world.dump();
    for (const email of ['', 'olga', 'a@x.com,b@y.com', undefined, null, ['a@x.com']]) {
      const claimed = { ...known, email: email as never };
      await expect(provisionAccount(world.ports, 'olga', claimed)).rejects.toThrow(
        /^selvedge: provision\("olga"\)/,
      );
    }
    expect(await world.dump()).toBe(before);
  });

  test('is made once, by however many requests at once', async () => {
    const world = await open();
    const made = await Promise.all(sixteen(() => provisionAccount(world.ports, 'olga', known)));
    expect(new Set(made.map(({ id }) => id))).toEqual(new Set(['olga']));
    expect((await world.dump()).match(/"account_provisioned"/g)).toHaveLength(3);
    expect((await world.visit(visitor()).account()).version).toBe(1);
  });

  test('is not overwritten by a later visit', async () => {
    const world = await open();
    await provisionAccount(world.ports, 'olga', known);
    await world.visit(visitor()).call('updateProfile', { nickname: 'Olya' });
    const again = await provisionAccount(world.ports, 'olga', { ...known, nickname: 'Other' });
    expect(again).toMatchObject({ nickname: 'Olya', version: 2 });
  });

  test('never takes an address or a username of somebody, and never becomes theirs', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    await her.call('updateProfile', { username: 'weaver' });
    const before = await world.dump();
    const provision = (change: Partial<ProvisionedAccount>) =>
      outcome(provisionAccount(world.ports, 'olga', { ...known, ...change }));
    expect(await provision({ email: 'ADA@example.com' })).toBe('email_taken');
    expect(await provision({ username: 'Weaver' })).toBe('username_taken');
    expect(await world.dump()).toBe(before);
    expect(await world.ports.store.findAccount('olga', noon)).toBeNull();
  });

  test('of 16 ids that claim one address at once exactly one is made', async () => {
    const world = await open();
    const works = sixteen((index) => {
      const username = `olga${index}`;
      return outcome(provisionAccount(world.ports, `olga-${index}`, { ...known, username }));
    });
    const outcomes = await Promise.all(works);
    expect(outcomes.filter((one) => one === 'done')).toHaveLength(1);
    expect(outcomes.filter((one) => one === 'email_taken')).toHaveLength(15);
  });
});
