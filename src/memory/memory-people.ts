import type { ProfileFieldName } from '../contract/account.ts';
import { canonicalEmail } from '../contract/email-address.ts';
import type { Origin } from '../contract/sessions.ts';
import { stepUpPurposes } from '../contract/step-up.ts';
import { countCodePoints } from '../contract/text.ts';
import { setAvatar } from '../server/operations/avatar.ts';
import type { Call } from '../server/operations/call.ts';
import { effects } from '../server/operations/effects.ts';
import { requestEmailChange } from '../server/operations/email-change.ts';
import { resendVerification } from '../server/operations/email-verification.ts';
import { instant } from '../server/operations/instants.ts';
import { normalizePassword } from '../server/operations/step-up.ts';
import type { Instant } from '../server/ports/account-store.ts';
import type { Ports } from '../server/ports/ports.ts';
import { nowhere } from '../server/ports/session-store.ts';
import { atInstant, seedSecurity } from './memory-people-security.ts';
import type { MemorySecurity } from './memory-people-security.ts';

/** An account that is there from the start. Everything but the address has a default. */
export interface MemoryPerson extends MemorySecurity {
  /** Default: a random one. */
  id?: string;
  /** One address, which nobody else in the list has. */
  email: string;
  /** Default true. */
  emailVerified?: boolean;
  /** Null for somebody who signs in another way. Not judged by the policy. Default null. */
  password?: string | null;
  /** Default: the instant at which the account was made, where there is a password. */
  passwordChangedAt?: Instant;
  /** Full name. Every field of the profile is empty by default. */
  name?: string | null;
  /** Lower case; nobody else in the list has it. */
  username?: string | null;
  /** First name. */
  givenName?: string | null;
  /** Last name. */
  familyName?: string | null;
  /** Shown as it is given; like the other fields not judged by the rules here. */
  nickname?: string | null;
  /** BCP 47 tag. */
  language?: string | null;
  /** Ways to sign in through other systems, with the profile fields that each of them owns. */
  identities?: readonly {
    /** Stable name, `google`. */
    provider: string;
    /** What the person knows it as, `Google`. */
    label: string;
    /** The account's name over there. Default null. */
    name?: string | null;
    /** Default: when the account was made. */
    connectedAt?: Instant;
    /** Fields that the person cannot edit here. Default: none. */
    owns?: readonly ProfileFieldName[];
  }[];
  /** A picture that the rules accept. */
  avatar?: Blob | Uint8Array;
  /** A change of address that waits for its confirmation; its mails are in the mailbox. Asked for now by default. */
  pendingEmail?: { address: string; requestedAt?: Instant };
  /** A link that waits at an unverified address, its mail in the mailbox; asked for now unless it says when. */
  verification?: true | { requestedAt: Instant };
  /** Default: now. */
  createdAt?: Instant;
}

/** Ada and Grace: who is there when nobody else is named. Their password is `correct horse battery staple`. */
export const defaultPeople: readonly MemoryPerson[] = [
  {
    id: 'ada',
    email: 'ada@example.com',
    password: 'correct horse battery staple',
    name: 'Ada Lovelace',
    username: 'ada',
    givenName: 'Ada',
    familyName: 'Lovelace',
  },
  {
    id: 'grace',
    email: 'grace@example.com',
    password: 'correct horse battery staple',
    name: 'Grace Hopper',
    username: 'grace',
    givenName: 'Grace',
    familyName: 'Hopper',
  },
];

/** Whether a password would do where nothing else is asked for. */
function standsAlone(ports: Ports, password: string | null): boolean {
  const { minLength } = ports.settings.passwordPolicy;
  return password === null || countCodePoints(normalizePassword(password)) >= minLength;
}

async function create(ports: Ports, person: MemoryPerson, from: Origin): Promise<string> {
  const { id = ports.secrets.mintId(), email, password = null } = person;
  const createdAt = person.createdAt ?? instant(ports);
  const outcome = await ports.store.createAccount(
    {
      id,
      email,
      emailCanonical: canonicalEmail(email),
      emailVerified: person.emailVerified ?? true,
      name: person.name ?? null,
      username: person.username ?? null,
      givenName: person.givenName ?? null,
      familyName: person.familyName ?? null,
      nickname: person.nickname ?? null,
      language: person.language ?? null,
      passwordHash: password === null ? null : await ports.hasher.hash(normalizePassword(password)),
      passwordChangedAt: password === null ? null : (person.passwordChangedAt ?? createdAt),
      passwordStandsAlone: standsAlone(ports, password),
      createdAt,
      identities: (person.identities ?? []).map((identity) => ({
        provider: identity.provider,
        label: identity.label,
        name: identity.name ?? null,
        connectedAt: identity.connectedAt ?? createdAt,
        owns: identity.owns ?? [],
      })),
    },
    null,
    effects(atInstant(ports, createdAt), { event: 'account_provisioned', from }),
  );
  if (outcome.kind === 'done') return id;
  throw new Error(`selvedge: the person ${email} cannot be made: ${outcome.kind}.`);
}

/** What a person has come to is reached by the rules themselves, so that it is never a state they do not know. */
function callOf<Input>(accountId: string, input: Input, at: Instant, from: Origin): Call<Input> {
  return {
    actor: { accountId, sessionId: 'seed', authenticatedAt: at, methods: [] },
    account: null,
    input,
    grant: null,
    expectedVersion: null,
    from,
    address: null,
  };
}

function withoutProofs(ports: Ports): Ports {
  const { settings } = ports;
  const operations = { ...settings.stepUp.operations };
  for (const purpose of stepUpPurposes) operations[purpose] = false;
  return { ...ports, settings: { ...settings, stepUp: { ...settings.stepUp, operations } } };
}

/**
 * Makes the account of a person, with everything that is said about it. Throws a sentence when it cannot.
 *
 * @param from from where the person did it, where nothing else is said. Default: not known
 */
export async function seedPerson(
  ports: Ports,
  person: MemoryPerson,
  from: Origin = nowhere,
): Promise<void> {
  const id = await create(ports, person, from);
  const { avatar, pendingEmail, verification } = person;
  const now = instant(ports);
  if (avatar !== undefined) {
    const bytes = avatar instanceof Blob ? new Uint8Array(await avatar.arrayBuffer()) : avatar;
    await setAvatar(ports, callOf(id, bytes, now, from));
  }
  await seedSecurity(ports, id, person);
  if (pendingEmail !== undefined) {
    const at = pendingEmail.requestedAt ?? now;
    const then = withoutProofs(atInstant(ports, at));
    await requestEmailChange(then, callOf(id, { newEmail: pendingEmail.address }, at, from));
  }
  if (verification !== undefined) {
    const at = verification === true ? now : verification.requestedAt;
    await resendVerification(atInstant(ports, at), callOf(id, undefined, at, from));
  }
}
