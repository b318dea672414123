import type { AccountRecord } from './account-store.ts';

/** Who asks: what the session says, never what the request says. */
export interface Actor {
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
  actor: Actor;
  account: AccountRecord | null;
}

/** What the host knows of an account that is seen for the first time. */
export interface ProvisionedAccount {
  email: string;
  /** Whether the host knows that the address is the person's. */
  emailVerified: boolean;
  name?: string | null;
  username?: string | null;
  givenName?: string | null;
  familyName?: string | null;
  nickname?: string | null;
  language?: string | null;
  /** Ways to sign in through other systems, with the profile fields that each of them owns. */
  identities?: readonly {
    provider: string;
    label: string;
    name?: string | null;
    connectedAt?: string;
    owns?: readonly string[];
  }[];
}
