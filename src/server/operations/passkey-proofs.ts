import { AccountError } from '../../contract/account-error.ts';
import type { PasskeyResponse } from '../../contract/passkeys.ts';
import type { PasskeyRecord } from '../ports/passkey-store.ts';
import type { PasskeyVerifier } from '../ports/passkey-verifier.ts';
import type { Ports } from '../ports/ports.ts';
import type { ChallengeRecord, Proof } from '../ports/proofs.ts';
import { instant } from './instants.ts';

/** How long a browser may take to answer: WebAuthn's own default is five minutes where the person is verified. */
const challengeSeconds = 300;

/** What a challenge is for: an answer counts only for the very same. */
export type ChallengeContext = Pick<ChallengeRecord, 'accountId' | 'sessionId' | 'purpose'>;

/** Passkeys, where the server has them; else throws `not_allowed`. */
export function requirePasskeys(ports: Ports): PasskeyVerifier {
  if (ports.passkeys === null) throw new AccountError('not_allowed', { reason: 'not_offered' });
  return ports.passkeys;
}

/** A new challenge, and what the store keeps of it. */
export function mintChallenge(
  ports: Ports,
  context: ChallengeContext,
): { challenge: string; record: ChallengeRecord } {
  const challenge = ports.secrets.mintSecret();
  const digest = ports.secrets.digest(challenge);
  return {
    challenge,
    record: { ...context, digest, expiresAt: instant(ports, challengeSeconds) },
  };
}

/** What a write has to carry for the challenge to be used up. */
export function challengeProof(ports: Ports, context: ChallengeContext, challenge: string): Proof {
  return { ...context, kind: 'challenge', digest: ports.secrets.digest(challenge) };
}

/** What an authenticator knows the account by: it tells nothing to whoever looks into one. */
export function userHandle(ports: Ports, accountId: string): string {
  return ports.secrets.digest(accountId);
}

function isOfAccount(ports: Ports, response: PasskeyResponse, accountId: string): boolean {
  const answered = response.response['userHandle'];
  const expected = btoa(userHandle(ports, accountId));
  return (
    typeof answered === 'string' &&
    answered === expected.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
  );
}

/**
 * Judges what a browser answered with a passkey: the passkey, and what a write has to carry for it to count. Null when
 * it is no passkey here, or another's, or no answer to a challenge of ours. Whether the challenge still waits, and was
 * for the same, the write decides.
 */
export async function judgePasskey(
  ports: Ports,
  response: PasskeyResponse,
  context: ChallengeContext,
): Promise<{ passkey: PasskeyRecord; proofs: Proof[] } | null> {
  const challenge = ports.passkeys?.challengeOf(response) ?? null;
  const passkey = await ports.store.findPasskey(response.id);
  if (ports.passkeys === null || challenge === null || passkey === null) return null;
  const { accountId, id } = passkey;
  if (context.accountId !== null && accountId !== context.accountId) return null;
  // Source: WebAuthn Level 3 §7.2: it must be there where nobody was named, and be right wherever it is.
  const unnamed = response.response['userHandle'] === undefined && context.accountId !== null;
  if (!unnamed && !isOfAccount(ports, response, accountId)) return null;
  const verified = await ports.passkeys.verifyAssertion(response, challenge, passkey);
  if (verified === null) return null;
  return {
    passkey,
    proofs: [
      challengeProof(ports, context, challenge),
      { kind: 'passkey', accountId, id, signCount: verified.signCount },
    ],
  };
}
