import type { KeyObject } from 'node:crypto';
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { PasskeyOptions, PasskeyResponse } from '../../src/contract/passkeys.ts';

/** Signature algorithms by their COSE numbers. */
export type Algorithm = -7 | -8 | -257;

/** What a test may let the authenticator, or the browser around it, do otherwise. */
export interface Tweaks {
  /** What the browser says that it is on. */
  origin?: string;
  /** What it says that it was asked. */
  challenge?: string;
  type?: string;
  crossOrigin?: boolean;
  topOrigin?: string;
  /** The site that the authenticator answers for. */
  rpId?: string;
  /** Whether somebody was there, and whether it was their owner. */
  present?: boolean;
  verified?: boolean;
  /** Whether it is kept in more than one place. */
  synced?: boolean;
  /** The count of uses that it says; 0 says that it keeps none. */
  signCount?: number;
  /** Base64url, or null for none. */
  userHandle?: string | null;
  /** Another passkey's key signs. */
  signedBy?: SoftPasskey;
  /** Bytes that nobody needs, in the public key. */
  keyPadding?: number;
  /** Attestation that nobody asked for, as CBOR. */
  attestation?: { format: string; statement: Uint8Array };
}

/** A passkey in it. */
export interface SoftPasskey {
  /** Base64url. */
  id: string;
  rpId: string;
  /** Base64url. */
  userHandle: string;
  algorithm: Algorithm;
  privateKey: KeyObject;
  signCount: number;
}

/** An authenticator with the browser around it, in software: it answers as a real one does, signatures included. */
export interface Authenticator {
  readonly passkeys: readonly SoftPasskey[];
  /** What `navigator.credentials.create` answers to the options; throws when one of those excluded is in it. */
  create(options: PasskeyOptions, tweaks?: Tweaks): PasskeyResponse;
  /** What `navigator.credentials.get` answers; throws when it has no passkey that fits. */
  get(options: PasskeyOptions, tweaks?: Tweaks): PasskeyResponse;
}

const base64url = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest();

/** The head of a CBOR item: RFC 8949 §3. */
function head(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value]);
  if (value < 256) return Buffer.from([(major << 5) | 24, value]);
  return Buffer.from([(major << 5) | 25, value >> 8, value & 255]);
}

type Cbor = number | string | Uint8Array | Map<number | string, Cbor> | { raw: Uint8Array };

/** As much of CBOR as WebAuthn needs. */
export function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') {
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  }
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
  if (value instanceof Map) {
    const entries = [...value].flatMap(([key, item]) => [cbor(key), cbor(item)]);
    return Buffer.concat([head(5, value.size), ...entries]);
  }
  return Buffer.from(value.raw);
}

function generate(algorithm: Algorithm, padding: number): { privateKey: KeyObject; cose: Buffer } {
  const { publicKey, privateKey } =
    algorithm === -7
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : algorithm === -8
        ? generateKeyPairSync('ed25519')
        : generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { x = '', y = '', n = '', e = '' } = publicKey.export({ format: 'jwk' });
  const bytes = (text: string): Uint8Array => Buffer.from(text, 'base64url');
  const parts: Record<Algorithm, [number, Cbor][]> = {
    [-7]: [
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, bytes(x)],
      [-3, bytes(y)],
    ],
    [-8]: [
      [1, 1],
      [3, -8],
      [-1, 6],
      [-2, bytes(x)],
    ],
    [-257]: [
      [1, 3],
      [3, -257],
      [-1, bytes(n)],
      [-2, bytes(e)],
    ],
  };
  const key = new Map<number | string, Cbor>(parts[algorithm]);
  if (padding > 0) key.set(99, new Uint8Array(padding));
  return { privateKey, cose: cbor(key) };
}

/** RFC of the layout: WebAuthn Level 3 §6.1. */
function authenticatorData(
  rpId: string,
  signCount: number,
  tweaks: Tweaks,
  attested?: Uint8Array,
): Buffer {
  const { present = true, verified = true, synced = false } = tweaks;
  const flags =
    (present ? 1 : 0) | (verified ? 4 : 0) | (synced ? 8 + 16 : 0) | (attested ? 64 : 0);
  const counter = Buffer.alloc(4);
  counter.writeUInt32BE(tweaks.signCount ?? signCount);
  return Buffer.concat([
    sha256(tweaks.rpId ?? rpId),
    Buffer.from([flags]),
    counter,
    attested ?? new Uint8Array(),
  ]);
}

/** Makes one, with nothing in it. Its browser is on `origin`. */
export function createAuthenticator(origin: string, algorithm: Algorithm = -7): Authenticator {
  const passkeys: SoftPasskey[] = [];

  function clientData(type: string, options: PasskeyOptions, tweaks: Tweaks): Buffer {
    return Buffer.from(
      JSON.stringify({
        type: tweaks.type ?? type,
        challenge: tweaks.challenge ?? options['challenge'],
        origin: tweaks.origin ?? origin,
        crossOrigin: tweaks.crossOrigin ?? false,
        ...(tweaks.topOrigin === undefined ? {} : { topOrigin: tweaks.topOrigin }),
      }),
    );
  }

  const isAmong = (list: unknown, id: string): boolean =>
    ((list ?? []) as { id: string }[]).some((one) => one.id === id);

  const answer = (id: string, response: Record<string, unknown>): PasskeyResponse => ({
    id,
    rawId: id,
    type: 'public-key',
    response,
    clientExtensionResults: {},
    authenticatorAttachment: 'platform',
  });

  return {
    passkeys,
    create(options, tweaks = {}) {
      if (passkeys.some(({ id }) => isAmong(options['excludeCredentials'], id))) {
        throw new DOMException('It has one already.', 'InvalidStateError');
      }
      const { id: rpId } = options['rp'] as { id: string };
      const { id: userHandle } = options['user'] as { id: string };
      const id = randomBytes(32);
      const { privateKey, cose } = generate(algorithm, tweaks.keyPadding ?? 0);
      passkeys.push({
        id: base64url(id),
        rpId,
        userHandle,
        algorithm,
        privateKey,
        signCount: 0,
      });
      const aaguid = Buffer.alloc(16);
      const attested = Buffer.concat([aaguid, Buffer.from([0, id.length]), id, cose]);
      const { format, statement } = tweaks.attestation ?? {
        format: 'none',
        statement: cbor(new Map()),
      };
      const attestationObject = cbor(
        new Map<string, Cbor>([
          ['fmt', format],
          ['attStmt', { raw: statement }],
          ['authData', authenticatorData(rpId, 0, tweaks, attested)],
        ]),
      );
      return answer(base64url(id), {
        clientDataJSON: base64url(clientData('webauthn.create', options, tweaks)),
        attestationObject: base64url(attestationObject),
        transports: ['internal', 'hybrid'],
      });
    },
    get(options, tweaks = {}) {
      const allowed = (options['allowCredentials'] ?? []) as { id: string }[];
      const passkey = passkeys.findLast(
        ({ id, rpId }) =>
          rpId === options['rpId'] && (allowed.length === 0 || isAmong(allowed, id)),
      );
      if (passkey === undefined) throw new DOMException('None fits.', 'NotAllowedError');
      passkey.signCount += 1;
      const data = authenticatorData(passkey.rpId, passkey.signCount, tweaks);
      const client = clientData('webauthn.get', options, tweaks);
      const signer = tweaks.signedBy ?? passkey;
      const signature = sign(
        signer.algorithm === -8 ? null : 'sha256',
        Buffer.concat([data, sha256(client)]),
        signer.privateKey,
      );
      const handle = tweaks.userHandle === undefined ? passkey.userHandle : tweaks.userHandle;
      return answer(passkey.id, {
        clientDataJSON: base64url(client),
        authenticatorData: base64url(data),
        signature: base64url(signature),
        ...(handle === null ? {} : { userHandle: handle }),
      });
    },
  };
}
