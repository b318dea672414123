import type { PasskeyResponse } from '../contract/passkeys.ts';
import type { PasskeyRecord } from '../server/ports/passkey-store.ts';
import type { PasskeyVerifier } from '../server/ports/passkey-verifier.ts';
import { base64url } from './memory-base64url.ts';
import { readAuthenticatorData, readClientData } from './memory-passkey-answer.ts';

/** What `createMemoryPasskeys` may be told. */
export interface MemoryPasskeyOptions {
  /** The domain that passkeys are for. Default: left out, and the browser takes the host of its page. */
  rpId?: string;
  /** What the browser calls the site. Default `Example`. */
  rpName?: string;
}

/** As long as a challenge lives. */
const timeout = 300_000;
/** ES256 and EdDSA of most authenticators, RS256 of older Windows. Source: WebAuthn Level 3 §5.4. */
const algorithms = [-7, -8, -257];

function descriptor({
  credentialId,
  transports,
}: Pick<PasskeyRecord, 'credentialId' | 'transports'>) {
  return {
    id: credentialId,
    type: 'public-key',
    ...(transports.length === 0 ? {} : { transports: [...transports] }),
  };
}

/** Whether a page of this origin may use passkeys of this domain. */
function isOfSite(origin: string, rpId: string | undefined): boolean {
  if (rpId === undefined) return true;
  const host = URL.parse(origin)?.hostname ?? '';
  return host === rpId || host.endsWith(`.${rpId}`);
}

/** What a browser says about how an authenticator is reached is its own word: only what looks like one is kept. */
function transportsOf({ response }: PasskeyResponse): string[] {
  const { transports } = response;
  if (!Array.isArray(transports)) return [];
  const words = transports.filter(
    (word): word is string => typeof word === 'string' && /^[a-z-]{1,32}$/.test(word),
  );
  return [...new Set(words)].slice(0, 8);
}

/**
 * The passkey port for a store that forgets, in a page or in Node. It asks real browsers the real questions, and judges
 * of their answers what can be judged without cryptography: the kind, the challenge, the site, whether a verified person
 * was there, the passkey's own id. **Signatures are not checked**: whoever can make up an answer here has the page, and
 * with it the store. Never put it in front of a store that outlives the page.
 */
export function createMemoryPasskeys(options: MemoryPasskeyOptions = {}): PasskeyVerifier {
  const { rpId, rpName = 'Example' } = options;

  function isAnswer(response: PasskeyResponse, type: string, challenge: string): boolean {
    const data = readClientData(response);
    return (
      data?.type === type &&
      data.challenge === challenge &&
      !data.crossOrigin &&
      isOfSite(data.origin, rpId)
    );
  }

  return {
    async registrationOptions({ challenge, userId, userName, displayName, exclude }) {
      return {
        challenge,
        rp: { name: rpName, ...(rpId === undefined ? {} : { id: rpId }) },
        user: { id: base64url(new TextEncoder().encode(userId)), name: userName, displayName },
        pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
        excludeCredentials: exclude.map(descriptor),
        authenticatorSelection: {
          residentKey: 'required',
          requireResidentKey: true,
          userVerification: 'required',
        },
        attestation: 'none',
        timeout,
      };
    },

    async verifyRegistration(response, challenge) {
      if (!isAnswer(response, 'webauthn.create', challenge)) return null;
      const data = readAuthenticatorData(response);
      if (!data?.verified || data.credential?.id !== response.id) return null;
      return {
        credentialId: response.id,
        publicKey: data.credential.publicKey,
        signCount: data.signCount,
        transports: transportsOf(response),
        synced: data.synced,
      };
    },

    async assertionOptions({ challenge, allow }) {
      return {
        challenge,
        ...(rpId === undefined ? {} : { rpId }),
        allowCredentials: allow.map(descriptor),
        userVerification: 'required',
        timeout,
      };
    },

    async verifyAssertion(response, challenge, passkey) {
      if (response.id !== passkey.credentialId) return null;
      if (!isAnswer(response, 'webauthn.get', challenge)) return null;
      const data = readAuthenticatorData(response);
      return data?.verified ? { signCount: data.signCount } : null;
    },

    challengeOf(response) {
      const challenge = readClientData(response)?.challenge;
      return challenge !== undefined && /^[\w-]{1,256}$/.test(challenge) ? challenge : null;
    },
  };
}
