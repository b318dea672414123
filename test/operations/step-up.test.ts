import { expect, test } from 'vitest';
import { nowhere } from '../../src/server/ports/session-store.ts';
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
      const before = await world.dump();
      const refused = await refusal(her.call(name, input));
      expect(refused.code).toBe('step_up_required');
      expect(refused.stepUp).toEqual({ purpose: name, methods: [{ kind: 'password' }] });
      expect(await world.dump()).toBe(before);
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
      const before = await world.dump();
      for (const [which, grant] of Object.entries(grants)) {
        expect([which, await outcome(her.call(name, input, { grant }))]).toEqual([
          which,
          'step_up_required',
        ]);
      }
      world.clock.advance(300);
      expect(await outcome(her.call(name, input, { grant: late }))).toBe('step_up_required');
      expect(await world.dump()).toBe(before);
      world.clock.advance(-1);
      expect(await outcome(her.call(name, input, { grant: late }))).toBe('done');
    });
  }

  for (const { name, input } of proofs) {
    test(`${name} is refused by one that dies while it is under way`, async () => {
      const world = await open();
      const [her, herOther] = [await world.signIn(ada), await world.signIn(ada)];
      await herOther.proveAndCall('requestEmailChange', { newEmail: 'moved@example.com' });
      const link = await world.linkTo('moved@example.com');
      const grant = await her.prove(name);
      const { store } = world.ports;
      world.ports.store = {
        ...store,
        async findGrant(...asked) {
          const found = await store.findGrant(...asked);
          world.ports.store = store;
          await world.follow('confirmEmailChange', link);
          await world.deliver();
          world.mailbox.clear();
          return found;
        },
      };
      expect(await outcome(her.call(name, input, { grant }))).toBe('step_up_required');
      expect((await her.account()).email).toMatchObject({
        address: 'moved@example.com',
        pending: null,
      });
      expect(await outcome(herOther.prove(name))).toBe('done');
      await world.deliver();
      expect(world.mailbox.list()).toEqual([]);
    });
  }

  test('is none once the session that gave it has ended', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    const grant = await her.prove('deleteAccount');
    const { endSession } = world.ports.store;
    const audit = { id: 'audit', event: 'signed_out', sessionId: null, details: {}, from: nowhere };
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
    // Nor with a proof that is none; and such questions cost no try of the owner's.
    for (const _ of sixteen(() => 0)) {
      for (const oldPassword of [undefined, ada.password, wrong]) {
        const input = { newPassword: ada.password, ...(oldPassword && { oldPassword }) };
        const asked = her.call('changePassword', input, { grant: 'no proof' });
        expect(await outcome(asked)).toBe('step_up_required');
      }
    }
    expect(await outcome(her.prove('changePassword'))).toBe('done');
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
