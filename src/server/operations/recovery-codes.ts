import { recoveryCodeLength } from '../../contract/one-time-code.ts';
import { recoveryCodeCount } from '../../contract/two-factor.ts';
import type { Ports } from '../ports/ports.ts';
import type { Proof } from '../ports/proofs.ts';
import { bytesOf } from './totp.ts';

/** Crockford's base 32: no I, L, O and U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What is stored instead of a code: 50 bits could be tried out, if it did not take the server's key to compute it. */
export function codeDigest(ports: Ports, accountId: string, code: string): string {
  return ports.secrets.digest(ports.secrets.derive('recovery-code', accountId, code));
}

function mintCode(ports: Ports): string {
  const bytes = bytesOf(ports.secrets.mintSecret()).slice(0, recoveryCodeLength);
  // 256 values on 32 characters: each is as likely as any other.
  return Array.from(bytes, (byte) => alphabet[byte % alphabet.length]).join('');
}

/** Ten new codes as they are shown, `XXXXX-XXXXX`, and what the store keeps of them. */
export function mintRecoveryCodes(
  ports: Ports,
  accountId: string,
): { recoveryCodes: string[]; codeDigests: string[] } {
  const codes = new Set<string>();
  while (codes.size < recoveryCodeCount) codes.add(mintCode(ports));
  const half = recoveryCodeLength / 2;
  return {
    recoveryCodes: [...codes].map((code) => `${code.slice(0, half)}-${code.slice(half)}`),
    codeDigests: [...codes].map((code) => codeDigest(ports, accountId, code)),
  };
}

/** What a write has to carry for a recovery code, in its normal form, to count. */
export function recoveryCodeProof(ports: Ports, accountId: string, code: string): Proof {
  return { kind: 'recovery_code', accountId, digest: codeDigest(ports, accountId, code) };
}
