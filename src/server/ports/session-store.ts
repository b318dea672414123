import type { Origin } from '../../contract/sessions.ts';
import type {
  AuditEntry,
  Done,
  Effects,
  Instant,
  Refused,
  SessionRecord,
} from './account-store.ts';

/** An entry of the security log as it is read. */
export interface AuditRecord extends AuditEntry {
  /** `Effects.at` of the write that it came with. */
  at: Instant;
}

/** Where an older page of the log begins. */
export interface AuditPosition {
  /** Of the last entry of the page before. */
  at: Instant;
  /** Of the same entry: several may have happened at one instant. */
  id: string;
}

/** A browser that somebody signed in with: its wrong tries are counted apart from those of strangers. */
export interface DeviceRecord {
  /** `Secrets.digest` of the secret in its cookie; unique together with the account. */
  digest: string;
  /** Whose browser it is. */
  accountId: string;
  /** Of the newest sign-in; a year later it is forgotten. */
  lastUsedAt: Instant;
}

/** Sessions as the person sees them, known devices, and the log of what happened. */
export interface SessionListStore {
  /** Sessions of an account that have not run out and were used after `activeSince`, the last used first. */
  findSessions(accountId: string, at: Instant, activeSince: Instant): Promise<SessionRecord[]>;
  /** Ends one session of the account, by its id. `not_found` when it has none such. Version unchanged. */
  endSessionById(
    change: { accountId: string; id: string },
    effects: Effects,
  ): Promise<Done | Refused | { kind: 'not_found' }>;
  /** Ends every session but one, every grant, challenge and waiting set-up, and the pending change of address. */
  endOtherSessions(
    change: { accountId: string; keep: string },
    effects: Effects,
  ): Promise<Done | Refused>;
  /** Whether the browser is known to the account. */
  findDevice(digest: string, accountId: string): Promise<boolean>;
  /**
   * Entries of the account's log, newest first, those of one instant by descending id; at most `most`, all after
   * `before` in this order where it is given.
   */
  findAudit(accountId: string, before: AuditPosition | null, most: number): Promise<AuditRecord[]>;
  /** One entry of the account's log, or null. */
  findAuditEntry(accountId: string, id: string): Promise<AuditRecord | null>;
  /** Writes down what changes nothing else: a wrong password, a refused code. Attempts and deliveries come with it. */
  recordEvent(change: { accountId: string }, effects: Effects): Promise<{ kind: 'done' } | Refused>;
  /** The newest former hashes of an account's password, the newest first, at most `most`. */
  findPasswordHistory(accountId: string, most: number): Promise<string[]>;
}

/** From where something was done, when nobody said anything. */
export const nowhere: Origin = { browser: null, system: null, place: null };
