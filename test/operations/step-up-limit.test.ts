import { expect, test } from 'vitest';
import { signIn } from '../../src/server/operations/sign-in.ts';
import {
  ada,
  grace,
  newPassword,
  onEveryStore,
  outcome,
  refusal,
  sixteen,
  tallyBurst,
  wrongPassword as wrong,
  entry,
} from './rule-world.ts';
import { logOf, mailed } from './rule-traces.ts';
import { switchOn } from './second-factor.ts';

const newEmail = 'new@example.com';
const proofs = [
  { name: 'requestEmailChange', input: { newEmail } },
  { name: 'changePassword', input: { newPassword } },
  { name: 'deleteAccount', input: undefined },
] as const;

onEveryStore('the limit of proofs', (open) => {
  const wrongProof = 'validation_failed /password wrong_password';

  test('lets exactly 10 tries in 5 minutes pass, the right ones counted, and says when the next may', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    for (let index = 0; index < 10; index++) {
      const password = index % 2 === 0 ? ada.password : wrong;
      const expected = index % 2 === 0 ? 'done' : wrongProof;
      expect(await outcome(her.prove('deleteAccount', password))).toBe(expected);
      world.clock.advance(10);
    }
    const refused = await refusal(her.prove('deleteAccount'));
    expect([refused.code, refused.retryAfterSeconds]).toEqual(['rate_limited', 200]);
    world.clock.advance(199);
    expect(await outcome(her.prove('deleteAccount'))).toBe('rate_limited');
    world.clock.advance(1);
    expect(await outcome(her.prove('deleteAccount'))).toBe('done');
    expect((await refusal(her.prove('deleteAccount'))).retryAfterSeconds).toBe(10);
  });

  test('is one for every way of proving within a session, the old password among them', async () => {
    const world = await open({ settings: { stepUp: { emailCode: true } } });
    const her = await world.signIn(ada);
    const grant = await her.prove('changePassword');
    const proveBy = (proof: object) => her.proveBy({ purpose: 'deleteAccount', ...proof });
    const ways = [
      () => proveBy({ password: wrong }),
      () => proveBy({ emailCode: '000000' }),
      () => her.call('changePassword', { newPassword, oldPassword: wrong }, { grant }),
    ];
    for (let index = 0; index < 9; index++) {
      expect(await outcome(ways[index % 3]!())).toMatch(/wrong_(password|code)$/);
    }
    for (const way of ways) expect(await outcome(way())).toBe('rate_limited');
    expect(await outcome(her.prove('deleteAccount'))).toBe('rate_limited');
  });

  test('is one for the codes of the app and the recovery codes, too', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    const factor = await switchOn(world, her);
    world.clock.advance(300);
    const proveBy = (proof: object) => her.proveBy({ purpose: 'deleteAccount', ...proof });
    const ways = [
      () => proveBy({ totpCode: factor.wrong() }),
      () => proveBy({ recoveryCode: 'AAAAA-AAAAA' }),
    ];
    for (let index = 0; index < 10; index++) {
      expect(await outcome(ways[index % 2]!())).toMatch(/wrong_code$/);
    }
    for (const way of ways) expect(await outcome(way())).toBe('rate_limited');
    expect(await outcome(proveBy({ totpCode: factor.code() }))).toBe('rate_limited');
    world.clock.advance(300);
    expect(await outcome(proveBy({ totpCode: factor.code() }))).toBe('done');
  });

  test('is each session’s own, and no sign-in’s, so that nobody uses up the owner’s', async () => {
    const world = await open();
    const [her, herOther] = [await world.signIn(ada), await world.signIn(ada)];
    const other = await world.signIn(grace);
    for (let index = 0; index < 10; index++) {
      expect(await outcome(herOther.prove('deleteAccount', wrong))).toBe(wrongProof);
      const tried = signIn(world.ports, entry({ email: ada.email, password: wrong }));
      expect(await outcome(tried)).toMatch(/wrong_credentials$/);
    }
    expect(await outcome(herOther.prove('deleteAccount'))).toBe('rate_limited');
    const right = entry({ email: ada.email, password: ada.password });
    expect(await outcome(signIn(world.ports, right))).toBe('rate_limited');
    expect(await outcome(her.prove('deleteAccount'))).toBe('done');
    expect(await outcome(other.prove('deleteAccount'))).toBe('done');
  });

  test('looks at no more than 10 of 160 wrong passwords at once', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    let looked = 0;
    const { verify } = world.ports.hasher;
    Object.assign(world.ports.hasher, {
      verify(password: string, hash: string) {
        looked++;
        return verify(password, hash);
      },
    });
    const tries = Array.from({ length: 160 }, () => her.prove('deleteAccount', wrong));
    const counts = await tallyBurst(tries, 'rate_limited');
    expect(counts).toEqual({ [wrongProof]: 10, rate_limited: 150 });
    expect(looked).toBe(10);
  });

  test('is not touched by a request that only asks what to prove', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    for (const { name, input } of proofs) {
      for (const _ of sixteen(() => 0)) {
        expect(await outcome(her.call(name, input))).toBe('step_up_required');
      }
    }
    expect(await outcome(her.prove('deleteAccount'))).toBe('done');
  });
});

onEveryStore('wrong proofs in a row', (open) => {
  const start = async (proofsInARow: number) => {
    const limits = { proofs: [], addresses: [], proofsInARow };
    const world = await open({ settings: { limits } });
    return { world, her: await world.signIn(ada) };
  };

  test('lock that session at the last one, over days and all ways, and tell its owner once', async () => {
    const { world, her } = await start(6);
    const grant = await her.prove('changePassword');
    const old = () => her.call('changePassword', { newPassword, oldPassword: wrong }, { grant });
    for (let index = 0; index < 5; index++) {
      const way = index % 2 === 0 ? her.prove('deleteAccount', wrong) : old();
      expect(await outcome(way)).toMatch(/wrong_password$/);
    }
    world.clock.advance(86_400);
    expect(await mailed(world)).toEqual([]);
    expect(await outcome(her.prove('deleteAccount', wrong))).toMatch(/wrong_password$/);
    expect(await mailed(world)).toEqual([`password_locked ${ada.email}`]);
    const locked = (await logOf(world, 'ada')).find(({ event }) => event === 'password_locked');
    expect(locked).toMatchObject({ sessionId: her.actor.sessionId });
    world.clock.advance(86_400);
    expect(await outcome(her.prove('deleteAccount'))).toBe('password_locked');
    expect(await outcome(her.prove('deleteAccount', wrong))).toBe('password_locked');
    expect(await mailed(world)).toHaveLength(1);
    const herNext = await world.signIn(ada);
    expect(await outcome(herNext.prove('deleteAccount'))).toBe('done');
  });

  test('are forgotten by a right one of any way', async () => {
    const { world, her } = await start(3);
    const fail = async () => {
      for (const _ of [1, 2]) await outcome(her.prove('deleteAccount', wrong));
    };
    await fail();
    expect(await outcome(her.prove('deleteAccount'))).toBe('done');
    await fail();
    const grant = await her.prove('changePassword');
    await fail();
    const change = { newPassword, oldPassword: ada.password };
    expect(await outcome(her.call('changePassword', change, { grant }))).toBe('done');
    for (const _ of [1, 2]) await outcome(her.prove('deleteAccount', wrong));
    expect(await outcome(her.prove('deleteAccount', newPassword))).toBe('done');
    const factor = await switchOn(world, await world.signIn({ id: 'ada' }), newPassword);
    for (const recoveryCode of ['AAAAA-AAAAA', 'BBBBB-BBBBB']) {
      await outcome(her.proveBy({ purpose: 'deleteAccount', recoveryCode }));
    }
    const totpCode = factor.code();
    expect(await outcome(her.proveBy({ purpose: 'deleteAccount', totpCode }))).toBe('done');
  });

  test('lock codes as well as passwords', async () => {
    const { world, her } = await start(2);
    const factor = await switchOn(world, her);
    const [recoveryCode = ''] = factor.recoveryCodes;
    for (const _ of [1, 2]) {
      await outcome(her.proveBy({ purpose: 'deleteAccount', totpCode: factor.wrong() }));
    }
    for (const proof of [{ totpCode: factor.code() }, { recoveryCode }]) {
      const tried = her.proveBy({ purpose: 'deleteAccount', ...proof });
      expect(await outcome(tried)).toBe('password_locked');
    }
  });

  test('of 160 at once are looked at as often as there is room', async () => {
    const { world, her } = await start(100);
    const tries = Array.from({ length: 160 }, () => her.prove('deleteAccount', wrong));
    expect(await tallyBurst(tries, 'password_locked')).toEqual({
      'validation_failed /password wrong_password': 100,
      password_locked: 60,
    });
    expect(await mailed(world)).toEqual([`password_locked ${ada.email}`]);
  });
});
