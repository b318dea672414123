/** A passkey as the account knows it. */
export interface ModelPasskey {
  credentialId: string;
  name: string;
  /** The count of uses that it said last. */
  count: number;
}

/** An account, and what belongs to it alone. */
export interface ModelAccount {
  id: string;
  email: string;
  verified: boolean;
  password: string | null;
  /** Newest first. */
  formerPasswords: string[];
  nickname: string | null;
  hasAvatar: boolean;
  version: number;
  /** What its log says, oldest first. */
  log: string[];
  /** The authenticator app that is on: its secret and the newest time step whose code was used. */
  app: { secret: string; lastStep: number } | null;
  /** One that waits for its first code. */
  setUp: { secret: string; sessionId: string; until: number } | null;
  recoveryCodes: Set<string>;
  passkeys: ModelPasskey[];
  /** Secrets of the browsers that it knows. */
  browsers: Set<string>;
}

/** A session. Its row stays, until it is ended or purged. */
export interface ModelSession {
  id: string;
  accountId: string;
  since: number;
  until: number;
}

/** A mailed link. */
export interface ModelLink {
  /** `security`: "this wasn't me" in any notice but those of a change of address, which have a `report`. */
  of: 'change' | 'report' | 'security' | 'verification' | 'reset';
  accountId: string;
  address: string;
  since: number;
  until: number;
  state: 'live' | 'used' | 'dead';
  /** When it came to be used or dead. */
  endedAt: number | null;
}

/** What was proved. */
export interface ModelGrant {
  accountId: string;
  sessionId: string;
  purpose: string;
  until: number;
}

/** What a proof was asked for: nobody's account and session where somebody wants to sign in. */
export interface ModelContext {
  accountId: string | null;
  sessionId: string | null;
  purpose: string;
}

/** A question to an authenticator. */
export type ModelChallenge = ModelContext & { until: number };

/** A code that is mailed. The text is not known before it is read. */
export type ModelCode = ModelContext & { until: number; live: boolean; text: string | null };

/** What an authenticator answered: to which question, how often it was used. */
export interface ModelAnswer {
  challenge: string;
  credentialId: string;
  count: number;
}

/** A change of address that waits. Without a link where the address is somebody else's. */
export interface ModelPending {
  address: string;
  since: number;
  until: number;
  link: ModelLink | null;
}
