import type { AccountRecord } from './account-store.ts';

/** Who asks: what the session says, never what the request says. */
export interface Actor {
  /** 1 to 255 characters without blanks, slashes and control characters. */
  accountId: string;
  /** Names the session; grants are bound to it. No secret. */
  sessionId: string;
  /** When the person last proved who they are by signing in. ISO 8601, UTC. */
  authenticatedAt: string;
  /** How they did: `password`, or whatever the host's sessions know. */
  methods: readonly string[];
}

/** An actor together with the account, when whoever found the session read it in the same breath. */
export interface Identified {
  /** What the session says. */
  actor: Actor;
  /** Null when it was not read: the rules then read it themselves. */
  account: AccountRecord | null;
}

/** What the host knows of an account that is seen for the first time. */
export interface ProvisionedAccount {
  /** One plain address, which no other account may have (`email_taken`). */
  email: string;
  /** Whether the host knows that the address is the person's. */
  emailVerified: boolean;
  /** Full name. Like every field below it is left empty when it is absent, null, or what a profile cannot hold. */
  name?: string | null;
  /** Put into lower case; refused with `username_taken` when another account has it. */
  username?: string | null;
  /** At most 150 code points. */
  givenName?: string | null;
  /** At most 150 code points. */
  familyName?: string | null;
  /** At most 300 code points. */
  nickname?: string | null;
  /** BCP 47 tag; also decides the language of mails. */
  language?: string | null;
  /** Ways to sign in through other systems, with the profile fields that each of them owns. */
  identities?: readonly {
    /** Stable name, `google`. */
    provider: string;
    /** What the person knows it as, `Google`. */
    label: string;
    /** The account's name over there. Default null. */
    name?: string | null;
    /** ISO 8601, UTC. Default: now. */
    connectedAt?: string;
    /** `ProfileFieldName`s; other names are passed over. Default: none. */
    owns?: readonly string[];
  }[];
}
