import { AccountError } from '../../contract/account-error.ts';
import type { StepUpPurpose } from '../../contract/step-up.ts';
import type {
  AccountRecord,
  Attempt,
  Delivery,
  Done,
  Effects,
  GrantUse,
  Refused,
} from '../ports/account-store.ts';
import type { Origin } from '../../contract/sessions.ts';
import type { NewLink } from '../ports/link-store.ts';
import type { Proof } from '../ports/proofs.ts';
import { nowhere, type DeviceRecord } from '../ports/session-store.ts';
import type { Actor } from '../ports/actor.ts';
import type { Ports } from '../ports/ports.ts';
import type { Call } from './call.ts';
import { instant } from './instants.ts';
import { stepUpRequired } from './step-up-methods.ts';

/** What a write does beside itself; only the name of what happened is always there. */
export interface EffectsInput {
  event: string;
  /** From where; nowhere when it is not known. */
  from?: Origin;
  sessionId?: string | null;
  details?: Record<string, string>;
  grant?: GrantUse | null;
  proofs?: readonly Proof[];
  attempts?: readonly Attempt[];
  clears?: readonly string[];
  links?: readonly NewLink[];
  device?: DeviceRecord;
  deliveries?: readonly Delivery[];
}

/** The effects of one write, now. */
export function effects(ports: Pick<Ports, 'secrets' | 'clock'>, input: EffectsInput): Effects {
  return {
    at: instant(ports),
    grant: input.grant ?? null,
    proofs: input.proofs ?? [],
    attempts: input.attempts ?? [],
    clears: input.clears ?? [],
    links: input.links ?? [],
    ...(input.device === undefined ? {} : { device: input.device }),
    deliveries: input.deliveries ?? [],
    audit: {
      id: ports.secrets.mintId(),
      event: input.event,
      sessionId: input.sessionId ?? null,
      details: input.details ?? {},
      from: input.from ?? nowhere,
    },
  };
}

/** A mail for the outbox, in the words of the account's language. */
export function delivery(
  ports: Pick<Ports, 'secrets' | 'settings'>,
  account: Pick<AccountRecord, 'id' | 'language'>,
  mail: Pick<Delivery, 'kind' | 'to' | 'params'> & { outlivesAccount?: boolean },
): Delivery {
  return {
    id: ports.secrets.mintId(),
    accountId: mail.outlivesAccount ? null : account.id,
    kind: mail.kind,
    to: mail.to,
    language: account.language ?? ports.settings.language,
    params: mail.params,
  };
}

/** The call that tells a host to end its own sessions; none when the host did not ask for it. */
export function sessionEndings(
  ports: Ports,
  account: Pick<AccountRecord, 'id' | 'language'>,
  keep: string | null,
  outlivesAccount = false,
): Delivery[] {
  if (!ports.endSessions) return [];
  const params = { keep: keep ?? '' };
  return [
    delivery(ports, account, { kind: 'end_sessions', to: account.id, params, outlivesAccount }),
  ];
}

/**
 * The grant that this call may use; throws `step_up_required` when there is none. Null where none is asked for. It is
 * only looked at: what uses it up is the write whose effects carry it.
 */
export async function requireGrant(
  ports: Ports,
  call: Call<unknown>,
  account: AccountRecord,
  purpose: StepUpPurpose,
): Promise<GrantUse | null> {
  if (!ports.settings.stepUp.operations[purpose]) return null;
  if (call.grant === null) throw stepUpRequired(ports, account, purpose);
  const use = grantUse(ports, call.actor, purpose, call.grant);
  if (!(await ports.store.findGrant(use, instant(ports)))) {
    throw stepUpRequired(ports, account, purpose);
  }
  return use;
}

function grantUse(ports: Ports, actor: Actor, purpose: StepUpPurpose, secret: string): GrantUse {
  return {
    digest: ports.secrets.digest(secret),
    accountId: actor.accountId,
    sessionId: actor.sessionId,
    purpose,
    consume: !ports.settings.stepUp.reuse,
  };
}

/** The account of the session, as found with it or read now. */
export async function callerAccount(ports: Ports, call: Call<unknown>): Promise<AccountRecord> {
  const account =
    call.account ?? (await ports.store.findAccount(call.actor.accountId, instant(ports)));
  if (account === null) throw new AccountError('session_ended');
  return account;
}

/**
 * Turns what every write can answer into errors; what is left is the operation's own. A write that carries proofs looks
 * for `proof_refused` before.
 */
export function settle<Outcome extends { kind: string }>(
  ports: Ports,
  outcome: Outcome | Done | Refused,
  account: AccountRecord,
  purpose?: StepUpPurpose,
): Exclude<Outcome, Refused> | Done {
  switch (outcome.kind) {
    case 'grant_refused':
      if (purpose !== undefined) throw stepUpRequired(ports, account, purpose);
      throw new Error('selvedge: a grant was refused to an operation that names no purpose.');
    case 'proof_refused':
      throw new Error('selvedge: a proof was refused to an operation that does not expect it.');
    case 'rate_limited':
      throw rateLimited(outcome as Refused & { kind: 'rate_limited' });
    case 'locked':
      throw new AccountError('password_locked');
    case 'gone':
      throw new AccountError('session_ended');
  }
  return outcome as Exclude<Outcome, Refused> | Done;
}

/** Too many tries. */
export function rateLimited(outcome: { retryAfterSeconds: number }): AccountError {
  return new AccountError('rate_limited', { retryAfterSeconds: outcome.retryAfterSeconds });
}
