/** Random values, and what is stored instead of a secret. */
export interface Secrets {
  /** A new id: at least 122 random bits, safe in a URL path. No secret, but not to be guessed either. */
  mintId(): string;
  /** A new secret of 256 random bits in base64url (43 characters): a session token, a grant. */
  mintSecret(): string;
  /**
   * The token of a mailed link, always the same for the same id, and not to be computed without the server's key.
   * So a queued mail needs no secret in its row, and a mail that is sent twice carries the same token.
   */
  deriveToken(id: string): string;
  /**
   * Something that only the server can compute again: the secret of an authenticator app, a mailed code of six digits,
   * the stored form of a recovery code. So no row holds a secret. The same for the same parts; base64url, 43 characters.
   */
  derive(purpose: string, ...parts: readonly string[]): string;
  /** What is stored and looked up instead of a secret: SHA-256 in base64url, without salt, as the input is random. */
  digest(secret: string): string;
}
