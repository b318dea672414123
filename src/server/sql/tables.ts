import type { Generated } from 'kysely';
import type {
  ChallengesTable,
  DevicesTable,
  FormerPasswordsTable,
  LinksTable,
  PasskeysTable,
  RecoveryCodesTable,
  TotpTable,
  TriesInARowTable,
} from './security-tables.ts';

/** The record of a person. */
export interface AccountsTable {
  /** The rules' own random id, or the id that a host's sessions name. */
  id: string;
  /** Begins with 1 and rises by one with every change of the account, a pending address included. */
  version: number;
  /** The current address as it is shown and mailed to. `email_addresses` has its canonical form. */
  email: string;
  /** 1 when the person has shown that the address is theirs, else 0. */
  email_verified: number;
  /** Full name. */
  name: string | null;
  /** Unique, lower case. */
  username: string | null;
  /** At most 150 code points, or NULL. */
  given_name: string | null;
  /** At most 150 code points, or NULL. */
  family_name: string | null;
  /** At most 300 code points, or NULL. */
  nickname: string | null;
  /** BCP 47 tag in canonical form. */
  language: string | null;
  /** PHC string; null for an account that signs in another way. */
  password_hash: string | null;
  /** When the hash was last written; NULL without a password. */
  password_changed_at: string | null;
  /** Key of the 512 px picture; null exactly when `avatar_small` is. */
  avatar_large: string | null;
  /** Key of the 128 px picture. */
  avatar_small: string | null;
  /** Sessions of a host that were authenticated before this are refused, except `sessions_kept`. */
  sessions_valid_from: string | null;
  /** The session that went on when the others were ended. */
  sessions_kept: string | null;
  /** Never changes. */
  created_at: string;
  /** 0 when the password is too short to do without a second factor, else 1. */
  password_stands_alone: number;
  /** When the authenticator app was switched on; NULL while it is off. The same as a row of `totp` that is `on`. */
  totp_enabled_at: string | null;
}

/**
 * Whose an address is. One row an address: the primary key settles every race for it. An account has one current row,
 * and may have rows that are kept for it after a change.
 */
export interface EmailAddressesTable {
  /** Canonical form: what two spellings of one mailbox have in common. Primary key. */
  canonical: string;
  /** Whose it is, or for whom it is kept. */
  account_id: string;
  /** Null while it is the current address; else nobody else can take it until then. */
  kept_until: string | null;
  /** 1 or 0: whether it was verified when it was left. Says nothing of a current one. */
  kept_verified: Generated<number>;
}

/** Ways to sign in through another system. */
export interface IdentitiesTable {
  /** Who signs in with it. */
  account_id: string;
  /** Counts from 0 within an account: the order of listing. Primary key with `account_id`. */
  position: number;
  /** The provider's stable name. */
  provider: string;
  /** What the person knows it as. */
  label: string;
  /** The account's name over there. */
  name: string | null;
  /** Shown beside the identity. */
  connected_at: string;
  /** JSON list of the profile fields that the provider writes. */
  owns: string;
}

/** Sessions of ours. A host's own are not here. */
export interface SessionsTable {
  /** Names the session; no secret. Primary key. */
  id: string;
  /** SHA-256 of the token. Unique: what every request looks up. */
  token_digest: string;
  /** Who is signed in. */
  account_id: string;
  /** When the person proved who they are. */
  authenticated_at: string;
  /** JSON list of the ways in which they did. */
  methods: string;
  /** Written at most once in five minutes. */
  last_active_at: string;
  /** The absolute end. */
  expires_at: string;
  /** Of the sign-in; NULL when it is not known, as in the two below. */
  browser: string | null;
  /** The operating system. */
  system: string | null;
  /** What the host made of the address. */
  place: string | null;
}

/** Proofs that allow one operation. */
export interface GrantsTable {
  /** SHA-256 of the secret. Primary key. */
  digest: string;
  /** Whose proof it is. */
  account_id: string;
  /** The session that the proof was given in; ours or a host's. */
  session_id: string;
  /** The name of the operation. */
  purpose: string;
  /** Works before this instant. */
  expires_at: string;
  /** Null until it is used up. */
  used_at: string | null;
}

/** Changes of address, one row a change. An account has at most one that is not ended. */
export interface EmailChangesTable {
  /** The token of the mailed link is derived from it. Primary key. */
  id: string;
  /** Whose address it changes. */
  account_id: string;
  /** The address that was asked for. */
  address: string;
  /** `canonicalEmail` of it. */
  address_canonical: string;
  /** SHA-256 of the link's token, unique; null where the address was somebody's, so that nothing can confirm it. */
  token_digest: string | null;
  /** Of the newest request or resend. */
  requested_at: string;
  /** Can be confirmed before this instant. */
  expires_at: string;
  /** Null while it waits. */
  ended_at: string | null;
  /** `used`: confirmed. `dead`: cancelled, replaced, reported. `expired`: had run out when it was put aside. */
  ending: 'used' | 'dead' | 'expired' | null;
}

/** "This wasn't me" links, one row a notice. */
export interface EmailReportsTable {
  /** Rises with every row: tells which links are younger. Primary key. */
  position: Generated<number>;
  /** The token of the mailed link is derived from it. Unique. */
  id: string;
  /** Whose change it reports. */
  account_id: string;
  /** SHA-256 of the link's token. Unique. */
  token_digest: string;
  /** The address that the notice went to, and that the link can put back. */
  address: string;
  /** `canonicalEmail` of it. */
  address_canonical: string;
  /** When the notice was queued. */
  created_at: string;
  /** Works before this instant. */
  expires_at: string;
  /** When it was used or died; NULL while it is live. */
  ended_at: string | null;
  /** `used`: somebody followed it. `dead`: another link of the account made it void. */
  ending: 'used' | 'dead' | null;
}

/** Tries that count against limits, one row a try: a window slides exactly. */
export interface AttemptsTable {
  /** What is counted, for example `proof:<digest of the account id>`. */
  key: string;
  /** When it was counted. */
  at: string;
  /** From then on no limit of the key looks back as far. */
  expires_at: string;
}

/** Mails and calls that follow a write, until they are done. */
export interface OutboxTable {
  /** Rises with every row: the order of sending. Primary key. */
  position: Generated<number>;
  /** Unique. A mail's Message-ID comes from it, so that a second try is the same mail. */
  id: string;
  /** Null for what outlives the account. */
  account_id: string | null;
  /** The pending change that the mail is about; it goes when the change is given up. */
  email_change_id: string | null;
  /** A mail kind, or `end_sessions`. */
  kind: string;
  /** The address of a mail, the account's id of a call. */
  recipient: string;
  /** BCP 47 tag of the words. */
  language: string;
  /** JSON object of ids and texts; never a secret. */
  params: string;
  /** When the write that queued it happened. */
  created_at: string;
  /** May be claimed from then on; a claim moves it to the end of its lease. Null: a dead letter. */
  due_at: string | null;
  /** How often it was claimed. */
  tries: number;
  /** Why the last try failed. */
  failure: string | null;
}

/** The security log. Goes with the account. */
export interface AuditTable {
  /** Whose log it is in; its rows go with the account. */
  account_id: string;
  /** When it happened. */
  at: string;
  /** Primary key with `account_id` and `at`: an account's entries lie side by side, in order. */
  id: string;
  /** Past tense, snake_case. */
  event: string;
  /** Who did it; NULL for a mailed link. */
  session_id: string | null;
  /** JSON object; names of fields and the like, no values. */
  details: string;
  /** From where it was done; NULL when it is not known, as in the two below. */
  browser: string | null;
  /** The operating system. */
  system: string | null;
  /** What the host made of the address. */
  place: string | null;
}

/** Files that nobody uses and somebody has to remove. */
export interface DiscardedFilesTable {
  /** Key in the avatar storage. Primary key. */
  key: string;
  /** May be removed from then on. */
  due_at: string;
}

/** The migrations that have run. */
export interface SchemaMigrationsTable {
  /** Primary key. */
  number: number;
  /** As in the file of the migration. */
  name: string;
  /** SHA-256 of the statements, hex: tells when one was changed after it ran. */
  checksum: string;
  /** When it ran on this database. */
  ran_at: string;
}

/** Every table, as Kysely knows them. Instants are ISO 8601 UTC texts and compare as text. */
export interface Tables {
  accounts: AccountsTable;
  email_addresses: EmailAddressesTable;
  identities: IdentitiesTable;
  sessions: SessionsTable;
  grants: GrantsTable;
  email_changes: EmailChangesTable;
  email_reports: EmailReportsTable;
  attempts: AttemptsTable;
  outbox: OutboxTable;
  audit: AuditTable;
  discarded_files: DiscardedFilesTable;
  totp: TotpTable;
  recovery_codes: RecoveryCodesTable;
  passkeys: PasskeysTable;
  challenges: ChallengesTable;
  links: LinksTable;
  tries_in_a_row: TriesInARowTable;
  devices: DevicesTable;
  former_passwords: FormerPasswordsTable;
  schema_migrations: SchemaMigrationsTable;
}
