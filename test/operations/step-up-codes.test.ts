import { expect, test } from 'vitest';
import { mailedCode } from '../../src/server/mails/mailed-code.ts';
import { eventsOf, mailed, outbox } from './rule-traces.ts';
import type { RuleWorld, Visitor } from './rule-world.ts';
import {
  ada,
  grace,
  newPassword,
  onEveryStore,
  outcome,
  refusal,
  sixteen,
  tally,
  whileVerifying,
} from './rule-world.ts';
import { switchOn } from './second-factor.ts';

const purpose = 'deleteAccount';
const wrongTotp = 'validation_failed /totpCode wrong_code';
const wrongRecovery = 'validation_failed /recoveryCode wrong_code';
const wrongMailed = 'validation_failed /emailCode wrong_code';

onEveryStore('a code of the authenticator app', (open) => {
  const start = async () => {
    const world = await open({ settings: { limits: { proofs: [] } } });
    const her = await world.signIn(ada);
    return { world, her, factor: await switchOn(world, her) };
  };

  test('proves once; the same, one before it and one that was used to switch on no more', async () => {
    const { her, factor, world } = await start();
    const prove = (totpCode: string) => outcome(her.proveBy({ purpose, totpCode }));
    expect(await prove(factor.code(-1))).toBe(wrongTotp);
    expect(await prove(factor.code())).toBe('done');
    expect(await prove(factor.code())).toBe(wrongTotp);
    expect(await prove(factor.code(-1))).toBe(wrongTotp);
    expect(await prove(factor.code(1))).toBe('done');
    world.clock.advance(30);
    expect(await prove(factor.code())).toBe(wrongTotp);
    expect(await prove(factor.wrong())).toBe(wrongTotp);
    world.clock.advance(30);
    expect(await prove(` ${factor.code().slice(0, 3)} ${factor.code().slice(3)} `)).toBe('done');
  });

  test('is taken one step early or late, and not two', async () => {
    for (const [steps, expected] of [
      [-2, wrongTotp],
      [-1, 'done'],
      [1, 'done'],
      [2, wrongTotp],
    ] as const) {
      const { her, factor, world } = await start();
      world.clock.advance(300);
      const proved = outcome(her.proveBy({ purpose, totpCode: factor.code(steps) }));
      expect([steps, await proved]).toEqual([steps, expected]);
    }
  });

  test('is somebody’s own', async () => {
    const { world, factor } = await start();
    const other = await world.signIn(grace);
    const theirs = await switchOn(world, other);
    const totpCode = factor.code();
    expect(totpCode).not.toBe(theirs.code());
    expect(await outcome(other.proveBy({ purpose, totpCode }))).toBe(wrongTotp);
  });

  test('of 16 tries at once for 16 things proves one', async () => {
    const { her, factor, world } = await start();
    const totpCode = factor.code();
    const purposes = ['deleteAccount', 'changePassword', 'requestEmailChange'] as const;
    const counts = await tally(
      sixteen((index) => her.proveBy({ purpose: purposes[index % 3] ?? purpose, totpCode })),
    );
    expect(counts).toEqual({ done: 1, [wrongTotp]: 15 });
    const passed = (await eventsOf(world, 'ada')).filter((event) => event === 'step_up_passed');
    expect(passed).toHaveLength(2);
  });
});

onEveryStore('a recovery code', (open) => {
  const start = async () => {
    const world = await open({ settings: { limits: { proofs: [] } } });
    const her = await world.signIn(ada);
    return { world, her, factor: await switchOn(world, her) };
  };

  test('proves once, however it is typed, and its owner is told how many are left and that one was used', async () => {
    const { world, her, factor } = await start();
    const [first = '', second = ''] = factor.recoveryCodes;
    const typed = ` ${first.toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
    const from = { browser: 'Chrome', system: 'Windows', place: null };
    const answer = await her.call('stepUp', { purpose, recoveryCode: typed }, { from });
    expect(answer.account.twoFactor.recoveryCodesLeft).toBe(9);
    expect(await her.account()).toEqual(answer.account);
    const again = await outcome(her.proveBy({ purpose, recoveryCode: first }));
    expect(again).toBe(wrongRecovery);
    expect(await outcome(her.proveBy({ purpose, recoveryCode: second }))).toBe('done');
    const notices = (await outbox(world)).filter(({ kind }) => kind === 'recovery_code_used');
    expect(notices).toHaveLength(2);
    expect(notices.map(({ to }) => to)).toEqual([ada.email, ada.email]);
  });

  test('is somebody’s own', async () => {
    const { world, factor } = await start();
    const other = await world.signIn(grace);
    await switchOn(world, other);
    const [recoveryCode = ''] = factor.recoveryCodes;
    expect(await outcome(other.proveBy({ purpose, recoveryCode }))).toBe(wrongRecovery);
    expect(await mailed(world)).not.toContain(`recovery_code_used ${grace.email}`);
  });

  test('of 16 tries at once for 16 things proves one', async () => {
    const { her, factor, world } = await start();
    const [recoveryCode = ''] = factor.recoveryCodes;
    const counts = await tally(sixteen(() => her.proveBy({ purpose, recoveryCode })));
    expect(counts).toEqual({ done: 1, [wrongRecovery]: 15 });
    expect((await her.account()).twoFactor.recoveryCodesLeft).toBe(9);
    const told = (await mailed(world)).filter((mail) => mail.startsWith('recovery_code_used'));
    expect(told).toHaveLength(1);
  });
});

onEveryStore('a mailed code', (open) => {
  const start = async (mails: readonly { count: number; seconds: number }[] = []) => {
    const world = await open({
      settings: { stepUp: { emailCode: true }, limits: { proofs: [], mails } },
    });
    return { world, her: await world.signIn(ada) };
  };
  const ask = (who: Visitor, for_: 'deleteAccount' | 'changePassword' = purpose) =>
    who.call('startStepUp', { purpose: for_, method: 'email_code' });
  const codes = async (world: RuleWorld): Promise<string[]> =>
    (await outbox(world))
      .filter(({ kind }) => kind === 'step_up_code')
      .map(({ params }) => mailedCode(world.ports.secrets, 'ada', params['codeId'] ?? ''));

  test('has six digits, goes to the account’s address, and stands in no row', async () => {
    const { world, her } = await start();
    const { options } = await ask(her);
    expect(options).toBeNull();
    const [code = ''] = await codes(world);
    expect(code).toMatch(/^\d{6}$/);
    expect(await mailed(world)).toEqual([`step_up_code ${ada.email}`]);
    const rows = (await world.dump()).replaceAll(/"[\w-]{22,}"/g, '');
    expect(rows.includes(code)).toBe(false);
    expect(await outcome(her.proveBy({ purpose, emailCode: code }))).toBe('done');
  });

  test('proves once, for its own purpose, session and account, within ten minutes', async () => {
    const { world, her } = await start();
    const [herOther, other] = [await world.signIn(ada), await world.signIn(grace)];
    await ask(her);
    const [emailCode = ''] = await codes(world);
    const late = emailCode;
    expect(await outcome(her.proveBy({ purpose: 'changePassword', emailCode }))).toBe(wrongMailed);
    expect(await outcome(herOther.proveBy({ purpose, emailCode }))).toBe(wrongMailed);
    expect(await outcome(other.proveBy({ purpose, emailCode }))).toBe(wrongMailed);
    world.clock.advance(599);
    expect(await outcome(her.proveBy({ purpose, emailCode }))).toBe('done');
    expect(await outcome(her.proveBy({ purpose, emailCode }))).toBe(wrongMailed);
    await ask(her);
    world.clock.advance(600);
    const next = (await codes(world)).find((code) => code !== late) ?? '';
    expect(await outcome(her.proveBy({ purpose, emailCode: next }))).toBe(wrongMailed);
  });

  test('of 16 tries at once proves one', async () => {
    const { world, her } = await start();
    await ask(her);
    const [emailCode = ''] = await codes(world);
    const counts = await tally(sixteen(() => her.proveBy({ purpose, emailCode })));
    expect(counts).toEqual({ done: 1, [wrongMailed]: 15 });
  });

  test('dies with a change of the password', async () => {
    const { world, her } = await start();
    await ask(her);
    const [emailCode = ''] = await codes(world);
    await her.proveAndCall('changePassword', { newPassword });
    expect(await outcome(her.proveBy({ purpose, emailCode }))).toBe(wrongMailed);
  });

  test('is mailed as often as the limit of mails says, whatever it is for', async () => {
    const { her, world } = await start([{ count: 1, seconds: 60 }]);
    expect(await outcome(ask(her))).toBe('done');
    const refused = await refusal(ask(await world.signIn(ada), 'changePassword'));
    expect([refused.code, refused.retryAfterSeconds]).toEqual(['rate_limited', 60]);
    world.clock.advance(60);
    expect(await outcome(ask(her))).toBe('done');
    expect(await codes(world)).toHaveLength(2);
  });
});

onEveryStore('a proof that is looked at while it changes', (open) => {
  test('is none when the second factor comes on meanwhile', async () => {
    const world = await open();
    const [her, herOther] = [await world.signIn(ada), await world.signIn(ada)];
    whileVerifying(world, () => switchOn(world, herOther));
    expect(await outcome(her.prove(purpose))).toBe('validation_failed /password wrong_password');
  });

  test('by the app is none when the second factor goes meanwhile, and comes on again', async () => {
    const world = await open();
    const [her, herOther] = [await world.signIn(ada), await world.signIn(ada)];
    const factor = await switchOn(world, herOther);
    const grant = await herOther.proveBy({
      purpose: 'disableTwoFactor',
      totpCode: factor.code(),
    });
    const { store } = world.ports;
    world.ports.store = {
      ...store,
      async putGrant(...written) {
        world.ports.store = store;
        await herOther.call('disableTwoFactor', undefined, { grant });
        await switchOn(world, herOther);
        return store.putGrant(...written);
      },
    };
    const [recoveryCode = ''] = factor.recoveryCodes;
    expect(await outcome(her.proveBy({ purpose, recoveryCode }))).toBe(wrongRecovery);
    world.clock.advance(60);
    const late = her.proveBy({ purpose, totpCode: factor.code() });
    expect(await outcome(late)).toBe(wrongTotp);
  });
});
