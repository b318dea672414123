import { describe, expect } from 'vitest';
import { prove, setUpTotp, turnOn } from './store-proof-makers.ts';
import type { StoreStage, StoreTest } from './store-stage.ts';
import { race } from './store-stage.ts';

type Waiting = Awaited<ReturnType<typeof setUpTotp>>;

function enable(
  stage: StoreStage,
  waiting: Waiting,
  { step = 100, codes = ['code-a', 'code-b'], seconds = 10 } = {},
): ReturnType<StoreStage['store']['enableTotp']> {
  return stage.store.enableTotp(
    { ...waiting, step, codeDigests: codes },
    stage.effects({ at: stage.at(seconds) }),
  );
}

function disable(
  stage: StoreStage,
  account: { id: string },
): ReturnType<StoreStage['store']['disableTwoFactor']> {
  return stage.store.disableTwoFactor(
    { accountId: account.id },
    stage.effects({ at: stage.at(20) }),
  );
}

/** Whether the code of a time step is taken. */
async function takes(stage: StoreStage, account: { id: string }, step: number): Promise<boolean> {
  const proof = { kind: 'totp' as const, accountId: account.id, step };
  return (await prove(stage, account, [proof])).kind === 'done';
}

function describeSetUp(test: StoreTest): void {
  test('that is set up waits for its first code until it expires, and changes nothing in the account', async (stage) => {
    const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
    const { secretId, sessionId } = await setUpTotp(stage, ada, { sessionId: 'hers' });
    const expected = { secretId, state: 'waiting', sessionId, expiresAt: stage.at(600) };
    expect(await stage.store.findTotp(ada.id, stage.at(599.999))).toEqual(expected);
    expect(await stage.store.findTotp(ada.id, stage.at(600))).toBeNull();
    expect(await stage.store.findTotp(eve.id, stage.at(1))).toBeNull();
    expect(await stage.read(ada)).toEqual(ada);
    expect(await takes(stage, ada, 100)).toBe(false);
  });

  test('that is set up again takes the place of the one that waits', async (stage) => {
    const ada = await stage.person('ada');
    const first = await setUpTotp(stage, ada);
    const second = await setUpTotp(stage, ada, { sessionId: 'another', expiresAt: stage.at(900) });
    expect(await stage.store.findTotp(ada.id, stage.at(700))).toEqual({
      secretId: second.secretId,
      state: 'waiting',
      sessionId: 'another',
      expiresAt: stage.at(900),
    });
    const before = await stage.dump();
    expect(await enable(stage, first)).toEqual({ kind: 'stale' });
    await stage.expectUnchanged(before);
    expect(await enable(stage, second)).toMatchObject({ kind: 'done' });
  });

  test('cannot be set up while one is on', async (stage) => {
    const ada = await stage.person('ada');
    await turnOn(stage, ada);
    const before = await stage.dump();
    const set = { accountId: ada.id, secretId: 'another', sessionId: 'another' };
    const outcome = await stage.store.putTotp(
      { ...set, expiresAt: stage.at(600) },
      stage.effects({ deliveries: [stage.newMail(ada)] }),
    );
    expect(outcome).toEqual({ kind: 'already_on' });
    await stage.expectUnchanged(before);
  });
}

function describeSwitchingOn(test: StoreTest): void {
  test('is switched on by its first code, with recovery codes', async (stage) => {
    const ada = await stage.person('ada');
    const waiting = await setUpTotp(stage, ada);
    const outcome = await enable(stage, waiting, { codes: ['a', 'b', 'c'] });
    const on = { totpEnabledAt: stage.at(10), recoveryCodesLeft: 3 };
    const account = { ...ada, version: 2, ...on };
    expect(outcome).toEqual({ kind: 'done', account });
    expect(await stage.read(ada)).toEqual(account);
    const found = await stage.store.findTotp(ada.id, stage.at(99_999));
    expect(found).toMatchObject({ secretId: waiting.secretId, state: 'on' });
  });

  test('is switched on for its account, secret and session only, and before it expires', async (stage) => {
    const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
    const waiting = await setUpTotp(stage, ada);
    await setUpTotp(stage, eve);
    const before = await stage.dump();
    const outcomes = [
      await enable(stage, { ...waiting, accountId: eve.id }),
      await enable(stage, { ...waiting, secretId: 'another' }),
      await enable(stage, { ...waiting, sessionId: 'another' }),
      await enable(stage, waiting, { seconds: 600 }),
    ];
    expect(outcomes).toEqual(Array.from(outcomes, () => ({ kind: 'stale' })));
    await stage.expectUnchanged(before);
    expect(await enable(stage, waiting, { seconds: 599.999 })).toMatchObject({ kind: 'done' });
  });

  test('is switched on once', async (stage) => {
    const waiting = await setUpTotp(stage, await stage.person('ada'));
    await enable(stage, waiting);
    const before = await stage.dump();
    expect(await enable(stage, waiting)).toEqual({ kind: 'stale' });
    await stage.expectUnchanged(before);
  });

  test('of 16 that race to switch it on exactly one does, and its recovery codes stay', async (stage) => {
    const ada = await stage.person('ada');
    const waiting = await setUpTotp(stage, ada);
    const counts = await race((index) =>
      enable(stage, waiting, { codes: [`code-${index}-a`, `code-${index}-b`] }),
    );
    expect(counts).toEqual({ done: 1, stale: 15 });
    expect(await stage.read(ada)).toMatchObject({ version: 2, recoveryCodesLeft: 2 });
    const left = await stage.dump();
    const owners = Array.from({ length: 16 }, (_, index) => index).filter(
      (index) => left.includes(`code-${index}-a`) || left.includes(`code-${index}-b`),
    );
    expect(owners).toHaveLength(1);
  });

  test('counts its first code as used', async (stage) => {
    const ada = await stage.person('ada');
    await enable(stage, await setUpTotp(stage, ada), { step: 100 });
    expect(await takes(stage, ada, 99)).toBe(false);
    expect(await takes(stage, ada, 100)).toBe(false);
    expect(await takes(stage, ada, 101)).toBe(true);
  });
}

function describeSwitchingOff(test: StoreTest): void {
  test('goes with its recovery codes when the second factor is switched off, and no other does', async (stage) => {
    const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
    const { secretId, codes } = await turnOn(stage, ada);
    await turnOn(stage, eve);
    const outcome = await disable(stage, ada);
    const account = { ...ada, version: 3 };
    expect(outcome).toEqual({ kind: 'done', account });
    expect(await stage.read(ada)).toEqual(account);
    expect(await stage.store.findTotp(ada.id, stage.at(21))).toBeNull();
    const left = await stage.dump();
    for (const gone of [secretId, ...codes]) expect(left).not.toContain(gone);
    expect(await stage.read(eve)).toMatchObject({ recoveryCodesLeft: 3 });
    expect(await takes(stage, eve, 101)).toBe(true);
  });

  test('that is off can be switched off: nothing happens', async (stage) => {
    const ada = await stage.person('ada');
    await setUpTotp(stage, ada);
    const grant = await stage.grant(ada);
    const before = await stage.dump();
    const effects = stage.effects({ grant, deliveries: [stage.newMail(ada)] });
    const outcome = await stage.store.disableTwoFactor({ accountId: ada.id }, effects);
    expect(outcome).toEqual({ kind: 'done', account: ada });
    await stage.expectUnchanged(before);
  });

  test('is switched off once by 16 that race', async (stage) => {
    const ada = await stage.person('ada');
    await turnOn(stage, ada);
    expect(await race(() => disable(stage, ada))).toEqual({ done: 16 });
    expect((await stage.read(ada)).version).toBe(3);
  });

  test('can be set up again, and counts its codes anew', async (stage) => {
    const ada = await stage.person('ada');
    await turnOn(stage, ada, 100);
    await disable(stage, ada);
    await turnOn(stage, ada, 50);
    expect(await takes(stage, ada, 51)).toBe(true);
  });
}

/** Authenticator apps. */
export function describeTotp(test: StoreTest): void {
  describe('an authenticator app', () => {
    describeSetUp(test);
    describeSwitchingOn(test);
    describeSwitchingOff(test);

    test('ends all grants of its account when it is switched on or off, and no others', async (stage) => {
      const { store, at } = stage;
      const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
      const hers = await stage.grant(eve);
      const waiting = await setUpTotp(stage, ada);
      const first = await stage.grant(ada, { purpose: 'deleteAccount', sessionId: 'another' });
      await enable(stage, waiting);
      expect(await store.findGrant(first, at(11))).toBe(false);
      const second = await stage.grant(ada);
      await disable(stage, ada);
      expect(await store.findGrant(second, at(21))).toBe(false);
      expect(await store.findGrant(hers, at(21))).toBe(true);
    });
  });
}
