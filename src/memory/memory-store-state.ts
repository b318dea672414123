import type {
  AccountRecord,
  AuditEntry,
  Delivery,
  GrantRecord,
  Instant,
  NewEmailReport,
  SessionRecord,
} from '../server/ports/account-store.ts';
import type { NewLink } from '../server/ports/link-store.ts';
import type { PasskeyRecord } from '../server/ports/passkey-store.ts';
import type { ChallengeRecord } from '../server/ports/proofs.ts';
import type { DeviceRecord } from '../server/ports/session-store.ts';
import type { TotpRecord } from '../server/ports/two-factor-store.ts';

/** An account as it is kept: what waits, and what proves, lives beside it. */
export interface StoredAccount extends Omit<
  AccountRecord,
  'pendingEmail' | 'verification' | 'recoveryCodesLeft' | 'passkeys'
> {
  emailCanonical: string;
}

/** A change of address. `endedAt` is set once it is not live any more for another reason than time. */
export interface StoredEmailChange {
  id: string;
  accountId: string;
  address: string;
  addressCanonical: string;
  tokenDigest: string | null;
  requestedAt: Instant;
  expiresAt: Instant;
  state: 'live' | 'used' | 'dead';
  endedAt: Instant | null;
}

/** A "this wasn't me" link. */
export interface StoredEmailReport extends NewEmailReport {
  accountId: string;
  /** Tells which of two is younger, also when both were made in the same millisecond. */
  order: number;
  state: 'live' | 'used' | 'dead';
  endedAt: Instant | null;
}

/** An address that an account has left and that nobody else can take yet. */
export interface KeptEmail {
  accountId: string;
  addressCanonical: string;
  keptUntil: Instant;
  /** Whether it was verified when it was left. */
  verified: boolean;
}

/** A counted try. */
export interface StoredAttempt {
  at: Instant;
  /** When the longest of its limits no longer sees it. */
  countsUntil: Instant;
}

/** A delivery in the outbox. */
export interface StoredDelivery extends Delivery {
  createdAt: Instant;
  /** Claimed or put back until then; null is a dead letter. */
  dueAt: Instant | null;
  tries: number;
  failure: string | null;
}

/** An entry of the security log. */
export interface StoredAudit extends AuditEntry {
  accountId: string;
  at: Instant;
}

/** The secret of an authenticator app. */
export interface StoredTotp extends TotpRecord {
  accountId: string;
  /** The newest time step whose code was used; -1 at first. */
  lastStep: number;
}

/** A link that verifies, resets, or says "this wasn't me". */
export interface StoredLink extends NewLink {
  createdAt: Instant;
  state: 'live' | 'used' | 'dead';
  endedAt: Instant | null;
}

/** Tries without a right one between them. */
export interface StoredTries {
  /** Null where no account is known. */
  accountId: string | null;
  count: number;
  /** Of the newest. */
  at: Instant;
}

/** Everything that the memory store keeps. */
export interface MemoryState {
  accounts: Map<string, StoredAccount>;
  emailChanges: Map<string, StoredEmailChange>;
  emailReports: Map<string, StoredEmailReport>;
  keptEmails: KeptEmail[];
  sessions: Map<string, SessionRecord>;
  grants: Map<string, GrantRecord>;
  attempts: Map<string, StoredAttempt[]>;
  deliveries: Map<string, StoredDelivery>;
  audit: StoredAudit[];
  discardedFiles: Map<string, Instant>;
  /** By account. */
  totps: Map<string, StoredTotp>;
  /** Digests that were not used, by account. */
  recoveryCodes: Map<string, string[]>;
  /** In the order in which they were added. */
  passkeys: Map<string, PasskeyRecord>;
  challenges: Map<string, ChallengeRecord>;
  links: Map<string, StoredLink>;
  triesInARow: Map<string, StoredTries>;
  devices: DeviceRecord[];
  /** Hashes by account, the newest first. */
  formerPasswords: Map<string, string[]>;
}

/** Nothing yet. */
export function emptyState(): MemoryState {
  return {
    accounts: new Map(),
    emailChanges: new Map(),
    emailReports: new Map(),
    keptEmails: [],
    sessions: new Map(),
    grants: new Map(),
    attempts: new Map(),
    deliveries: new Map(),
    audit: [],
    discardedFiles: new Map(),
    totps: new Map(),
    recoveryCodes: new Map(),
    passkeys: new Map(),
    challenges: new Map(),
    links: new Map(),
    triesInARow: new Map(),
    devices: [],
    formerPasswords: new Map(),
  };
}

/** A deep copy, so that nobody shares an object with the store. Records hold texts, numbers, lists and objects only. */
export function copy<Value>(value: Value): Value {
  return structuredClone(value);
}

/** Drops the entries that fit. */
export function dropWhere<Value>(map: Map<string, Value>, fits: (value: Value) => boolean): void {
  for (const [key, value] of map) if (fits(value)) map.delete(key);
}

/** The change that waits for its confirmation at an instant. */
export function liveChange(
  state: MemoryState,
  accountId: string,
  at: Instant,
): StoredEmailChange | null {
  for (const change of state.emailChanges.values()) {
    if (change.accountId === accountId && change.state === 'live' && at < change.expiresAt) {
      return change;
    }
  }
  return null;
}

/** The link that waits at the unverified address of an account. */
function liveVerification(
  state: MemoryState,
  account: StoredAccount,
  at: Instant,
): AccountRecord['verification'] {
  if (account.emailVerified) return null;
  for (const link of state.links.values()) {
    const here = link.accountId === account.id && link.addressCanonical === account.emailCanonical;
    if (here && link.kind === 'verification' && link.state === 'live' && at < link.expiresAt) {
      return { requestedAt: link.createdAt, expiresAt: link.expiresAt };
    }
  }
  return null;
}

/** The passkeys of an account, in the order in which they were added. */
export function passkeysOf(state: MemoryState, accountId: string): PasskeyRecord[] {
  return [...state.passkeys.values()].filter((passkey) => passkey.accountId === accountId);
}

/** The account as the rules see it at an instant. */
export function recordOf(state: MemoryState, account: StoredAccount, at: Instant): AccountRecord {
  const { emailCanonical: _, ...record } = copy(account);
  const pending = liveChange(state, account.id, at);
  return {
    ...record,
    pendingEmail: pending && {
      id: pending.id,
      address: pending.address,
      requestedAt: pending.requestedAt,
      expiresAt: pending.expiresAt,
    },
    verification: liveVerification(state, account, at),
    recoveryCodesLeft: state.recoveryCodes.get(account.id)?.length ?? 0,
    passkeys: passkeysOf(state, account.id).map((passkey) => ({
      id: passkey.id,
      name: passkey.name,
      createdAt: passkey.createdAt,
      lastUsedAt: passkey.lastUsedAt,
      synced: passkey.synced,
    })),
  };
}

/** The account that fits. */
export function findBy(
  state: MemoryState,
  fits: (account: StoredAccount) => boolean,
): StoredAccount | undefined {
  for (const account of state.accounts.values()) if (fits(account)) return account;
  return undefined;
}

/** Whether the address is somebody else's, or kept for somebody else. */
export function emailTaken(
  state: MemoryState,
  canonical: string,
  exceptId: string | null,
  at: Instant,
): boolean {
  const owned = findBy(state, (one) => one.emailCanonical === canonical && one.id !== exceptId);
  if (owned !== undefined) return true;
  return state.keptEmails.some(
    (kept) =>
      kept.addressCanonical === canonical && kept.accountId !== exceptId && at < kept.keptUntil,
  );
}
