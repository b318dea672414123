import { expect, test } from 'vitest';
import type { StepUp } from '../../src/contract/step-up.ts';
import { instant } from '../../src/server/operations/instants.ts';
import { stepUpMethods } from '../../src/server/operations/step-up-methods.ts';
import { addPasskey, authenticatorHere } from './passkey-visitor.ts';
import { logOf, mailed } from './rule-traces.ts';
import type { RuleWorld, Visitor, WorldOptions } from './rule-world.ts';
import { ada, noon, onEveryStore, outcome, refusal } from './rule-world.ts';
import { switchOn } from './second-factor.ts';

const olga = { id: 'olga', email: 'olga@example.com', password: null };
const byMail: WorldOptions = { settings: { stepUp: { emailCode: true } } };

async function methods(visitor: Visitor): Promise<string[] | undefined> {
  const refused = await refusal(visitor.call('deleteAccount'));
  expect(refused.stepUp?.purpose).toBe('deleteAccount');
  return refused.stepUp?.methods.map(({ kind }) => kind);
}

onEveryStore('the ways of proving', (open) => {
  /** Olga, who signs in another way. */
  const hers = (world: RuleWorld, authenticatedAt = noon) =>
    world.visit({ accountId: 'olga', sessionId: 'host', authenticatedAt, methods: [] });

  test('are the password, then a passkey, then a mailed code where the host wants that', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    expect(await methods(her)).toEqual(['password']);
    const mailing = await open({ ...byMail, passkeys: true });
    const herThere = await mailing.signIn(ada);
    expect(await methods(herThere)).toEqual(['password', 'email_code']);
    await addPasskey(herThere);
    expect(await methods(herThere)).toEqual(['password', 'passkey', 'email_code']);
  });

  test('are passkey and second factor once that is on, and never the password or the mailbox alone', async () => {
    const world = await open({ ...byMail, passkeys: true });
    const her = await world.signIn(ada);
    const factor = await switchOn(world, her);
    expect(await methods(her)).toEqual(['totp', 'recovery_code']);
    const grant = await her.proveBy({ purpose: 'addPasskey', totpCode: factor.code() });
    const { options } = await her.call('startPasskey', undefined, { grant });
    const response = authenticatorHere().create(options);
    await her.call('addPasskey', { response }, { grant });
    expect(await methods(her)).toEqual(['passkey', 'totp', 'recovery_code']);
  });

  test('leave out recovery codes once none is left', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    const { recoveryCodes } = await switchOn(world, her);
    for (const recoveryCode of recoveryCodes) {
      expect(await methods(her)).toEqual(['totp', 'recovery_code']);
      await her.proveBy({ purpose: 'deleteAccount', recoveryCode });
      world.clock.advance(60);
    }
    expect(await methods(her)).toEqual(['totp']);
  });

  test('are a recent sign-in last where there is no password', async () => {
    const world = await open({ people: [olga], ...byMail });
    expect(await methods(hers(world))).toEqual(['email_code', 'sign_in']);
    const plain = await open({ people: [olga] });
    expect(await methods(hers(plain))).toEqual(['sign_in']);
  });

  test('have no mailed code where mail is off, and no passkey where the server has none', async () => {
    const world = await open({ ...byMail, mail: false });
    expect(await methods(await world.signIn(ada))).toEqual(['password']);
    const keyed = await open({ passkeys: true });
    const her = await keyed.signIn(ada);
    await addPasskey(her);
    const account = await keyed.ports.store.findAccount('ada', instant(keyed.ports));
    if (account === null) throw new Error('She is gone.');
    expect(stepUpMethods({ ...keyed.ports, passkeys: null }, account)).toEqual([
      { kind: 'password' },
    ]);
  });

  test('that are not offered prove nothing, are not looked at, and answer those that are', async () => {
    const world = await open({ people: [ada, olga] });
    const her = await world.signIn(ada);
    const response = {
      id: 'AAAA',
      rawId: 'AAAA',
      type: 'public-key',
      response: {},
      clientExtensionResults: {},
    } as const;
    const before = await world.dump();
    const tries: [Visitor, Omit<StepUp, 'purpose'>, string[]][] = [
      [her, { totpCode: '000000' }, ['password']],
      [her, { recoveryCode: 'AAAAA-AAAAA' }, ['password']],
      [her, { emailCode: '000000' }, ['password']],
      [her, { passkey: response }, ['password']],
      [hers(world), { password: ada.password }, ['sign_in']],
      [hers(world), { totpCode: '000000' }, ['sign_in']],
    ];
    for (const [who, proof, offered] of tries) {
      const refused = await refusal(who.proveBy({ purpose: 'deleteAccount', ...proof }));
      expect(refused.code).toBe('step_up_required');
      expect(refused.stepUp?.methods.map(({ kind }) => kind)).toEqual(offered);
    }
    expect(await world.dump()).toBe(before);
  });

  test('do not have the password any more, right as it is, once the second factor is on', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    await switchOn(world, her);
    const refused = await refusal(her.prove('deleteAccount'));
    expect([refused.code, refused.stepUp?.methods]).toEqual([
      'step_up_required',
      [{ kind: 'totp' }, { kind: 'recovery_code' }],
    ]);
    const recent = her.proveBy({ purpose: 'deleteAccount' });
    expect(await outcome(recent)).toBe('validation_failed /totpCode required');
  });

  test('are given one at a time', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    const before = await world.dump();
    const both = { purpose: 'deleteAccount', password: ada.password, totpCode: '000000' } as const;
    const refused = await refusal(her.proveBy(both));
    expect(refused.errors).toEqual([{ pointer: '/totpCode', code: 'unknown_key', params: {} }]);
    const none = her.proveBy({ purpose: 'deleteAccount' });
    expect(await outcome(none)).toBe('validation_failed /password required');
    expect(await world.dump()).toBe(before);
  });

  test('are begun only where they are offered and asked for', async () => {
    const world = await open({ settings: { stepUp: { operations: { changePassword: false } } } });
    const her = await world.signIn(ada);
    for (const method of ['passkey', 'email_code'] as const) {
      const started = await refusal(her.call('startStepUp', { purpose: 'deleteAccount', method }));
      expect([started.code, started.reason]).toEqual(['not_allowed', 'not_offered']);
    }
    const mailing = await open({
      settings: { stepUp: { emailCode: true, operations: { changePassword: false } } },
    });
    const herThere = await mailing.signIn(ada);
    const start = { purpose: 'changePassword', method: 'email_code' } as const;
    expect(await outcome(herThere.call('startStepUp', start))).toBe('not_allowed');
    await switchOn(mailing, herThere);
    const late = { purpose: 'deleteAccount', method: 'email_code' } as const;
    expect(await outcome(herThere.call('startStepUp', late))).toBe('not_allowed');
    expect(await mailed(mailing)).toEqual([`two_factor_enabled ${ada.email}`]);
  });

  test('are written down, those that fail among them, with the way and from where', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    const from = { browser: 'Safari', system: 'iOS', place: 'Vienna' };
    const proof = { purpose: 'deleteAccount', password: 'no' } as const;
    await outcome(her.proveBy(proof, { from }));
    const log = await logOf(world, 'ada');
    const failed = log.filter(({ event }) => event === 'step_up_failed');
    expect(failed).toHaveLength(1);
    expect(failed[0]).toMatchObject({
      from,
      sessionId: her.actor.sessionId,
      details: { purpose: 'deleteAccount', method: 'password' },
    });
  });
});
