import { expect, test } from 'vitest';
import { SignIn } from '../../src/contract/sign-in.ts';
import { parseInput } from '../../src/contract/validation.ts';
import { signIn } from '../../src/server/operations/sign-in.ts';
import { addPasskey, authenticatorHere } from './passkey-visitor.ts';
import { eventsOf, logOf, mailed } from './rule-traces.ts';
import type { RuleWorld } from './rule-world.ts';
import {
  ada,
  entry,
  newPassword,
  onEveryStore,
  outcome,
  refusal,
  sixteen,
  tally,
  whileVerifying,
  withoutCounters,
  wrongPassword,
} from './rule-world.ts';
import { switchOn } from './second-factor.ts';

const right = { email: ada.email, password: ada.password };
const wrongTotp = 'validation_failed /totpCode wrong_code';
const wrongRecovery = 'validation_failed /recoveryCode wrong_code';
const wrongCredentials = 'validation_failed  wrong_credentials';

onEveryStore('signing in with a second factor', (open) => {
  const start = async (limits = {}) => {
    const world = await open({ settings: { limits: { proofs: [], addresses: [], ...limits } } });
    const her = await world.signIn(ada);
    return { world, her, factor: await switchOn(world, her) };
  };
  const begin = (world: RuleWorld, input: object) => {
    const parsed = parseInput(SignIn, input);
    if ('errors' in parsed) throw new Error(JSON.stringify(parsed.errors));
    return signIn(world.ports, entry(parsed.value));
  };
  const enter = (world: RuleWorld, input: object) => outcome(begin(world, input));
  const sessions = async (world: RuleWorld) =>
    (await world.ports.store.findSessions('ada', '2026-11-20T12:01:00.000Z', '2026-11-20')).length;

  test('starts nothing by the right password alone, and says what else is asked for', async () => {
    const { world } = await start();
    const before = await sessions(world);
    const refused = await refusal(signIn(world.ports, entry(right)));
    expect(refused.code).toBe('second_factor_required');
    expect(refused.stepUp).toEqual({
      purpose: 'signIn',
      methods: [{ kind: 'totp' }, { kind: 'recovery_code' }],
    });
    expect(await sessions(world)).toBe(before);
    expect(await mailed(world)).toEqual([`two_factor_enabled ${ada.email}`]);
  });

  test('says nothing of a second factor beside a wrong password, whatever code comes with it', async () => {
    const { world, factor } = await start();
    const [recoveryCode = ''] = factor.recoveryCodes;
    for (const code of [{}, { totpCode: factor.code() }, { recoveryCode }]) {
      const input = { email: ada.email, password: wrongPassword, ...code };
      expect(await enter(world, input)).toBe(wrongCredentials);
      expect(await enter(world, { ...input, email: 'nobody@example.com' })).toBe(wrongCredentials);
    }
    // And neither code was used up.
    expect(await enter(world, { ...right, recoveryCode })).toBe('done');
    expect(await enter(world, { ...right, totpCode: factor.code() })).toBe('done');
  });

  test('starts a session by both, which says how', async () => {
    const { world, factor } = await start();
    const byApp = await signIn(world.ports, entry({ ...right, totpCode: factor.code() }));
    expect(byApp.session.methods).toEqual(['password', 'totp']);
    expect(byApp.account.id).toBe('ada');
    const typed = (factor.recoveryCodes[0] ?? '').toLowerCase();
    const byCode = await begin(world, { ...right, recoveryCode: typed });
    expect(byCode.session.methods).toEqual(['password', 'recovery_code']);
    expect(byCode.account.recoveryCodesLeft).toBe(9);
    expect(await mailed(world)).toContain(`recovery_code_used ${ada.email}`);
    const visitor = world.resume('ada', byCode.session, byCode.token);
    expect((await visitor.account()).twoFactor.recoveryCodesLeft).toBe(9);
  });

  test('takes each code once, be it for a sign-in or a proof', async () => {
    const { world, her, factor } = await start();
    const [recoveryCode = '', another = ''] = factor.recoveryCodes;
    const totpCode = factor.code();
    expect(await enter(world, { ...right, totpCode })).toBe('done');
    expect(await enter(world, { ...right, totpCode })).toBe(wrongTotp);
    const proof = her.proveBy({ purpose: 'deleteAccount', totpCode });
    expect(await outcome(proof)).toBe(wrongTotp);
    expect(await enter(world, { ...right, recoveryCode })).toBe('done');
    expect(await enter(world, { ...right, recoveryCode })).toBe(wrongRecovery);
    await her.proveBy({ purpose: 'deleteAccount', recoveryCode: another });
    expect(await enter(world, { ...right, recoveryCode: another })).toBe(wrongRecovery);
    expect(await enter(world, { ...right, totpCode: factor.wrong() })).toBe(wrongTotp);
  });

  test('of 16 with one code at once starts one session', async () => {
    const { world, factor } = await start();
    const before = await sessions(world);
    const [recoveryCode = ''] = factor.recoveryCodes;
    const totpCode = factor.code();
    for (const [code, wrong] of [
      [{ totpCode }, wrongTotp],
      [{ recoveryCode }, wrongRecovery],
    ] as const) {
      const tries = sixteen(() => begin(world, { ...right, ...code }));
      expect(await tally(tries)).toEqual({ done: 1, [wrong]: 15 });
    }
    expect(await sessions(world)).toBe(before + 2);
  });

  test('takes one code at a time, whoever it is', async () => {
    const { world, factor } = await start();
    const [recoveryCode = ''] = factor.recoveryCodes;
    const both = { ...right, totpCode: factor.code(), recoveryCode };
    const refused = 'validation_failed /recoveryCode unknown_key';
    const before = await world.dump();
    expect(await enter(world, both)).toBe(refused);
    expect(await enter(world, { ...both, email: 'nobody@example.com' })).toBe(refused);
    expect(await world.dump()).toBe(before);
  });

  test('passes over a code where the second factor is off', async () => {
    const world = await open();
    expect(await enter(world, { ...right, totpCode: '000000' })).toBe('done');
  });

  test('counts a wrong code like a wrong password, and the right password before it', async () => {
    const { world, factor } = await start({ proofs: [{ count: 4, seconds: 300 }] });
    expect(await enter(world, right)).toBe('second_factor_required');
    expect(await enter(world, { ...right, totpCode: factor.wrong() })).toBe(wrongTotp);
    expect(await enter(world, { ...right, password: wrongPassword })).toBe(wrongCredentials);
    expect(await enter(world, { ...right, totpCode: factor.wrong() })).toBe(wrongTotp);
    expect(await enter(world, { ...right, totpCode: factor.code() })).toBe('rate_limited');
    world.clock.advance(300);
    expect(await enter(world, { ...right, totpCode: factor.code() })).toBe('done');
  });

  test('is written down, tries that stop half-way from an unknown browser among them', async () => {
    const { world, factor } = await start();
    const events = async () => {
      const all = (await logOf(world, 'ada')).filter(({ sessionId }) => sessionId === null);
      return all.map(({ event, details }) => `${event} ${details['method']}`).toSorted();
    };
    const { device } = await signIn(world.ports, entry({ ...right, totpCode: factor.code() }));
    const known = refusal(signIn(world.ports, entry(right, { device })));
    expect((await known).code).toBe('second_factor_required');
    expect(await events()).toEqual(['account_provisioned undefined']);
    await enter(world, right);
    await enter(world, { ...right, totpCode: factor.wrong() });
    const [code = ''] = factor.recoveryCodes;
    const recoveryCode = code.replace(/.$/, (last) => (last === 'Z' ? 'Y' : 'Z'));
    await enter(world, { ...right, recoveryCode });
    expect(await events()).toEqual([
      'account_provisioned undefined',
      'second_factor_asked password',
      'sign_in_failed recovery_code',
      'sign_in_failed totp',
    ]);
  });

  test('locks a known browser that stops half-way too often, and tells its owner', async () => {
    const { world, factor } = await start({ proofsInARow: 3 });
    const { device } = await signIn(world.ports, entry({ ...right, totpCode: factor.code() }));
    const half = () => outcome(signIn(world.ports, entry(right, { device })));
    expect([await half(), await half()]).toEqual(Array(2).fill('second_factor_required'));
    expect(await mailed(world)).not.toContain(`password_locked ${ada.email}`);
    expect(await half()).toBe('second_factor_required');
    expect(await mailed(world)).toContain(`password_locked ${ada.email}`);
    expect(await half()).toBe('password_locked');
  });

  test('that comes on while the password is looked at is asked for', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    whileVerifying(world, () => switchOn(world, her));
    const before = await sessions(world);
    expect(await enter(world, right)).toBe(wrongCredentials);
    expect(await sessions(world)).toBe(before);
    expect(await enter(world, right)).toBe('second_factor_required');
  });

  test('stays asked for after a change of the password', async () => {
    const { world, her, factor } = await start();
    const totpCode = factor.code();
    const grant = await her.proveBy({ purpose: 'changePassword', totpCode });
    await her.call('changePassword', { newPassword }, { grant });
    const next = { email: ada.email, password: newPassword };
    expect(await enter(world, next)).toBe('second_factor_required');
    world.clock.advance(30);
    expect(await enter(world, { ...next, totpCode: factor.code() })).toBe('done');
  });

  test('offers a passkey, where there is one, in its place', async () => {
    const world = await open({ passkeys: true });
    const her = await world.signIn(ada);
    await addPasskey(her, authenticatorHere());
    await switchOn(world, her);
    const { stepUp } = await refusal(signIn(world.ports, entry(right)));
    expect(stepUp?.methods[0]).toEqual({ kind: 'passkey' });
  });

  test('leaves nothing of a refusal but counts and the log', async () => {
    const { world } = await start();
    const rows = async () =>
      withoutCounters(await world.dump())
        .replace(/"audit":\[.*\],"discardedFiles"/s, '')
        .replaceAll(/^audit .*\n?/gm, '')
        .trim();
    const before = await rows();
    await enter(world, right);
    await enter(world, { ...right, totpCode: '000000' });
    expect(await rows()).toBe(before);
    expect(await eventsOf(world, 'ada')).toContain('second_factor_asked');
  });
});
