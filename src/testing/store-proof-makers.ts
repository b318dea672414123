import { expect } from 'vitest';
import type { PasskeyRecord } from '../server/ports/passkey-store.ts';
import type { ChallengeRecord, Proof } from '../server/ports/proofs.ts';
import type { StoreStage } from './store-stage.ts';

/** One kind of proof. */
export type ProofOf<Kind extends Proof['kind']> = Extract<Proof, { kind: Kind }>;

/** A second factor that was switched on at second 0. */
export interface MadeSecondFactor {
  secretId: string;
  /** The time step whose code switched it on. */
  step: number;
  /** Digests of its recovery codes. */
  codes: string[];
}

/** Sets up an authenticator app, which waits ten minutes for its first code. */
export async function setUpTotp(
  stage: StoreStage,
  account: { id: string },
  change: { sessionId?: string; expiresAt?: string } = {},
): Promise<{ accountId: string; secretId: string; sessionId: string }> {
  const set = {
    accountId: account.id,
    secretId: stage.id('secret'),
    sessionId: change.sessionId ?? 'session-of-set-up',
  };
  const expiresAt = change.expiresAt ?? stage.at(600);
  const outcome = await stage.store.putTotp({ ...set, expiresAt }, stage.effects());
  expect(outcome).toMatchObject({ kind: 'done' });
  return set;
}

/** Switches on the second factor, with three recovery codes. */
export async function turnOn(
  stage: StoreStage,
  account: { id: string },
  step = 100,
): Promise<MadeSecondFactor> {
  const set = await setUpTotp(stage, account);
  const codes = [stage.id('code'), stage.id('code'), stage.id('code')];
  const outcome = await stage.store.enableTotp(
    { ...set, step, codeDigests: codes },
    stage.effects(),
  );
  expect(outcome).toMatchObject({ kind: 'done' });
  return { secretId: set.secretId, step, codes };
}

/** A passkey whose authenticator does not count its uses. */
export function newPasskey(
  stage: StoreStage,
  account: { id: string },
  change?: Partial<PasskeyRecord>,
): PasskeyRecord {
  return {
    id: stage.id('passkey'),
    accountId: account.id,
    credentialId: stage.id('credential'),
    publicKey: stage.id('public-key'),
    signCount: 0,
    transports: ['internal', 'hybrid'],
    name: 'Phone',
    synced: true,
    createdAt: stage.at(0),
    lastUsedAt: null,
    ...change,
  };
}

/** Adds a passkey to those that the account has. */
export async function givePasskey(
  stage: StoreStage,
  account: { id: string },
  change?: Partial<PasskeyRecord>,
): Promise<PasskeyRecord> {
  const passkey = newPasskey(stage, account, change);
  const outcome = await stage.store.addPasskey({ passkey, most: 20 }, stage.effects());
  expect(outcome).toMatchObject({ kind: 'done' });
  return passkey;
}

/** A challenge that works for five minutes; without an account one to sign in. */
export function newChallenge(
  stage: StoreStage,
  account: { id: string } | null,
  change?: Partial<ChallengeRecord>,
): ChallengeRecord {
  return {
    digest: stage.id('challenge-digest'),
    accountId: account?.id ?? null,
    sessionId: account === null ? null : 'session-of-challenges',
    purpose: account === null ? 'signIn' : 'changePassword',
    expiresAt: stage.at(300),
    ...change,
  };
}

/** Puts a challenge; answers the proof that uses it. */
export async function challenge(
  stage: StoreStage,
  account: { id: string } | null,
  change?: Partial<ChallengeRecord>,
): Promise<ProofOf<'challenge'>> {
  const made = newChallenge(stage, account, change);
  expect(await stage.store.putChallenge(made, stage.effects())).toEqual({ kind: 'done' });
  const { expiresAt: _, ...proof } = made;
  return { kind: 'challenge', ...proof };
}

/** A write that raises no version and is allowed by proofs: puts a grant, ten seconds on unless it is said otherwise. */
export function prove(
  stage: StoreStage,
  account: { id: string },
  proofs: readonly Proof[],
  seconds = 10,
): ReturnType<StoreStage['store']['putGrant']> {
  const effects = stage.effects({ at: stage.at(seconds), proofs });
  return stage.store.putGrant(stage.newGrant(account), effects);
}
