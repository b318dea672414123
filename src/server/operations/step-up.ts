import type { AccountAnswer } from '../../contract/account.ts';
import { AccountError, fieldError } from '../../contract/account-error.ts';
import type { StepUp, StepUpMethodKind } from '../../contract/step-up.ts';
import type { AccountRecord, Effects } from '../ports/account-store.ts';
import type { Ports } from '../ports/ports.ts';
import { accountView } from './account-view.ts';
import type { Call, MintedGrant } from './call.ts';
import { callerAccount, effects, settle } from './effects.ts';
import { instant } from './instants.ts';
import { judgePasskey } from './passkey-proofs.ts';
import {
  type CountedProof,
  countProof,
  recordFailure,
  sessionProofs,
  sessionTries,
} from './proof-attempts.ts';
import { recoveryCodeProof } from './recovery-codes.ts';
import { securityNotice } from './security-notice.ts';
import { isOffered, stepUpMethods, stepUpRequired } from './step-up-methods.ts';
import { emailCodeProof } from './step-up-start.ts';
import { judgeTotp } from './totp.ts';

/** Passwords are compared in NFC, so that a keyboard that composes differently still opens the door. */
export function normalizePassword(password: string): string {
  return password.normalize('NFC');
}

/** What the grant's write carries for a proof to count; null when the proof is wrong. */
type Judged = Required<Pick<Effects, 'proofs'>> | null;

/** A way of proving, as the input has it. */
interface Way {
  kind: StepUpMethodKind;
  /** The field of the input. */
  field: Exclude<keyof StepUp, 'purpose'>;
  wrong: 'wrong_password' | 'wrong_code' | 'passkey_refused';
}

const ways: readonly Way[] = [
  { kind: 'password', field: 'password', wrong: 'wrong_password' },
  { kind: 'passkey', field: 'passkey', wrong: 'passkey_refused' },
  { kind: 'totp', field: 'totpCode', wrong: 'wrong_code' },
  { kind: 'recovery_code', field: 'recoveryCode', wrong: 'wrong_code' },
  { kind: 'email_code', field: 'emailCode', wrong: 'wrong_code' },
];

/** The one proof that came, or null for none: then a recent sign-in has to do. */
function givenWay(input: StepUp): Way | null {
  const [given, ...others] = ways.filter(({ field }) => input[field] !== undefined);
  if (others.length > 0) {
    throw new AccountError('validation_failed', {
      errors: others.map(({ field }) => ({
        pointer: `/${field}`,
        code: 'unknown_key',
        params: {},
      })),
    });
  }
  return given ?? null;
}

function signedInRecently(ports: Ports, authenticatedAt: string): boolean {
  const age = ports.clock.now() - Date.parse(authenticatedAt);
  // An instant that cannot be read, or lies in the future, proves nothing.
  return age >= 0 && age <= ports.settings.stepUp.recentSignInSeconds * 1000;
}

/**
 * The account as it is now, if what was proved of it still holds: the same password, and the second factor as it was.
 * Asked after the write, this is what stops a proof of the old password that was looked at while it was changed.
 */
export async function findIfStill(
  ports: Ports,
  account: AccountRecord,
): Promise<AccountRecord | null> {
  const now = await ports.store.findAccount(account.id, instant(ports));
  const still =
    now?.passwordHash === account.passwordHash && now.totpEnabledAt === account.totpEnabledAt;
  return still ? now : null;
}

async function judge(ports: Ports, call: Call<StepUp>, account: AccountRecord): Promise<Judged> {
  const { purpose, password, passkey, totpCode, recoveryCode, emailCode } = call.input;
  const { sessionId } = call.actor;
  if (password !== undefined) {
    const hash = account.passwordHash ?? ports.hasher.decoy;
    const right = await ports.hasher.verify(normalizePassword(password), hash);
    return right && account.passwordHash !== null ? { proofs: [] } : null;
  }
  if (passkey !== undefined) {
    const challenge = { accountId: account.id, sessionId, purpose };
    const proved = await judgePasskey(ports, passkey, challenge);
    return proved && { proofs: proved.proofs };
  }
  if (totpCode !== undefined) {
    const proof = await judgeTotp(ports, account, totpCode);
    return proof && { proofs: [proof] };
  }
  if (recoveryCode !== undefined) {
    return { proofs: [recoveryCodeProof(ports, account.id, recoveryCode)] };
  }
  if (emailCode !== undefined) {
    const context = { accountId: account.id, sessionId, purpose };
    return { proofs: [emailCodeProof(ports, context, emailCode)] };
  }
  return { proofs: [] };
}

/** What was not offered, or not given, is never judged. */
function refuseUnoffered(
  ports: Ports,
  call: Call<StepUp>,
  account: AccountRecord,
  given: Way | null,
): void {
  const { purpose } = call.input;
  if (given !== null) {
    if (!isOffered(ports, account, given.kind)) throw stepUpRequired(ports, account, purpose);
    return;
  }
  if (!isOffered(ports, account, 'sign_in')) {
    const [best] = stepUpMethods(ports, account);
    const field = ways.find(({ kind }) => kind === best?.kind)?.field ?? 'password';
    throw fieldError(`/${field}`, 'required');
  }
  if (!signedInRecently(ports, call.actor.authenticatedAt)) {
    throw stepUpRequired(ports, account, purpose);
  }
}

/** Proves that it is you: a grant for one purpose, bound to the account and the session, to be used once. */
export async function stepUp(
  ports: Ports,
  call: Call<StepUp>,
): Promise<AccountAnswer & { grant: MintedGrant }> {
  const account = await callerAccount(ports, call);
  const { purpose } = call.input;
  const { sessionId } = call.actor;
  if (!ports.settings.stepUp.operations[purpose]) throw new AccountError('not_allowed');
  const given = givenWay(call.input);
  refuseUnoffered(ports, call, account, given);

  let counted: CountedProof | null = null;
  if (given !== null) {
    counted = await countProof(
      ports,
      given.kind === 'passkey'
        ? sessionTries(ports, 'passkey', account.id, sessionId)
        : sessionProofs(ports, account.id, sessionId),
    );
  }
  const details = { purpose, method: given?.kind ?? 'sign_in' };
  const refuse = async (): Promise<never> => {
    if (given === null) throw stepUpRequired(ports, account, purpose);
    const failed = { event: 'step_up_failed', from: call.from, sessionId, details } as const;
    await recordFailure(ports, account, counted, failed);
    throw fieldError(`/${given.field}`, given.wrong);
  };

  const judged = await judge(ports, call, account);
  if (judged === null) return refuse();
  const secret = ports.secrets.mintSecret();
  const expiresAt = instant(ports, ports.settings.stepUp.lifetimeSeconds);
  const outcome = await ports.store.putGrant(
    { digest: ports.secrets.digest(secret), accountId: account.id, sessionId, purpose, expiresAt },
    effects(ports, {
      event: 'step_up_passed',
      from: call.from,
      sessionId,
      details,
      ...judged,
      clears: counted === null ? [] : [counted.key],
      ...(given?.kind === 'recovery_code'
        ? securityNotice(ports, account, 'recovery_code_used', call.from)
        : {}),
    }),
  );
  if (outcome.kind === 'proof_refused') return refuse();
  settle(ports, outcome, account);
  const now = await findIfStill(ports, account);
  // The grant was stored, but its secret goes nowhere.
  if (now === null) return refuse();
  return { account: accountView(now, ports), grant: { purpose, secret, expiresAt } };
}
