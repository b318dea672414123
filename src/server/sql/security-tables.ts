/** Authenticator apps, at most one an account. */
export interface TotpTable {
  /** Primary key. */
  account_id: string;
  /** The secret is derived from it with the server's key. */
  secret_id: string;
  /** `waiting` for its first code, or `on`. */
  state: 'waiting' | 'on';
  /** The session that set it up. */
  session_id: string;
  /** While it waits: works before this instant. */
  expires_at: string;
  /** The newest time step whose code was used; this and earlier ones are refused. -1 at first. */
  last_step: number;
}

/** Recovery codes that were not used. A used one is deleted. */
export interface RecoveryCodesTable {
  /** Primary key with `digest`. */
  account_id: string;
  /** Derived from the code with the server's key, and digested: the rows alone tell no code. */
  digest: string;
}

/** Passkeys. */
export interface PasskeysTable {
  /** Names it; no secret. Primary key. */
  id: string;
  /** Whose it is. */
  account_id: string;
  /** Rises within an account: the order of listing. */
  position: number;
  /** As the browser names it, base64url. Unique. */
  credential_id: string;
  /** COSE, base64url. */
  public_key: string;
  /** The authenticator's own count of uses; 0 where it keeps none. */
  sign_count: number;
  /** JSON list. */
  transports: string;
  /** What the person calls it. */
  name: string;
  /** 1 when the authenticator keeps it in more than one place, else 0. */
  synced: number;
  created_at: string;
  /** NULL when it never proved anything. */
  last_used_at: string | null;
}

/** What was asked of browsers and mailboxes. */
export interface ChallengesTable {
  /** SHA-256. Primary key. */
  digest: string;
  /** NULL for a sign-in, like `session_id`. */
  account_id: string | null;
  session_id: string | null;
  /** What a proof by it allows. */
  purpose: string;
  /** Works before this instant. */
  expires_at: string;
  /** NULL until it is used up. */
  used_at: string | null;
}

/** Mailed links that verify an address, reset a password, or say "this wasn't me". */
export interface LinksTable {
  /** The token of the link is derived from it. Primary key. */
  id: string;
  account_id: string;
  kind: 'verification' | 'password_reset' | 'security_report';
  /** SHA-256 of the token. Unique. */
  token_digest: string;
  /** The address that it was mailed to. */
  address: string;
  /** `canonicalEmail` of it. */
  address_canonical: string;
  created_at: string;
  /** Works before this instant. */
  expires_at: string;
  /** NULL while it is live, like `ending`. An account has at most one such of each kind, but for reports. */
  ended_at: string | null;
  /** `used`: somebody followed it. `dead`: made void. `expired`: had run out when it would have been. */
  ending: 'used' | 'dead' | 'expired' | null;
}

/** Wrong proofs in a row, without a right one between them. */
export interface TriesInARowTable {
  /** What is counted, as in `attempts`. Primary key. */
  key: string;
  /** Whose tries they are; NULL where no account is known. */
  account_id: string | null;
  count: number;
  /** Of the newest. */
  at: string;
}

/** Browsers that somebody signed in with. */
export interface DevicesTable {
  /** Primary key with `digest`. */
  account_id: string;
  /** SHA-256 of the secret in the browser's cookie. */
  digest: string;
  /** Of the newest sign-in. */
  last_used_at: string;
}

/** Hashes of former passwords, as far as the policy asks for them. */
export interface FormerPasswordsTable {
  /** Primary key with `position`. */
  account_id: string;
  /** Rises within an account. */
  position: number;
  /** PHC string. */
  hash: string;
}
