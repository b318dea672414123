/** Slow hashing of passwords. The rules normalise to NFC first. */
export interface PasswordHasher {
  /** A self-describing string (PHC format) with salt and cost. */
  hash(password: string): Promise<string>;
  /** Whether the password is the one. False, too, for a hash that it cannot read. */
  verify(password: string, hash: string): Promise<boolean>;
  /** A hash of nobody's password at the current cost: verified against when there is no account, to take as long. */
  decoy: string;
}
