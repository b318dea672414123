import type { Instant } from '../ports/account-store.ts';
import type { Proof } from '../ports/proofs.ts';
import { takeChallenge } from './challenge-rows.ts';
import { takePasskeyUse } from './passkey-rows.ts';
import { takeRecoveryCode } from './recovery-code-rows.ts';
import { takeTotpStep } from './totp-rows.ts';
import type { Transaction } from './transaction.ts';

/** Uses up a proof that works once; false when there is nothing to use. */
export function* takeProof(proof: Proof, at: Instant): Transaction<boolean> {
  switch (proof.kind) {
    case 'totp':
      return yield* takeTotpStep(proof.accountId, proof.step);
    case 'recovery_code':
      return yield* takeRecoveryCode(proof.accountId, proof.digest);
    case 'challenge': {
      const { digest, accountId, sessionId, purpose } = proof;
      return yield* takeChallenge({ digest, accountId, sessionId, purpose, at });
    }
    case 'passkey': {
      const { accountId, id, signCount } = proof;
      return yield* takePasskeyUse({ accountId, id, signCount, at });
    }
  }
}
