import { expect } from 'vitest';
import type { Attempt } from '../server/ports/account-store.ts';
import type { WriteCase } from './store-effects.ts';
import { challenge } from './store-proof-makers.ts';
import type { StoreTest } from './store-stage.ts';
import { race } from './store-stage.ts';

const inARow = (key: string): Attempt => ({ key, limits: [], inARow: 2 });

/** What has to do with proofs in the effects of one write. */
export function describeProofEffects(test: StoreTest, { name, ready }: WriteCase): void {
  test('uses its proofs, counts its tries in a row, and keeps its links and its browser', async (stage) => {
    const { store, at } = stage;
    const ada = await stage.person('ada');
    const write = await ready(stage, ada);
    const proof = await challenge(stage, ada);
    const link = stage.newLink(ada, 'security_report');
    const device = { digest: stage.id('device'), accountId: ada.id, lastUsedAt: at(10) };
    await store.takeAttempt(inARow('right-now'), at(0));
    await store.takeAttempt(inARow('wrong-again'), at(0));
    const attempts = [inARow('wrong-again'), inARow('right-now')];
    const rest = { attempts, clears: ['right-now'], links: [link], device };
    const outcome = await write(stage.effects({ at: at(10), proofs: [proof], ...rest }));
    expect(outcome).toMatchObject({ kind: 'done' });

    expect(await store.findChallenge(proof, at(11))).toBe(false);
    expect(await store.takeAttempt(inARow('right-now'), at(11))).toMatchObject({ inARow: 1 });
    expect(await store.takeAttempt(inARow('wrong-again'), at(11))).toEqual({ kind: 'locked' });
    const kept = name !== 'deleteAccount';
    const state = (await store.findLink(link.tokenDigest, at(11)))?.state;
    expect(state).toBe(kept ? 'live' : undefined);
    expect(await store.findDevice(device.digest, ada.id)).toBe(kept);
  });

  test('with a proof that does not work, changes nothing, its grant included', async (stage) => {
    const ada = await stage.person('ada');
    const write = await ready(stage, ada);
    const grant = await stage.grant(ada);
    const right = await challenge(stage, ada);
    const before = await stage.dump();
    const proofs = [right, { ...right, purpose: 'something else' }];
    const effects = { grant, attempts: [inARow('some-key')], deliveries: [stage.newMail(ada)] };
    const outcome = await write(stage.effects({ ...effects, proofs }));
    expect(outcome).toEqual({ kind: 'proof_refused' });
    await stage.expectUnchanged(before);
    const again = await write(stage.effects({ grant, proofs: [right] }));
    expect(again).toMatchObject({ kind: 'done' });
  });

  test('with no room in a row, changes nothing, its grant and its proofs included', async (stage) => {
    const ada = await stage.person('ada');
    const write = await ready(stage, ada);
    const grant = await stage.grant(ada);
    const proofs = [await challenge(stage, ada)];
    const full = { ...inARow('full'), inARow: 1 };
    await stage.store.takeAttempt(full, stage.at(0));
    const before = await stage.dump();
    const attempts = [inARow('other-key'), full];
    const effects = { grant, proofs, attempts, clears: ['full'], deliveries: [stage.newMail(ada)] };
    expect(await write(stage.effects(effects))).toEqual({ kind: 'locked' });
    await stage.expectUnchanged(before);
    expect(await write(stage.effects({ grant, proofs }))).toMatchObject({ kind: 'done' });
  });

  test('of 16 that race with one proof exactly one happens', async (stage) => {
    const ada = await stage.person('ada');
    const write = await ready(stage, ada);
    const proof = await challenge(stage, ada);
    const counts = await race(() => write(stage.effects({ proofs: [proof] })));
    expect(counts).toEqual({ done: 1, proof_refused: 15 });
  });
}
