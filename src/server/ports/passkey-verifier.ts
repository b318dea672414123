import type { PasskeyOptions, PasskeyResponse } from '../../contract/passkeys.ts';
import type { PasskeyRecord } from './passkey-store.ts';

/** Makes what a browser is asked, and judges what it answers (WebAuthn). Knows nothing of accounts and stores. */
export interface PasskeyVerifier {
  /** Options to make a passkey: resident key and user verification required, those that exist excluded. */
  registrationOptions(input: {
    /** base64url. */
    challenge: string;
    /** What the authenticator knows the account by: at most 64 bytes as UTF-8, and nothing that tells whose it is. */
    userId: string;
    /** What the authenticator shows: the address. */
    userName: string;
    displayName: string;
    exclude: readonly Pick<PasskeyRecord, 'credentialId' | 'transports'>[];
  }): Promise<PasskeyOptions>;
  /** What was made, or null when the answer is not one to this challenge, for this site, by a verified person. */
  verifyRegistration(
    response: PasskeyResponse,
    challenge: string,
  ): Promise<Pick<
    PasskeyRecord,
    'credentialId' | 'publicKey' | 'signCount' | 'transports' | 'synced'
  > | null>;
  /** Options to prove oneself by a passkey; an empty list lets the person choose among those of this site. */
  assertionOptions(input: {
    challenge: string;
    allow: readonly Pick<PasskeyRecord, 'credentialId' | 'transports'>[];
  }): Promise<PasskeyOptions>;
  /** The new count of uses, or null when the answer is not one of this passkey to this challenge. */
  verifyAssertion(
    response: PasskeyResponse,
    challenge: string,
    passkey: PasskeyRecord,
  ): Promise<{ signCount: number } | null>;
  /** The challenge that an answer was made for, as it says itself; null when it cannot be read. Proves nothing yet. */
  challengeOf(response: PasskeyResponse): string | null;
}
