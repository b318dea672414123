import type { PasskeyResponse } from '../../contract/passkeys.ts';
import type { PasskeyRecord } from '../ports/passkey-store.ts';
import type { PasskeyVerifier } from '../ports/passkey-verifier.ts';

/** What `createPasskeyVerifier` needs: whose passkeys they are. */
export interface PasskeyVerifierOptions {
  /** The application's name, as a browser may show it while a passkey is made. */
  rpName: string;
  /**
   * The domain that passkeys belong to: the host of the pages, or a parent of it (`example.com` for
   * `app.example.com`). With another one, all passkeys that exist stop working.
   */
  rpId: string;
  /** Origins of the pages that make and use passkeys, exactly: `https://app.example.com`. */
  origins: readonly string[];
}

type Server = typeof import('@simplewebauthn/server');
type Helpers = typeof import('@simplewebauthn/server/helpers');
type Credential = NonNullable<
  Parameters<Server['generateAuthenticationOptions']>[0]['allowCredentials']
>[number];
// The parts of an answer are anything at all until the library has judged them.
type MadePasskey = Parameters<Server['verifyRegistrationResponse']>[0]['response'];
type UsedPasskey = Parameters<Server['verifyAuthenticationResponse']>[0]['response'];

/** ES256 and EdDSA of most authenticators, RS256 of older Windows. Source: WebAuthn Level 3 §5.4. */
const algorithms = [-7, -8, -257];

/** Time for a person to find their key; the challenge lives as long. Source: WebAuthn Level 3 §15.1. */
const timeoutMilliseconds = 300_000;

/** Longest public key that is kept: RSA with 4,096 bits and its COSE frame take half of it. */
const mostKeyBytes = 1024;

/** What a browser says about how an authenticator is reached is its own word: only what looks like one is kept. */
function judgeTransports(given: unknown): string[] {
  if (!Array.isArray(given)) return [];
  const words = given.filter(
    (word): word is string => typeof word === 'string' && /^[a-z-]{1,32}$/.test(word),
  );
  return [...new Set(words)].slice(0, 8);
}

/** What the browser says that it was asked, and where; null when it cannot be read. It is signed, but not judged yet. */
function readClientData(response: PasskeyResponse): Record<string, unknown> | null {
  const text = response.response['clientDataJSON'];
  if (typeof text !== 'string') return null;
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return typeof read === 'object' && read !== null ? { ...read } : null;
  } catch {
    return null;
  }
}

function credentials(
  passkeys: readonly Pick<PasskeyRecord, 'credentialId' | 'transports'>[],
): Credential[] {
  return passkeys.map(({ credentialId, transports }) => ({
    id: credentialId,
    // The library's list of transports is closed; browsers pass over those that they do not know.
    transports: [...transports] as NonNullable<Credential['transports']>,
  }));
}

/**
 * The same answer without an attestation. None was asked for, so none is judged: what stands in one could send the
 * library to addresses of the sender's choice, to ask for revoked certificates.
 */
function withoutAttestation(
  { decodeAttestationObject, isoCBOR, isoBase64URL }: Helpers,
  response: PasskeyResponse,
): PasskeyResponse {
  const given = isoBase64URL.toBuffer(String(response.response['attestationObject']));
  const authData = decodeAttestationObject(given).get('authData');
  const none = isoCBOR.encode(
    new Map<string, string | Map<string, string> | Uint8Array>([
      ['fmt', 'none'],
      ['attStmt', new Map<string, string>()],
      ['authData', authData],
    ]),
  );
  const attestationObject = isoBase64URL.fromBuffer(none);
  return { ...response, response: { ...response.response, attestationObject } };
}

function judgeOptions({ rpId, origins }: PasskeyVerifierOptions): void {
  if (origins.length === 0) throw new Error('createPasskeyVerifier needs at least one origin.');
  for (const text of origins) {
    const url = URL.parse(text);
    const secure = url?.protocol === 'https:' || url?.hostname === 'localhost';
    if (url?.origin !== text || !secure) {
      throw new Error(
        `createPasskeyVerifier: "${text}" is no origin of https, or of http://localhost.`,
      );
    }
    if (url.hostname !== rpId && !url.hostname.endsWith(`.${rpId}`)) {
      throw new Error(
        `createPasskeyVerifier: the rpId "${rpId}" is neither the host of ${text} nor a parent of it.`,
      );
    }
  }
}

/**
 * Passkeys through @simplewebauthn/server, an optional peer. They are made so that a browser can offer them by itself
 * (resident), and every answer must come from a person whom the authenticator has verified, on one of the origins, not
 * inside of another site's page. Attestations are not asked for, and not looked at. What cannot be read is no answer.
 *
 * Rejects with one sentence when the package is not installed, or the origins do not fit the domain.
 */
export async function createPasskeyVerifier(
  options: PasskeyVerifierOptions,
): Promise<PasskeyVerifier> {
  judgeOptions(options);
  const { rpName, rpId: rpID } = options;
  const expected = { expectedOrigin: [...options.origins], expectedRPID: rpID };
  let server: Server;
  let helpers: Helpers;
  try {
    server = await import('@simplewebauthn/server');
    helpers = await import('@simplewebauthn/server/helpers');
  } catch (cause) {
    const needs = 'createPasskeyVerifier needs @simplewebauthn/server';
    throw new Error(`${needs}: npm install @simplewebauthn/server`, { cause });
  }
  const bytes = (base64url: string): Uint8Array<ArrayBuffer> =>
    new Uint8Array(Buffer.from(base64url, 'base64url'));
  const isForeign = (response: PasskeyResponse): boolean =>
    readClientData(response)?.['crossOrigin'] === true;

  return {
    async registrationOptions({ challenge, userId, userName, displayName, exclude }) {
      const made = await server.generateRegistrationOptions({
        rpName,
        rpID,
        challenge: bytes(challenge),
        userID: new TextEncoder().encode(userId),
        userName,
        userDisplayName: displayName,
        timeout: timeoutMilliseconds,
        attestationType: 'none',
        excludeCredentials: credentials(exclude),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        supportedAlgorithmIDs: algorithms,
      });
      return { ...made };
    },

    async verifyRegistration(response, challenge) {
      if (isForeign(response)) return null;
      try {
        const { registrationInfo: made } = await server.verifyRegistrationResponse({
          ...expected,
          response: withoutAttestation(helpers, response) as unknown as MadePasskey,
          expectedChallenge: challenge,
          requireUserVerification: true,
          supportedAlgorithmIDs: algorithms,
        });
        if (made === undefined || made.credential.id !== response.id) return null;
        const { id, publicKey, counter } = made.credential;
        if (publicKey.byteLength > mostKeyBytes) return null;
        return {
          credentialId: id,
          publicKey: Buffer.from(publicKey).toString('base64url'),
          signCount: counter,
          transports: judgeTransports(response.response['transports']),
          synced: made.credentialBackedUp,
        };
      } catch {
        return null;
      }
    },

    async assertionOptions({ challenge, allow }) {
      const made = await server.generateAuthenticationOptions({
        rpID,
        challenge: bytes(challenge),
        allowCredentials: credentials(allow),
        timeout: timeoutMilliseconds,
        userVerification: 'required',
      });
      return { ...made };
    },

    async verifyAssertion(response, challenge, passkey) {
      if (isForeign(response) || response.id !== passkey.credentialId) return null;
      try {
        const { verified, authenticationInfo } = await server.verifyAuthenticationResponse({
          ...expected,
          response: response as unknown as UsedPasskey,
          expectedChallenge: challenge,
          requireUserVerification: true,
          credential: {
            id: passkey.credentialId,
            publicKey: bytes(passkey.publicKey),
            counter: passkey.signCount,
          },
        });
        return verified ? { signCount: authenticationInfo.newCounter } : null;
      } catch {
        return null;
      }
    },

    challengeOf(response) {
      const challenge = readClientData(response)?.['challenge'];
      return typeof challenge === 'string' && /^[\w-]{1,256}$/.test(challenge) ? challenge : null;
    },
  };
}
