import type { ProfileFieldName } from '../../contract/account.ts';
import type { Origin } from '../../contract/sessions.ts';
import type { LinkStore, NewLink } from './link-store.ts';
import type { PasskeyStore, PasskeySummary } from './passkey-store.ts';
import type { Proof } from './proofs.ts';
import type { DeviceRecord, SessionListStore } from './session-store.ts';
import type { TwoFactorStore } from './two-factor-store.ts';

/** ISO 8601, UTC, milliseconds: `2026-11-20T12:00:00.000Z`. Instants compare as text. */
export type Instant = string;

/** An address that waits for its confirmation. */
export interface PendingEmailRecord {
  /** The token of the mailed link is derived from it (`Secrets.deriveToken`). */
  id: string;
  /** As `normalizeEmail` wrote it. */
  address: string;
  /** Of the newest request or resend. */
  requestedAt: Instant;
  /** Ends with it, not after it: one hour after `requestedAt` by default. */
  expiresAt: Instant;
}

/** A way to sign in through another system. */
export interface IdentityRecord {
  /** Stable name, `google`. */
  provider: string;
  /** What the person knows it as, `Google`; shown as the owner of the fields in `owns`. */
  label: string;
  /** The account's name over there; null when it is not known. */
  name: string | null;
  /** Shown beside the identity. */
  connectedAt: Instant;
  /** The profile fields that the provider writes at each sign-in; the person cannot. */
  owns: readonly ProfileFieldName[];
}

/** Keys of the stored pictures. */
export interface AvatarFiles {
  /** 512 × 512 px; a key of `AvatarStorage`. */
  large: string;
  /** 128 × 128 px; a key of `AvatarStorage`. */
  small: string;
}

/** One account as the rules see it. */
export interface AccountRecord {
  /** At most 255 characters; minted by `Secrets.mintId`, or the host's own. */
  id: string;
  /** 1 at first; every change of the account raises it by one. */
  version: number;
  /** As `normalizeEmail` wrote it. Its canonical form is unique among all accounts. */
  email: string;
  /** Whether a mailed link, or the host, has shown that the address is the person's. */
  emailVerified: boolean;
  /** Full name, at most 150 code points; null, as in all fields of the profile, when nothing is stored. */
  name: string | null;
  /** Lower case, at most 128 code points, unique among all accounts. */
  username: string | null;
  /** At most 150 code points. */
  givenName: string | null;
  /** At most 150 code points. */
  familyName: string | null;
  /** At most 300 code points. */
  nickname: string | null;
  /** BCP 47 tag in canonical form; null leaves mails in `Settings.language`. */
  language: string | null;
  /** What `PasswordHasher.hash` answered; null for somebody who signs in another way. */
  passwordHash: string | null;
  /** When `passwordHash` was last written; null without one. */
  passwordChangedAt: Instant | null;
  /** The stored pictures; null when there are none. */
  avatar: AvatarFiles | null;
  /** Sessions authenticated before this are refused, except `sessionsKept`. For a host's own sessions. */
  sessionsValidFrom: Instant | null;
  /** The session that went on when the others were ended. */
  sessionsKept: string | null;
  /** Never changes. */
  createdAt: Instant;
  /** The live pending change; the store leaves out those that have expired at `at` or were ended. */
  pendingEmail: PendingEmailRecord | null;
  /** Ways to sign in through other systems; empty when there are none. */
  identities: readonly IdentityRecord[];
  /** Whether the password met the policy for a password alone; false asks for a longer one before the second factor goes. */
  passwordStandsAlone: boolean;
  /** The link that waits at an unverified address; null when none does. */
  verification: { requestedAt: Instant; expiresAt: Instant } | null;
  /** When codes of an authenticator app were switched on; null while they are off. */
  totpEnabledAt: Instant | null;
  /** Recovery codes that were not used. */
  recoveryCodesLeft: number;
  /** In the order in which they were added. */
  passkeys: readonly PasskeySummary[];
}

/** What makes an account. */
export interface NewAccount extends Omit<
  AccountRecord,
  | 'version'
  | 'avatar'
  | 'sessionsValidFrom'
  | 'sessionsKept'
  | 'pendingEmail'
  | 'verification'
  | 'totpEnabledAt'
  | 'recoveryCodesLeft'
  | 'passkeys'
> {
  /** `canonicalEmail(email)`. */
  emailCanonical: string;
}

/** A session of ours. The token is stored as its digest only. */
export interface SessionRecord {
  /** Names the session in grants and in the audit log; no secret. */
  id: string;
  /** `Secrets.digest` of the token in the cookie; unique. */
  tokenDigest: string;
  /** Whose session it is; it goes with the account. */
  accountId: string;
  /** When the person signed in; nothing moves it. */
  authenticatedAt: Instant;
  /** How they did: `password`, `totp`, `recovery_code`, `passkey`, `sign_in`. */
  methods: readonly string[];
  /** The browser, the system and the place of the sign-in. */
  from: Origin;
  /** Written at most once in five minutes. */
  lastActiveAt: Instant;
  /** The absolute end; nothing moves it. */
  expiresAt: Instant;
}

/** A proof that is bound to account, session and purpose. Stored as its digest only. */
export interface GrantRecord {
  /** `Secrets.digest` of the secret that the browser holds; unique. */
  digest: string;
  /** Whose proof it is. */
  accountId: string;
  /** The session in which it was proved: no other can use it. */
  sessionId: string;
  /** A `StepUpPurpose`: the one operation that it allows. */
  purpose: string;
  /** 5 minutes after the proof by default. */
  expiresAt: Instant;
}

/** Uses a grant: one guarded statement in the operation's own transaction. */
export interface GrantUse {
  /** `Secrets.digest` of the secret that came with the call. */
  digest: string;
  /** Must be the grant's, like the two below. */
  accountId: string;
  /** The session that asks now. */
  sessionId: string;
  /** The operation that asks now. */
  purpose: string;
  /** False where the policy lets a grant be used until it runs out. */
  consume: boolean;
}

/** At most `count` in any `seconds`, sliding: a try stops counting exactly `seconds` after it was made. */
export interface Limit {
  /** Most tries in the window. */
  count: number;
  /** Length of the window. */
  seconds: number;
}

/** One try that counts against limits. All of them must have room; then it is counted once. */
export interface Attempt {
  /** For example `proof:<digest of the account id>` or `mail:<digest of an address>`. */
  key: string;
  /** Empty means no limit. */
  limits: readonly Limit[];
  /**
   * Most tries in a row without a success (`Effects.clears`), however long they take; counted beside the limits by one
   * guarded statement. No room: `locked`, whatever the limits say. Absent: not counted.
   */
  inARow?: number;
  /** Whose tries they are, so that they go with the account and are forgotten with a reset; null: nobody's known. */
  accountId?: string | null;
}

/** Something to do after the transaction, kept in the outbox until it is done: a mail, or a call to the host. */
export interface Delivery {
  /** Unique; the `messageId` of a mail comes from it. */
  id: string;
  /** Null for what must outlive the account. */
  accountId: string | null;
  /** A mail kind, or `end_sessions`, or `password_reset_request`: a link to mail, if there is such an account. */
  kind: string;
  /** The address, for a mail; the account's id, for a call. */
  to: string;
  /** BCP 47 tag of the words. */
  language: string;
  /** Ids and texts for the words; never a secret. */
  params: Record<string, string>;
}

/** A delivery that a dispatcher has claimed. */
export interface ClaimedDelivery extends Delivery {
  /** How often it was claimed before, whatever came of it. */
  tries: number;
  /** `Effects.at` of the write that queued it. */
  createdAt: Instant;
}

/** What happened, for the security log of the account. */
export interface AuditEntry {
  /** Unique. */
  id: string;
  /** Past tense, snake_case: `password_changed`. */
  event: string;
  /** The session that did it; null for a mailed link, and where there was none. */
  sessionId: string | null;
  /** Names of fields and the like; no values, no secrets. */
  details: Record<string, string>;
  /** From where it was done, as far as that is known. */
  from: Origin;
}

/**
 * What every write carries: all of it happens in the same transaction as the write, or, when the answer is anything but
 * `done`, nothing does.
 */
export interface Effects {
  /** Now. */
  at: Instant;
  /** Used first; refused → `grant_refused` and nothing else happens. Null where the operation needs none. */
  grant: GrantUse | null;
  /** Used next, each by its own guarded statement; refused → `proof_refused` and nothing else happens. Default: none. */
  proofs?: readonly Proof[];
  /** Counted next; no room → `rate_limited` and nothing else happens. */
  attempts: readonly Attempt[];
  /** Keys of attempts whose tries in a row are forgotten, because one of them was right. Default: none. */
  clears?: readonly string[];
  /** Links that the deliveries carry. Default: none. */
  links?: readonly NewLink[];
  /** The browser that did it, to be known from now on. Default: none. */
  device?: DeviceRecord;
  /** Put into the outbox, due at once. */
  deliveries: readonly Delivery[];
  /** Recorded for the account that is written, at `at`. */
  audit: AuditEntry;
}

/** The write happened; the account as it is now. */
export interface Done {
  /** Tells it from the refusals. */
  kind: 'done';
  /** After the write, with its new version. */
  account: AccountRecord;
}
/** The grant is not there, used, expired, or another's. Nothing was changed. */
export interface GrantRefused {
  /** The rules answer `step_up_required` to it. */
  kind: 'grant_refused';
}
/** A proof that works once is not there, used, expired, or another's. Nothing was changed. */
export interface ProofRefused {
  /** The rules answer as to a wrong proof. */
  kind: 'proof_refused';
}
/** Too many tries in a row. Nothing was changed. */
export interface Locked {
  /** The rules answer `password_locked` to it. */
  kind: 'locked';
}
/** A limit has no room. Nothing was changed. */
export interface RateLimited {
  /** The rules answer `rate_limited` to it. */
  kind: 'rate_limited';
  /** Whole seconds, at least 1, after which every limit has room if nothing else is counted meanwhile. */
  retryAfterSeconds: number;
}
/** The account does not exist (any more). Nothing was changed. */
export interface Gone {
  /** The rules answer `session_ended` to it. */
  kind: 'gone';
}
/** Refusals that any write can answer. */
export type Refused = GrantRefused | ProofRefused | RateLimited | Locked | Gone;

/** A try was counted. */
export interface AttemptTaken {
  /** Tells it from the refusals. */
  kind: 'done';
  /** The how-many-th in a row it is, where that is counted; else 0. */
  inARow: number;
}

/** The profile as stored. */
export type ProfileValues = Partial<Record<ProfileFieldName, string | null>>;

/** What a mailed link stands for, looked up by the digest of its token. */
export interface EmailChangeLink {
  /** Of the change: what `takeEmailChange` is called with. */
  id: string;
  /** Whose address it changes. */
  accountId: string;
  /** The address that was asked for. */
  address: string;
  /** `live`, or how it ended: `used` after confirmation, `dead` after cancel, replacement, report and the like. */
  state: 'live' | 'expired' | 'used' | 'dead';
}

/** What a "this wasn't me" link stands for. */
export interface EmailReportLink {
  /** Of the link: what `takeEmailReport` is called with. */
  id: string;
  /** Whose change it reports. */
  accountId: string;
  /** The address that it was mailed to, and that it can put back. */
  address: string;
  /** `live`, or how it ended: `used` by its button, `dead` because another report link was used. */
  state: 'live' | 'expired' | 'used' | 'dead';
}

/** A "this wasn't me" link that goes out with a notice. */
export interface NewEmailReport {
  /** The token of the link is derived from it (`Secrets.deriveToken`). */
  id: string;
  /** `Secrets.digest` of that token; unique. */
  tokenDigest: string;
  /** The address that the notice goes to. */
  address: string;
  /** `canonicalEmail(address)`. */
  addressCanonical: string;
  /** 7 days from now by default. */
  expiresAt: Instant;
}

/** Ends sessions in the same transaction: ours are deleted, and `sessionsValidFrom` is set for a host's. */
export interface SessionEnding {
  /** The session that goes on, or null to end all. */
  keep: string | null;
}

/**
 * Accounts, and what our flows remember about them. Methods are named for meanings; each is one transaction, and each
 * single-use secret is decided by one guarded statement. Expected refusals are answers, never errors; a store that
 * cannot do its work throws. `describeStore` from `selvedge/testing` tells whether an implementation is right.
 *
 * A new account has version 1; every write that answers with the account, or that ends its pending change, raises the
 * version by one. What carries an `expiresAt` works before that instant and no longer at it. Records are copies: nobody
 * shares an object with the store.
 */
export interface AccountStore
  extends PersonStore, FlowStore, TwoFactorStore, PasskeyStore, LinkStore, SessionListStore {
  /** Ends all work; the store is not used afterwards. */
  close(): Promise<void>;
}

/** The person's record, which a later store may keep in another system. */
export interface PersonStore {
  /** The account, or null. `at` decides whether a pending change is still live. */
  findAccount(id: string, at: Instant): Promise<AccountRecord | null>;
  /** By canonical address; only the current address of an account counts. */
  findAccountByEmail(emailCanonical: string, at: Instant): Promise<AccountRecord | null>;
  /** Whether the address is somebody else's, or kept for somebody else after a change (see `takeEmailChange`). */
  isEmailTaken(
    emailCanonical: string,
    exceptAccountId: string | null,
    at: Instant,
  ): Promise<boolean>;
  /** Makes the account, with its first session where it has one of ours. */
  createAccount(
    account: NewAccount,
    session: SessionRecord | null,
    effects: Effects,
  ): Promise<
    | Done
    | RateLimited
    | Locked
    | ProofRefused
    | { kind: 'email_taken' }
    | { kind: 'username_taken' }
    | { kind: 'id_taken' }
  >;
  /** Changes fields; with `expectedVersion` only if the account still has that version. */
  updateProfile(
    change: { accountId: string; values: ProfileValues; expectedVersion: number | null },
    effects: Effects,
  ): Promise<
    | Done
    | Refused
    | { kind: 'version_conflict'; account: AccountRecord }
    | { kind: 'username_taken' }
  >;
  /**
   * Replaces the hash if it is still `previousHash` (else `stale`), null for a first password; ends sessions; kills all
   * grants, challenges, `password_reset` links and the pending change of the account; forgets wrong tries in a row. The
   * former hash joins the history, of which `keepHistory` stay.
   */
  changePassword(
    change: {
      accountId: string;
      passwordHash: string;
      previousHash: string | null;
      /** Whether it meets the policy for a password alone. */
      standsAlone: boolean;
      keepHistory: number;
      end: SessionEnding;
    },
    effects: Effects,
  ): Promise<Done | Refused | { kind: 'stale' }>;
  /** Sets or removes the picture. The files that it replaces become discarded; those that it uses no longer are. */
  setAvatar(
    change: { accountId: string; files: AvatarFiles | null },
    effects: Effects,
  ): Promise<Done | Refused>;
  /**
   * Removes every row of the account, whatever table it is in, and its queued deliveries. Only the deliveries of these
   * effects remain, and their audit entry is not kept either. Its files become discarded.
   */
  deleteAccount(
    change: { accountId: string },
    effects: Effects,
  ): Promise<{ kind: 'done' } | Refused>;
}

/** What our flows remember: pending changes, links, sessions, grants, limits, outbox, discarded files. */
export interface FlowStore {
  /**
   * Puts a pending change in place of any other one (which is then `dead`) and removes the queued mails to the other
   * one's address (`email_change_link`, `email_change_taken`; never the notices to the present address). `tokenDigest`
   * is null where the address is taken: the change looks the same and can never be confirmed. With `report`, the
   * "this wasn't me" link of the notice. Does not raise `emailVerified`, does not touch `email`. With `replaces` only
   * if that change is the pending one; else `not_pending`, and nothing happens.
   */
  putEmailChange(
    change: {
      accountId: string;
      id: string;
      address: string;
      addressCanonical: string;
      tokenDigest: string | null;
      expiresAt: Instant;
      report: NewEmailReport | null;
      replaces?: string;
    },
    effects: Effects,
  ): Promise<Done | Refused | { kind: 'not_pending' }>;
  /**
   * Ends the pending change and removes the queued mails to its address, as everything does that ends a change before
   * it is used. `done`, too, when there was none: then nothing is written, the version stays, no effect happens.
   */
  cancelEmailChange(change: { accountId: string }, effects: Effects): Promise<Done | Refused>;
  /** What the token stands for, or null. */
  findEmailChange(tokenDigest: string, at: Instant): Promise<EmailChangeLink | null>;
  /**
   * Confirms: consumes the change, makes its address the account's, verified; keeps the old one for this account
   * until `keepOldUntil`, so that the report link can put it back; kills the account's grants, challenges, and
   * `verification` and `password_reset` links. Answers `link_used` when it is not live any more, `email_taken` (the
   * change is then dead) when the address is somebody's.
   */
  takeEmailChange(
    change: { id: string; keepOldUntil: Instant; report: NewEmailReport | null },
    effects: Effects,
  ): Promise<Done | Refused | { kind: 'link_used' } | { kind: 'email_taken' }>;
  /**
   * Replaces the address at once (mail is off). Unverified. A pending change is then dead, and so are grants,
   * challenges, and `verification` and `password_reset` links.
   */
  changeEmailNow(
    change: { accountId: string; address: string; addressCanonical: string },
    effects: Effects,
  ): Promise<Done | Refused | { kind: 'email_taken' }>;
  /** What the token stands for, or null. */
  findEmailReport(tokenDigest: string, at: Instant): Promise<EmailReportLink | null>;
  /**
   * "This wasn't me": consumes the link, ends the pending change and all sessions, grants, challenges and waiting
   * set-ups; forgets the known browsers, one of which may be a thief's. When the account's address is no longer the
   * reported one, puts that back, as verified as it was, if it is still kept for the account, frees the other
   * (`restored`) and kills `verification` and `password_reset` links. All report links of the account that are younger, or for the same
   * address, are dead afterwards; `link_used` when this one is not live any more.
   */
  takeEmailReport(
    change: { id: string },
    effects: Effects,
  ): Promise<(Done & { restored: boolean }) | Refused | { kind: 'link_used' }>;

  /** Stores a grant. */
  putGrant(grant: GrantRecord, effects: Effects): Promise<{ kind: 'done' } | Refused>;
  /** Whether the grant could be used now. Does not use it. */
  findGrant(use: GrantUse, at: Instant): Promise<boolean>;

  /** The session with its account, or null. At most two statements: this is what every request does. */
  findSession(
    tokenDigest: string,
    at: Instant,
  ): Promise<{ session: SessionRecord; account: AccountRecord } | null>;
  /** Starts a session for an account that exists. */
  putSession(session: SessionRecord, effects: Effects): Promise<{ kind: 'done' } | Refused>;
  /** Ends one session; none there is no error, and then nothing is recorded. Answers whether there was one. */
  endSession(tokenDigest: string, audit: AuditEntry, at: Instant): Promise<boolean>;
  /** Remembers when the session was last used. */
  touchSession(id: string, at: Instant): Promise<void>;

  /** Counts a try, or answers how long to wait. */
  takeAttempt(attempt: Attempt, at: Instant): Promise<AttemptTaken | RateLimited | Locked>;
  /** The same without counting. */
  findAttemptRoom(attempt: Attempt, at: Instant): Promise<{ kind: 'done' } | RateLimited | Locked>;

  /**
   * Queues something that belongs to no account, due at once, if the tries have room: what anybody may ask for, and what
   * is found out about only when it is done.
   */
  queueDelivery(
    delivery: Delivery & { accountId: null },
    attempts: readonly Attempt[],
    at: Instant,
  ): Promise<{ kind: 'done' } | RateLimited | Locked>;
  /** Claims up to `most` deliveries that are due, until `leaseUntil`; a claim that runs out can be claimed again. */
  claimDeliveries(claim: {
    at: Instant;
    leaseUntil: Instant;
    most: number;
  }): Promise<ClaimedDelivery[]>;
  /** Removes a delivery that is done. */
  endDelivery(id: string): Promise<void>;
  /** Puts a failed delivery back until `retryAt`, or aside for good with null (a dead letter). */
  failDelivery(id: string, failure: { retryAt: Instant | null; reason: string }): Promise<void>;

  /** Remembers files that nobody uses from `from` on, for example before they are stored. */
  discardFiles(keys: readonly string[], from: Instant): Promise<void>;
  /** Up to 100 discarded files that are due. */
  findDiscardedFiles(at: Instant): Promise<string[]>;
  /** Forgets files that have been removed. */
  forgetFiles(keys: readonly string[]): Promise<void>;

  /**
   * Removes what has run out: sessions, grants, challenges, attempts, waiting set-ups, kept addresses; devices unused
   * for a year; tries in a row without an account of which the newest is older than 30 days; and links that ended (were
   * used, died or expired) more than 30 days ago.
   */
  purge(at: Instant): Promise<void>;
}
