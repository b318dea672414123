import { createHash, randomBytes } from 'node:crypto';

/** Instant at which the sessions of the data set end: a day ahead, so that none ends or is renewed during a run. */
export const sessionExpiresAt = (): Date => new Date(Date.now() + 24 * 60 * 60 * 1000);

/** The person with the given number, the same in every server. */
export function person(number: number): { email: string; name: string; username: string } {
  return {
    email: `person-${number}@example.com`,
    name: `Person ${number}`,
    username: `person${number}`,
  };
}

/** The password of everybody. */
export const password = 'a password that everybody has';

/** A new session token: 256 random bits as base64url. */
export const mintToken = (): string => randomBytes(32).toString('base64url');

/** SHA-256 of a token in base64url, the form in which a server stores it. */
export const hashToken = (token: string): string =>
  createHash('sha256').update(token).digest('base64url');

/** One session that the load uses. */
export interface KnownSession {
  /** Value of the `Cookie` header. */
  cookie: string;
  /** Text that every right answer to a read with this cookie contains. */
  expectRead: string;
  /** Text that every right answer to a write with this cookie contains. */
  expectWrite: string;
}
