import type { Origin } from '../contract/sessions.ts';
import { normalizeRecoveryCode } from '../contract/one-time-code.ts';
import { passkeyLimits } from '../contract/passkeys.ts';
import { effects } from '../server/operations/effects.ts';
import { instant } from '../server/operations/instants.ts';
import { codeDigest } from '../server/operations/recovery-codes.ts';
import type { Instant } from '../server/ports/account-store.ts';
import type { Ports } from '../server/ports/ports.ts';
import { nowhere } from '../server/ports/session-store.ts';

/** What guards a person's account, and what has happened to it. Nothing of it is there by default. */
export interface MemorySecurity {
  /**
   * An authenticator app, whose codes are asked for beside the password; `MemoryBackend.totpCode` tells them. Since now
   * unless it says since when.
   */
  totp?: true | { enabledAt: Instant };
  /** Recovery codes that were not used. Read with `totp` alone. Default: `memoryRecoveryCodes`. */
  recoveryCodes?: readonly string[];
  /** Passkeys in the order in which they were added. */
  passkeys?: readonly {
    /** 1 to 64 code points. */
    name: string;
    /** base64url, as the authenticator knows it. Default: one that none knows, so that it proves nothing. */
    credentialId?: string;
    /** How the authenticator is reached: `internal`, `usb`. Default: not known. */
    transports?: readonly string[];
    /** Whether it is kept in more than one place. Default false. */
    synced?: boolean;
    /** Default: now. */
    createdAt?: Instant;
    /** Default: never. */
    lastUsedAt?: Instant | null;
  }[];
  /** Other places where the person is signed in. */
  sessions?: readonly {
    /** What is left out is not known. */
    from?: Partial<Origin>;
    /** Default: now. */
    signedInAt?: Instant;
    /** Default: at sign-in. */
    lastActiveAt?: Instant;
  }[];
  /** Further entries of the activity log. */
  activity?: readonly {
    /** What happened: `sign_in_failed`, `password_changed` and the like. */
    event: string;
    at: Instant;
    /** What is left out is not known. */
    from?: Partial<Origin>;
  }[];
}

/** The recovery codes of everybody with an authenticator app of whom nothing else is said. */
export const memoryRecoveryCodes: readonly string[] = Array.from(
  { length: 10 },
  (_, index) => `ABCDE-0000${index}`,
);

/** The ports at another time: what is done with them is done then. */
export function atInstant(ports: Ports, at: Instant): Ports {
  return { ...ports, clock: { now: () => Date.parse(at) } };
}

function refuse(what: string, { kind }: { kind: string }): void {
  if (kind !== 'done') throw new Error(`selvedge: ${what} cannot be made: ${kind}.`);
}

async function seedTotp(ports: Ports, accountId: string, person: MemorySecurity): Promise<void> {
  if (person.totp === undefined) return;
  const enabledAt = person.totp === true ? instant(ports) : person.totp.enabledAt;
  const then = atInstant(ports, enabledAt);
  const expiresAt = instant(then, ports.settings.totpSetUpSeconds);
  const set = { accountId, secretId: ports.secrets.mintId(), sessionId: 'seed' };
  const codes = (person.recoveryCodes ?? memoryRecoveryCodes).map(normalizeRecoveryCode);
  const codeDigests = codes.map((code) => codeDigest(ports, accountId, code));
  refuse(
    'an authenticator app',
    await ports.store.putTotp({ ...set, expiresAt }, effects(then, { event: 'totp_set_up' })),
  );
  refuse(
    'an authenticator app',
    await ports.store.enableTotp(
      { ...set, step: -1, codeDigests },
      effects(then, { event: 'two_factor_enabled' }),
    ),
  );
}

async function seedPasskeys(
  ports: Ports,
  accountId: string,
  { passkeys = [] }: MemorySecurity,
): Promise<void> {
  for (const { name, createdAt = instant(ports), ...known } of passkeys) {
    const passkey = {
      id: ports.secrets.mintId(),
      accountId,
      credentialId: known.credentialId ?? ports.secrets.mintSecret(),
      publicKey: '',
      signCount: 0,
      transports: known.transports ?? [],
      name,
      synced: known.synced ?? false,
      createdAt,
      lastUsedAt: known.lastUsedAt ?? null,
    };
    const then = atInstant(ports, createdAt);
    const change = { passkey, most: passkeyLimits.count };
    refuse(
      `the passkey ${name}`,
      await ports.store.addPasskey(change, effects(then, { event: 'passkey_added' })),
    );
  }
}

async function seedSessions(
  ports: Ports,
  accountId: string,
  { sessions = [] }: MemorySecurity,
): Promise<void> {
  for (const { signedInAt = instant(ports), lastActiveAt = signedInAt, ...known } of sessions) {
    const then = atInstant(ports, signedInAt);
    const from = { ...nowhere, ...known.from };
    const session = {
      id: ports.secrets.mintId(),
      // Nobody has its token.
      tokenDigest: ports.secrets.digest(ports.secrets.mintSecret()),
      accountId,
      authenticatedAt: signedInAt,
      methods: ['password'],
      from,
      lastActiveAt,
      expiresAt: instant(then, ports.settings.sessions.lifetimeSeconds),
    };
    const done = effects(then, { event: 'signed_in', sessionId: session.id, from });
    refuse('a session', await ports.store.putSession(session, done));
  }
}

async function seedActivity(
  ports: Ports,
  accountId: string,
  { activity = [] }: MemorySecurity,
): Promise<void> {
  for (const { event, at, from } of activity) {
    const done = effects(atInstant(ports, at), { event, from: { ...nowhere, ...from } });
    refuse(`the event ${event}`, await ports.store.recordEvent({ accountId }, done));
  }
}

/** Gives an account what guards it. Throws a sentence when it cannot. */
export async function seedSecurity(
  ports: Ports,
  accountId: string,
  person: MemorySecurity,
): Promise<void> {
  await seedTotp(ports, accountId, person);
  await seedPasskeys(ports, accountId, person);
  await seedSessions(ports, accountId, person);
  await seedActivity(ports, accountId, person);
}
