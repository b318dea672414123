import { describe, expect } from 'vitest';
import { challenge, newChallenge, prove } from './store-proof-makers.ts';
import type { ProofOf } from './store-proof-makers.ts';
import type { StoreStage, StoreTest } from './store-stage.ts';
import { race } from './store-stage.ts';

/** The challenge with another digest, account, session and purpose, and with none: each of these is refused. */
function misuses(proof: ProofOf<'challenge'>, other: { id: string }): ProofOf<'challenge'>[] {
  return [
    { ...proof, digest: 'another-digest' },
    { ...proof, accountId: other.id },
    { ...proof, accountId: null },
    { ...proof, sessionId: 'another-session' },
    { ...proof, sessionId: null },
    { ...proof, accountId: null, sessionId: null },
    { ...proof, purpose: 'deleteAccount' },
  ];
}

const refused = { kind: 'proof_refused' };

function signIn(
  stage: StoreStage,
  account: { id: string },
  proof: ProofOf<'challenge'>,
): ReturnType<StoreStage['store']['putSession']> {
  const effects = stage.effects({ at: stage.at(10), proofs: [proof] });
  return stage.store.putSession(stage.newSession(account), effects);
}

function describeOwned(test: StoreTest): void {
  test('could be used until it expires; looking does not use it', async (stage) => {
    const proof = await challenge(stage, await stage.person('ada'));
    expect(await stage.store.findChallenge(proof, stage.at(0))).toBe(true);
    expect(await stage.store.findChallenge(proof, stage.at(299.999))).toBe(true);
    expect(await stage.store.findChallenge(proof, stage.at(300))).toBe(false);
  });

  test('does not raise the version', async (stage) => {
    const ada = await stage.person('ada');
    await prove(stage, ada, [await challenge(stage, ada)]);
    expect(await stage.read(ada)).toEqual(ada);
  });

  test('works for its account, session and purpose only', async (stage) => {
    const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
    const proof = await challenge(stage, ada);
    const before = await stage.dump();
    for (const misuse of misuses(proof, eve)) {
      expect(await stage.store.findChallenge(misuse, stage.at(1))).toBe(false);
      expect(await prove(stage, ada, [misuse])).toEqual(refused);
    }
    await stage.expectUnchanged(before);
    expect(await prove(stage, ada, [proof])).toEqual({ kind: 'done' });
  });

  test('works until the instant at which it expires', async (stage) => {
    const ada = await stage.person('ada');
    const [early, late] = [await challenge(stage, ada), await challenge(stage, ada)];
    const before = await stage.dump();
    expect(await prove(stage, ada, [late], 300)).toEqual(refused);
    await stage.expectUnchanged(before);
    expect(await prove(stage, ada, [early], 299.999)).toEqual({ kind: 'done' });
  });

  test('works once', async (stage) => {
    const ada = await stage.person('ada');
    const proof = await challenge(stage, ada);
    await prove(stage, ada, [proof]);
    const before = await stage.dump();
    expect(await stage.store.findChallenge(proof, stage.at(11))).toBe(false);
    expect(await prove(stage, ada, [proof])).toEqual(refused);
    await stage.expectUnchanged(before);
  });

  test('of 16 that race for it exactly one uses it', async (stage) => {
    const ada = await stage.person('ada');
    const proof = await challenge(stage, ada);
    const counts = await race(() => prove(stage, ada, [proof]));
    expect(counts).toEqual({ done: 1, proof_refused: 15 });
  });

  test('does not disturb another one for the same purpose', async (stage) => {
    const ada = await stage.person('ada');
    const [first, second] = [await challenge(stage, ada), await challenge(stage, ada)];
    await prove(stage, ada, [first]);
    expect(await stage.store.findChallenge(second, stage.at(11))).toBe(true);
  });

  test('that comes out the same as an earlier one works again, and as long as the newer', async (stage) => {
    const ada = await stage.person('ada');
    const proof = await challenge(stage, ada);
    await prove(stage, ada, [proof]);
    await challenge(stage, ada, { digest: proof.digest, expiresAt: stage.at(900) });
    expect(await stage.store.findChallenge(proof, stage.at(899))).toBe(true);
    expect(await prove(stage, ada, [proof], 899)).toEqual({ kind: 'done' });
    expect(await prove(stage, ada, [proof], 899)).toEqual(refused);
  });

  test('for an account that is not there is not kept', async (stage) => {
    const made = newChallenge(stage, { id: 'nobody' });
    const before = await stage.dump();
    expect(await stage.store.putChallenge(made, stage.effects())).toEqual({ kind: 'gone' });
    await stage.expectUnchanged(before);
  });
}

function describeSignIn(test: StoreTest): void {
  test('to sign in belongs to nobody yet, and works once, for whoever it turns out to be', async (stage) => {
    const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
    const proof = await challenge(stage, null);
    expect(await stage.store.findChallenge(proof, stage.at(1))).toBe(true);
    expect(await signIn(stage, ada, { ...proof, accountId: ada.id })).toEqual(refused);
    expect(await signIn(stage, ada, proof)).toEqual({ kind: 'done' });
    expect(await signIn(stage, eve, proof)).toEqual(refused);
    expect(await stage.store.findChallenge(proof, stage.at(11))).toBe(false);
  });

  test('to sign in is used by exactly one of 16 that race', async (stage) => {
    const ada = await stage.person('ada');
    const proof = await challenge(stage, null);
    const counts = await race(() => signIn(stage, ada, proof));
    expect(counts).toEqual({ done: 1, proof_refused: 15 });
  });

  test('to sign in counts its tries and queues its deliveries, and nobody has a log of it', async (stage) => {
    const attempt = { key: 'address:sign-in', limits: [{ count: 1, seconds: 60 }] };
    const mail = stage.newMail(null);
    const audit = { ...stage.effects().audit, id: 'never-recorded' };
    const effects = stage.effects({ attempts: [attempt], deliveries: [mail], audit });
    const put = (): Promise<{ kind: string }> =>
      stage.store.putChallenge(newChallenge(stage, null), effects);
    expect(await put()).toEqual({ kind: 'done' });
    const left = await stage.dump();
    expect([left.includes(mail.id), left.includes(audit.id)]).toEqual([true, false]);
    expect(await put()).toEqual({ kind: 'rate_limited', retryAfterSeconds: 60 });
    await stage.expectUnchanged(left);
  });
}

/** What was asked of browsers and mailboxes. */
export function describeChallenges(test: StoreTest): void {
  describe('a challenge', () => {
    describeOwned(test);
    describeSignIn(test);
  });
}
