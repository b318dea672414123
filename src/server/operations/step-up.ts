import type { AccountAnswer } from '../../contract/account.ts';
import { AccountError, fieldError } from '../../contract/account-error.ts';
import type { StepUp } from '../../contract/step-up.ts';
import type { AccountRecord, Attempt } from '../ports/account-store.ts';
import type { Ports } from '../ports/ports.ts';
import { accountView } from './account-view.ts';
import type { Call, MintedGrant } from './call.ts';
import { callerAccount, effects, rateLimited, settle, stepUpRequired } from './effects.ts';
import { instant } from './instants.ts';

/** The one counter of proofs: sign-in and step-up share it, so that no way in is a way around it. */
export function proofAttempt(ports: Ports, accountId: string): Attempt {
  // Counted tries outlive a deleted account by minutes: its id is not to be read in them.
  return { key: `proof:${ports.secrets.digest(accountId)}`, limits: ports.settings.limits.proofs };
}

/** Passwords are compared in NFC, so that a keyboard that composes differently still opens the door. */
export function normalizePassword(password: string): string {
  return password.normalize('NFC');
}

function signedInRecently(ports: Ports, authenticatedAt: string): boolean {
  const age = ports.clock.now() - Date.parse(authenticatedAt);
  // An instant that cannot be read, or lies in the future, proves nothing.
  return age >= 0 && age <= ports.settings.stepUp.recentSignInSeconds * 1000;
}

/**
 * Whether the password that was just proved is still the account's. A change ends what came before it; asked after the
 * write, this is what stops a proof of the old password that was looked at meanwhile.
 */
export async function isPasswordStill(ports: Ports, account: AccountRecord): Promise<boolean> {
  const now = await ports.store.findAccount(account.id, instant(ports));
  return now?.passwordHash === account.passwordHash;
}

async function judgeProof(ports: Ports, call: Call<StepUp>, account: AccountRecord): Promise<void> {
  const { password, purpose } = call.input;
  if (account.passwordHash === null) {
    if (password !== undefined) throw fieldError('/password', 'wrong_password');
    if (!signedInRecently(ports, call.actor.authenticatedAt))
      throw stepUpRequired(account, purpose);
    return;
  }
  if (password === undefined) throw fieldError('/password', 'required');
  const counted = await ports.store.takeAttempt(proofAttempt(ports, account.id), instant(ports));
  if (counted.kind === 'rate_limited') throw rateLimited(counted);
  if (!(await ports.hasher.verify(normalizePassword(password), account.passwordHash))) {
    throw fieldError('/password', 'wrong_password');
  }
}

/** Proves that it is you: a grant for one purpose, bound to the account and the session, to be used once. */
export async function stepUp(
  ports: Ports,
  call: Call<StepUp>,
): Promise<AccountAnswer & { grant: MintedGrant }> {
  const account = await callerAccount(ports, call);
  const { purpose } = call.input;
  if (!ports.settings.stepUp.operations[purpose]) throw new AccountError('not_allowed');
  await judgeProof(ports, call, account);
  const secret = ports.secrets.mintSecret();
  const expiresAt = instant(ports, ports.settings.stepUp.lifetimeSeconds);
  settle(
    await ports.store.putGrant(
      {
        digest: ports.secrets.digest(secret),
        accountId: account.id,
        sessionId: call.actor.sessionId,
        purpose,
        expiresAt,
      },
      effects(ports, {
        event: 'step_up_passed',
        sessionId: call.actor.sessionId,
        details: { purpose },
      }),
    ),
    account,
  );
  // The grant was stored, but its secret goes nowhere.
  if (!(await isPasswordStill(ports, account))) throw fieldError('/password', 'wrong_password');
  return { account: accountView(account, ports), grant: { purpose, secret, expiresAt } };
}
