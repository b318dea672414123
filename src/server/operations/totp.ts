import { Secret, TOTP } from 'otpauth';
import { codeDigits } from '../../contract/one-time-code.ts';
import type { AccountRecord } from '../ports/account-store.ts';
import type { Ports } from '../ports/ports.ts';
import type { Proof } from '../ports/proofs.ts';
import { instant } from './instants.ts';

/** Seconds of one code. Like SHA-1 and six digits it is what every authenticator app takes. Source: RFC 6238. */
const period = 30;

/** Codes before and after the present one that are taken, for clocks that differ. Source: RFC 6238 §5.2. */
const window = 1;

/** Bytes of a secret: as long as the output of the HMAC. Source: RFC 4226 §4. */
const secretBytes = 20;

/** The bytes of a text in base64url. */
export function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

function authenticator(ports: Ports, account: AccountRecord, secretId: string): TOTP {
  const derived = bytesOf(ports.secrets.derive('totp', account.id, secretId));
  return new TOTP({
    issuer: ports.settings.appName,
    label: account.email,
    algorithm: 'SHA1',
    digits: codeDigits,
    period,
    secret: new Secret({ buffer: derived.slice(0, secretBytes).buffer }),
  });
}

/** What an authenticator app is told: the secret in base 32, and the same as an `otpauth:` URI. */
export function totpForApp(
  ports: Ports,
  account: AccountRecord,
  secretId: string,
): { secret: string; uri: string } {
  const totp = authenticator(ports, account, secretId);
  return { secret: totp.secret.base32, uri: totp.toString() };
}

/** The code that the app shows now: for backends that play the person's part, too. */
export function totpCode(ports: Ports, account: AccountRecord, secretId: string): string {
  return authenticator(ports, account, secretId).generate({ timestamp: ports.clock.now() });
}

/** The time step that a code belongs to; null when it is no code of now. Whether it was used, the store knows. */
export function findTotpStep(
  ports: Ports,
  account: AccountRecord,
  secretId: string,
  code: string,
): number | null {
  const totp = authenticator(ports, account, secretId);
  const timestamp = ports.clock.now();
  const delta = totp.validate({ token: code, timestamp, window });
  return delta === null ? null : totp.counter({ timestamp }) + delta;
}

/** What a write has to carry for a code of the app to count, which it does once the factor is on; null when it is wrong. */
export async function judgeTotp(
  ports: Ports,
  account: AccountRecord,
  code: string,
): Promise<Proof | null> {
  const found = await ports.store.findTotp(account.id, instant(ports));
  if (found === null) return null;
  const step = findTotpStep(ports, account, found.secretId, code);
  return step === null ? null : { kind: 'totp', accountId: account.id, step };
}
