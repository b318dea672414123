import type { PasskeyResponse } from '../contract/passkeys.ts';
import { base64url, fromBase64url } from './memory-base64url.ts';

/** What the browser wrote down about the question that was answered (WebAuthn Level 3, §5.8.1). */
export interface ClientData {
  type: string;
  /** base64url. */
  challenge: string;
  origin: string;
  crossOrigin: boolean;
}

/** What the authenticator says (WebAuthn Level 3, §6.1). */
export interface AuthenticatorData {
  /** Whether somebody was there, and proved to the authenticator who it is. */
  verified: boolean;
  /** Whether the authenticator keeps the passkey in more than one place by now. */
  synced: boolean;
  signCount: number;
  /** What was made; null in an answer to a proof. */
  credential: { id: string; publicKey: string } | null;
}

const flags = {
  userPresent: 0x01,
  userVerified: 0x04,
  backedUp: 0x10,
  hasCredential: 0x40,
} as const;
/** Of the hash of the site, before the flags. */
const siteBytes = 32;
/** Of site, flags and count. */
const headBytes = siteBytes + 1 + 4;
/** Of the kind of authenticator, before the length of the credential's id. */
const aaguidBytes = 16;

function field({ response }: PasskeyResponse, name: string): Uint8Array | null {
  const value = response[name];
  return typeof value === 'string' ? fromBase64url(value) : null;
}

/** Reads what the browser wrote down; null when it cannot be read. */
export function readClientData(response: PasskeyResponse): ClientData | null {
  const bytes = field(response, 'clientDataJSON');
  if (bytes === null) return null;
  try {
    const data: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof data !== 'object' || data === null) return null;
    const { type, challenge, origin, crossOrigin } = data as Record<string, unknown>;
    if (typeof type !== 'string' || typeof challenge !== 'string') return null;
    return { type, challenge, origin: String(origin), crossOrigin: crossOrigin === true };
  } catch {
    return null;
  }
}

const authDataKey = new TextEncoder().encode('authData');

/** How long a byte string of CBOR is, and where it begins; null for anything else. */
function byteString(bytes: Uint8Array, at: number): { from: number; length: number } | null {
  const [head, first = 0, second = 0] = bytes.subarray(at);
  if (head === 0x58) return { from: at + 2, length: first };
  if (head === 0x59) return { from: at + 3, length: first * 256 + second };
  return null;
}

/**
 * Finds the authenticator's data in a CBOR map whose other entries do not matter: under its name, as a byte string that
 * reaches to the end, because the order of the keys is fixed.
 */
function findAuthData(attestation: Uint8Array): Uint8Array | null {
  for (let at = 0; at + authDataKey.length < attestation.length; at++) {
    if (!authDataKey.every((byte, index) => attestation[at + index] === byte)) continue;
    const found = byteString(attestation, at + authDataKey.length);
    if (found && found.from + found.length === attestation.length) {
      return attestation.subarray(found.from);
    }
  }
  return null;
}

function readCredential(bytes: Uint8Array): AuthenticatorData['credential'] {
  const length = (bytes[aaguidBytes] ?? 0) * 256 + (bytes[aaguidBytes + 1] ?? 0);
  const from = aaguidBytes + 2;
  const publicKey = bytes.subarray(from + length);
  if (length === 0 || publicKey.length === 0) return null;
  return { id: base64url(bytes.subarray(from, from + length)), publicKey: base64url(publicKey) };
}

/** Reads what the authenticator says, in the answer to a registration or to a proof; null when it cannot be read. */
export function readAuthenticatorData(response: PasskeyResponse): AuthenticatorData | null {
  const attestation = field(response, 'attestationObject');
  const bytes = attestation ? findAuthData(attestation) : field(response, 'authenticatorData');
  if (bytes === null || bytes.length < headBytes) return null;
  const set = bytes[siteBytes] ?? 0;
  const has = (flag: number): boolean => (set & flag) !== 0;
  return {
    verified: has(flags.userPresent) && has(flags.userVerified),
    synced: has(flags.backedUp),
    signCount: new DataView(bytes.buffer, bytes.byteOffset).getUint32(siteBytes + 1),
    credential: has(flags.hasCredential) ? readCredential(bytes.subarray(headBytes)) : null,
  };
}
