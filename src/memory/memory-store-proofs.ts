import type { Instant } from '../server/ports/account-store.ts';
import type { ChallengeRecord, Proof } from '../server/ports/proofs.ts';
import type { MemoryState } from './memory-store-state.ts';

/** Whether a challenge could be used now. */
export function challengeWorks(
  state: MemoryState,
  { digest, accountId, sessionId, purpose }: Omit<ChallengeRecord, 'expiresAt'>,
  at: Instant,
): boolean {
  const challenge = state.challenges.get(digest);
  return (
    challenge !== undefined &&
    challenge.accountId === accountId &&
    challenge.sessionId === sessionId &&
    challenge.purpose === purpose &&
    at < challenge.expiresAt
  );
}

/** Whether a proof could be used now. */
export function proofWorks(state: MemoryState, proof: Proof, at: Instant): boolean {
  switch (proof.kind) {
    case 'totp': {
      const totp = state.totps.get(proof.accountId);
      return totp?.state === 'on' && totp.lastStep < proof.step;
    }
    case 'recovery_code':
      return state.recoveryCodes.get(proof.accountId)?.includes(proof.digest) === true;
    case 'challenge':
      return challengeWorks(state, proof, at);
    case 'passkey': {
      const passkey = state.passkeys.get(proof.id);
      if (passkey?.accountId !== proof.accountId) return false;
      const counts = passkey.signCount > 0 || proof.signCount > 0;
      return !counts || passkey.signCount < proof.signCount;
    }
  }
}

/** Uses up a proof that works. */
export function takeProof(state: MemoryState, proof: Proof, at: Instant): void {
  switch (proof.kind) {
    case 'totp': {
      const totp = state.totps.get(proof.accountId);
      if (totp !== undefined) totp.lastStep = proof.step;
      break;
    }
    case 'recovery_code': {
      const codes = state.recoveryCodes.get(proof.accountId) ?? [];
      state.recoveryCodes.set(
        proof.accountId,
        codes.filter((digest) => digest !== proof.digest),
      );
      break;
    }
    case 'challenge':
      state.challenges.delete(proof.digest);
      break;
    case 'passkey': {
      const passkey = state.passkeys.get(proof.id);
      if (passkey === undefined) break;
      passkey.signCount = proof.signCount;
      passkey.lastUsedAt = at;
    }
  }
}
