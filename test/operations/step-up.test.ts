import { expect, test } from 'vitest';
import { signIn } from '../../src/server/operations/sign-in.ts';
import {
  ada,
  grace,
  newPassword,
  noon,
  onEveryStore,
  outcome,
  refusal,
  sixteen,
  tally,
  whileVerifying,
  wrongPassword as wrong,
} from './rule-world.ts';

const newEmail = 'new@example.com';
const proofs = [
  { name: 'requestEmailChange', input: { newEmail } },
  { name: 'changePassword', input: { newPassword } },
  { name: 'deleteAccount', input: undefined },
] as const;

onEveryStore('a proof', (open) => {
  for (const { name, input } of proofs) {
    test(`${name} without one is refused, names purpose and method, and leaves no trace`, async () => {
      const world = await open();
      const her = await world.signIn(ada);
      const before = world.dump();
      const refused = await refusal(her.call(name, input));
      expect(refused.code).toBe('step_up_required');
      expect(refused.stepUp).toEqual({ purpose: name, methods: [{ kind: 'password' }] });
      expect(world.dump()).toBe(before);
      await world.deliver();
      expect(world.mailbox.list()).toEqual([]);
    });

    test(`${name} takes one only from its own account, session and purpose, and before it runs out`, async () => {
      const world = await open();
      const her = await world.signIn(ada);
      const herOther = await world.signIn(ada);
      const other = await world.signIn(grace);
      const grants = {
        'of another session': await herOther.prove(name),
        'of another account': await other.prove(name),
        'for another purpose': await her.prove(
          name === 'deleteAccount' ? 'changePassword' : 'deleteAccount',
        ),
        'that is a session token': her.token,
        'that is empty': '',
        'that nobody minted': world.ports.secrets.mintSecret(),
      };
      const late = await her.prove(name);
      const before = world.dump();
      for (const [which, grant] of Object.entries(grants)) {
        expect([which, await outcome(her.call(name, input, { grant }))]).toEqual([
          which,
          'step_up_required',
        ]);
      }
      world.clock.advance(300);
      expect(await outcome(her.call(name, input, { grant: late }))).toBe('step_up_required');
      expect(world.dump()).toBe(before);
      world.clock.advance(-1);
      expect(await outcome(her.call(name, input, { grant: late }))).toBe('done');
    });
  }

  test('is none once the session that gave it has ended', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    const grant = await her.prove('deleteAccount');
    const { endSession } = world.ports.store;
    const audit = { id: 'audit', event: 'signed_out', sessionId: null, details: {} };
    await endSession(world.ports.secrets.digest(her.token), audit, noon);
    expect(await outcome(her.call('deleteAccount', undefined, { grant }))).toBe('session_ended');
    const herNext = await world.signIn(ada);
    const refused = await outcome(herNext.call('deleteAccount', undefined, { grant }));
    expect(refused).toBe('step_up_required');
  });

  test('allows one operation', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    const grant = await her.prove('requestEmailChange');
    expect(await outcome(her.call('requestEmailChange', { newEmail }, { grant }))).toBe('done');
    const again = her.call('requestEmailChange', { newEmail: 'two@example.com' }, { grant });
    expect(await outcome(again)).toBe('step_up_required');
    expect((await her.account()).email.pending?.address).toBe(newEmail);
  });

  test('of 16 different operations that race with it exactly one happens', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    const grant = await her.prove('requestEmailChange');
    const { version } = await her.account();
    const addresses = sixteen((index) => `new${index}@example.com`);
    const counts = await tally(
      addresses.map((address) => her.call('requestEmailChange', { newEmail: address }, { grant })),
    );
    expect(counts).toEqual({ done: 1, step_up_required: 15 });
    expect((await her.account()).version).toBe(version + 1);
    await world.deliver();
    const links = world.mailbox.list().filter((mail) => mail.to !== ada.email);
    expect(links).toHaveLength(1);
    expect(addresses).toContain(links[0]?.to);
  });

  test('is not used up by an operation that is refused for its input, its policy or its state', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    const forEmail = await her.prove('requestEmailChange');
    const forPassword = await her.prove('changePassword');
    const email = (address: string) =>
      outcome(her.call('requestEmailChange', { newEmail: address }, { grant: forEmail }));
    const password = (input: { newPassword: string; oldPassword?: string }) =>
      outcome(her.call('changePassword', input, { grant: forPassword }));
    expect(await email('no address')).toBe('validation_failed /newEmail malformed');
    expect(await email(ada.email)).toBe('validation_failed /newEmail email_same');
    expect(await password({ newPassword: 'short' })).toBe(
      'validation_failed /newPassword password_too_short',
    );
    expect(await password({ newPassword: ada.password })).toBe(
      'validation_failed /newPassword password_same',
    );
    expect(await password({ newPassword, oldPassword: wrong })).toBe(
      'validation_failed /oldPassword wrong_password',
    );
    expect(await email(newEmail)).toBe('done');
    expect(await password({ newPassword })).toBe('done');
  });

  test('is not used up by an operation that a limit refuses', async () => {
    const world = await open();
    const [her, other] = [await world.signIn(ada), await world.signIn(grace)];
    await other.proveAndCall('requestEmailChange', { newEmail });
    const grant = await her.prove('requestEmailChange');
    const request = () => outcome(her.call('requestEmailChange', { newEmail }, { grant }));
    expect(await request()).toBe('rate_limited');
    world.clock.advance(60);
    expect(await request()).toBe('done');
  });

  test('is asked for after schema and policy, and before the state is told', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    const password = (input: { newPassword: string; oldPassword?: string }) =>
      outcome(her.call('changePassword', input));
    expect(await outcome(her.call('requestEmailChange', { newEmail: '' }))).toBe(
      'validation_failed /newEmail required',
    );
    expect(await password({ newPassword: '' })).toBe('validation_failed /newPassword required');
    expect(await password({ newPassword: 'short' })).toBe(
      'validation_failed /newPassword password_too_short',
    );
    // What is stored is told to nobody without a proof: neither the present password nor the old one.
    expect(await password({ newPassword: ada.password })).toBe('step_up_required');
    expect(await password({ newPassword, oldPassword: ada.password })).toBe('step_up_required');
    expect(await password({ newPassword, oldPassword: wrong })).toBe('step_up_required');
  });

  test('dies with a change of the password, a confirmed address and a report', async () => {
    const endings: Record<string, (world: Awaited<ReturnType<typeof open>>) => Promise<unknown>> = {
      'change of password': async (world) =>
        (await world.signIn(ada)).proveAndCall('changePassword', { newPassword }),
      'confirmed address': async (world) => {
        await (await world.signIn(ada)).proveAndCall('requestEmailChange', { newEmail });
        await world.follow('confirmEmailChange', await world.linkTo(newEmail));
      },
      report: async (world) => {
        await (await world.signIn(ada)).proveAndCall('requestEmailChange', { newEmail });
        await world.follow('reportEmailChange', await world.linkTo(ada.email));
      },
    };
    for (const [how, end] of Object.entries(endings)) {
      const world = await open();
      // A host's own session: it is not ended by the store, so that only the death of the grant can stop it.
      const her = world.visit({
        accountId: 'ada',
        sessionId: 'of the host',
        authenticatedAt: noon,
        methods: [],
      });
      const grant = await her.prove('deleteAccount');
      await end(world);
      const refused = await outcome(her.call('deleteAccount', undefined, { grant }));
      expect([how, refused]).toEqual([how, 'step_up_required']);
    }
  });

  test('is not minted from a password that is changed while it is looked at', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    const grant = await her.prove('changePassword');
    whileVerifying(world, () => her.call('changePassword', { newPassword }, { grant }));
    expect(await outcome(her.prove('deleteAccount'))).toBe(
      'validation_failed /password wrong_password',
    );
  });
});

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

  test('is one for sign-in, step-up and the old password, over all sessions', async () => {
    const world = await open();
    const [her, herOther] = [await world.signIn(ada), await world.signIn(ada)];
    const grant = await her.prove('changePassword');
    const ways = [
      () => herOther.prove('deleteAccount', wrong),
      () => her.call('changePassword', { newPassword, oldPassword: wrong }, { grant }),
      () => signIn(world.ports, { email: ada.email, password: wrong }),
    ];
    for (let index = 0; index < 9; index++) {
      expect(await outcome(ways[index % 3]!())).toMatch(/wrong_(password|credentials)$/);
    }
    for (const way of ways) expect(await outcome(way())).toBe('rate_limited');
    const right = { email: ada.email, password: ada.password };
    expect(await outcome(signIn(world.ports, right))).toBe('rate_limited');
    // Somebody else's tries are their own.
    const other = await world.signIn(grace);
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
    expect(await tally(tries)).toEqual({ [wrongProof]: 10, rate_limited: 150 });
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

onEveryStore('without a password here', (open) => {
  const olga = { id: 'olga', email: 'olga@example.com', password: null };
  const visit = async (authenticatedAt: string) => {
    const world = await open({ people: [olga] });
    const actor = { accountId: 'olga', sessionId: 'host', authenticatedAt, methods: ['oidc'] };
    return { world, her: world.visit(actor) };
  };

  test('the method is to sign in again', async () => {
    const { her } = await visit(noon);
    const refused = await refusal(her.call('deleteAccount'));
    expect(refused.stepUp).toEqual({ purpose: 'deleteAccount', methods: [{ kind: 'sign_in' }] });
  });

  test('a sign-in of the last five minutes is the proof', async () => {
    for (const authenticatedAt of [noon, '2026-11-20T11:55:00.000Z', '2026-11-20T13:00:00+01:00']) {
      const { her } = await visit(authenticatedAt);
      const { grant } = (await her.call('stepUp', { purpose: 'deleteAccount' })) as unknown as {
        grant: { secret: string };
      };
      const deleted = her.call('deleteAccount', undefined, { grant: grant.secret });
      expect(await outcome(deleted)).toBe('done');
    }
  });

  test('an older, future, absent or garbled sign-in proves nothing', async () => {
    const instants = [
      '2026-11-20T11:54:59.999Z',
      '2026-11-20T12:00:00.001Z',
      '2126-11-20T12:00:00.000Z',
      '1970-01-01T00:00:00.000Z',
      '',
      'yesterday',
      'NaN',
      undefined as unknown as string,
      null as unknown as string,
    ];
    for (const authenticatedAt of instants) {
      const { world, her } = await visit(authenticatedAt);
      const before = world.dump();
      const proof = outcome(her.call('stepUp', { purpose: 'deleteAccount' }));
      expect([authenticatedAt, await proof]).toEqual([authenticatedAt, 'step_up_required']);
      expect(world.dump()).toBe(before);
    }
  });

  test('a password proves nothing, and setting one is not allowed', async () => {
    const { her } = await visit(noon);
    expect(await outcome(her.prove('deleteAccount', ada.password))).toBe(
      'validation_failed /password wrong_password',
    );
    const refused = await refusal(her.call('changePassword', { newPassword }));
    expect([refused.code, refused.reason]).toEqual(['not_allowed', 'no_password']);
    const { abilities, password } = await her.account();
    expect(abilities.changePassword).toMatchObject({ allowed: false, reason: 'no_password' });
    expect(password.set).toBe(false);
  });
});

onEveryStore('the policy of proofs', (open) => {
  test('an operation that asks for none needs none, says so, and mints none', async () => {
    const operations = { changePassword: false } as never;
    const world = await open({ settings: { stepUp: { operations } } });
    const her = await world.signIn(ada);
    const { abilities } = await her.account();
    expect([abilities.changePassword.stepUp, abilities.deleteAccount.stepUp]).toEqual([
      false,
      true,
    ]);
    expect(await outcome(her.prove('changePassword'))).toBe('not_allowed');
    expect(await outcome(her.call('changePassword', { newPassword }))).toBe('done');
    expect(await outcome(her.call('deleteAccount'))).toBe('step_up_required');
  });

  test('a proof that may be used again serves its purpose until it runs out, and no other', async () => {
    const world = await open({ settings: { stepUp: { reuse: true, lifetimeSeconds: 100 } } });
    const her = await world.signIn(ada);
    const grant = await her.prove('requestEmailChange');
    const request = (address: string) =>
      outcome(her.call('requestEmailChange', { newEmail: address }, { grant }));
    expect(await request('one@example.com')).toBe('done');
    expect(await request('two@example.com')).toBe('done');
    expect(await outcome(her.call('deleteAccount', undefined, { grant }))).toBe('step_up_required');
    world.clock.advance(99);
    expect(await request('three@example.com')).toBe('done');
    world.clock.advance(1);
    expect(await request('four@example.com')).toBe('step_up_required');
  });

  test('profile and picture ask for none', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    const { abilities } = await her.account();
    expect([abilities.updateProfile.stepUp, abilities.changeAvatar.stepUp]).toEqual([false, false]);
    expect(await outcome(her.call('updateProfile', { nickname: 'Countess' }))).toBe('done');
    expect(await outcome(her.call('removeAvatar'))).toBe('done');
  });
});
