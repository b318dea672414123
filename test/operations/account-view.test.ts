import { expect, test } from 'vitest';
import type { Account } from '../../src/contract/account.ts';
import { accountView } from '../../src/server/operations/account-view.ts';
import { instant } from '../../src/server/operations/instants.ts';
import { addPasskey } from './passkey-visitor.ts';
import type { WorldOptions } from './rule-world.ts';
import { ada, onEveryStore } from './rule-world.ts';
import { switchOn } from './second-factor.ts';

type Abilities = Account['abilities'];
const olga = { id: 'olga', email: 'olga@example.com', password: null, emailVerified: false };

onEveryStore('what an account may do', (open) => {
  const look = async (options: WorldOptions, id: 'ada' | 'olga' = 'ada'): Promise<Abilities> => {
    const world = await open({ people: [ada, olga], ...options });
    return (await (await world.signIn({ id })).account()).abilities;
  };
  const reasons = (abilities: Abilities): Record<string, string> =>
    Object.fromEntries(
      Object.entries(abilities).flatMap(([name, { allowed, reason }]) => {
        expect(allowed).toBe(reason === null);
        return reason === null ? [] : [[name, reason]];
      }),
    );

  test.each([
    ['everything', 'ada', { passkeys: true }, { verifyEmail: 'already_done' }],
    ['no passkeys', 'olga', {}, { managePasskeys: 'not_offered', manageTwoFactor: 'no_password' }],
    [
      'no mail',
      'olga',
      { mail: false, passkeys: true },
      { verifyEmail: 'not_offered', resetPassword: 'not_offered', manageTwoFactor: 'no_password' },
    ],
    [
      'a host’s own sessions',
      'olga',
      { ownSessions: false, passkeys: true },
      {
        changePassword: 'handled_elsewhere',
        manageTwoFactor: 'handled_elsewhere',
        manageSessions: 'handled_elsewhere',
        resetPassword: 'handled_elsewhere',
      },
    ],
    [
      'a host’s own sessions, for somebody with a password here',
      'ada',
      { ownSessions: false, mail: false, passkeys: true },
      {
        verifyEmail: 'already_done',
        manageTwoFactor: 'handled_elsewhere',
        manageSessions: 'handled_elsewhere',
        resetPassword: 'handled_elsewhere',
      },
    ],
  ] satisfies [string, 'ada' | 'olga', WorldOptions, Record<string, string>][])(
    'with %s is told with the reasons',
    async (_, id, options, expected) => {
      expect(reasons(await look(options, id))).toEqual(expected);
    },
  );

  test('names the proof that each of them asks for, as the settings have it', async () => {
    const asking = (abilities: Abilities): string[] =>
      Object.entries(abilities).flatMap(([name, { stepUp }]) => (stepUp ? [name] : []));
    expect(asking(await look({}))).toEqual([
      'changeEmail',
      'changePassword',
      'manageTwoFactor',
      'managePasskeys',
      'deleteAccount',
    ]);
    const operations = { addPasskey: false, setUpTotp: false, changePassword: false };
    expect(asking(await look({ settings: { stepUp: { operations } } }))).toEqual([
      'changeEmail',
      'deleteAccount',
    ]);
  });

  test('asks for the proof of switching off once the second factor is on', async () => {
    const operations = { disableTwoFactor: false };
    const world = await open({ settings: { stepUp: { operations } } });
    const her = await world.signIn(ada);
    expect((await her.account()).abilities.manageTwoFactor.stepUp).toBe(true);
    await switchOn(world, her);
    expect((await her.account()).abilities.manageTwoFactor.stepUp).toBe(false);
  });
});

onEveryStore('what an account shows', (open) => {
  test('of the second factor, the passkeys and the policy is what they are', async () => {
    const world = await open({ passkeys: true });
    const her = await world.signIn(ada);
    const before = await her.account();
    expect(before).toMatchObject({
      twoFactor: { totpEnabledAt: null, recoveryCodesLeft: 0 },
      passkeys: [],
      password: { policy: { minLength: 15 } },
    });
    expect(before.password.policy).not.toHaveProperty('minLengthWithSecondFactor');
    await addPasskey(her);
    await switchOn(world, her);
    const after = await her.account();
    expect(after).toMatchObject({
      twoFactor: { totpEnabledAt: '2026-11-20T12:00:00.000Z', recoveryCodesLeft: 10 },
      password: { policy: { minLength: 8 } },
    });
    expect(after.passkeys).toEqual([
      {
        id: after.passkeys[0]?.id,
        name: after.passkeys[0]?.name,
        createdAt: '2026-11-20T12:00:00.000Z',
        lastUsedAt: null,
        synced: false,
      },
    ]);
  });

  test('is nothing else that the store knows', async () => {
    const world = await open({ passkeys: true });
    const record = await world.ports.store.findAccount('ada', instant(world.ports));
    if (record === null) throw new Error('gone');
    const secret = { ...record, secret: 'x', passkeys: [{ ...passkey, publicKey: 'x' }] };
    const shown = JSON.stringify(accountView(secret, world.ports));
    for (const name of ['passwordHash', 'publicKey', 'secret', 'sessionsValidFrom', '$memory']) {
      expect(shown).not.toContain(name);
    }
  });
});

const passkey = {
  id: 'p',
  name: 'Phone',
  createdAt: '2026-11-20T12:00:00.000Z',
  lastUsedAt: null,
  synced: true,
};
