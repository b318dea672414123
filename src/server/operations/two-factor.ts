import type { AccountAnswer } from '../../contract/account.ts';
import { AccountError, fieldError } from '../../contract/account-error.ts';
import type {
  EnableTotp,
  RecoveryCodesAnswer,
  TotpSetUpAnswer,
} from '../../contract/two-factor.ts';
import type { AccountRecord } from '../ports/account-store.ts';
import type { Ports } from '../ports/ports.ts';
import { accountView } from './account-view.ts';
import type { Call } from './call.ts';
import { callerAccount, effects, requireGrant, settle } from './effects.ts';
import { instant } from './instants.ts';
import { countProof, sessionTries } from './proof-attempts.ts';
import { mintRecoveryCodes } from './recovery-codes.ts';
import { securityNotice } from './security-notice.ts';
import { hasSecondFactor } from './step-up-methods.ts';
import { findTotpStep, totpForApp } from './totp.ts';

/** A second factor belongs beside a password of ours: where there is none, whoever signs people in asks for theirs. */
function refuseWithoutPassword(ports: Ports, account: AccountRecord): void {
  if (!ports.ownSessions) throw new AccountError('not_allowed', { reason: 'handled_elsewhere' });
  if (account.passwordHash === null) {
    throw new AccountError('not_allowed', { reason: 'no_password' });
  }
}

/** Makes a secret for an authenticator app. It counts for nothing until its first code has come back. */
export async function setUpTotp(ports: Ports, call: Call<undefined>): Promise<TotpSetUpAnswer> {
  const account = await callerAccount(ports, call);
  refuseWithoutPassword(ports, account);
  const alreadyOn = new AccountError('not_allowed', { reason: 'already_done' });
  if (hasSecondFactor(account)) throw alreadyOn;
  const grant = await requireGrant(ports, call, account, 'setUpTotp');
  const { sessionId } = call.actor;
  const secretId = ports.secrets.mintId();
  const expiresAt = instant(ports, ports.settings.totpSetUpSeconds);
  const outcome = settle(
    ports,
    await ports.store.putTotp(
      { accountId: account.id, secretId, sessionId, expiresAt },
      effects(ports, { event: 'totp_set_up', from: call.from, sessionId, grant }),
    ),
    account,
    'setUpTotp',
  );
  if (outcome.kind === 'already_on') throw alreadyOn;
  return {
    account: accountView(outcome.account, ports),
    setUp: { ...totpForApp(ports, account, secretId), expiresAt },
  };
}

/** Switches the second factor on with the first code, and answers recovery codes for the day on which the app is lost. */
export async function enableTotp(
  ports: Ports,
  call: Call<EnableTotp>,
): Promise<RecoveryCodesAnswer> {
  const account = await callerAccount(ports, call);
  const { sessionId } = call.actor;
  const waiting = await ports.store.findTotp(account.id, instant(ports));
  if (waiting?.state !== 'waiting' || waiting.sessionId !== sessionId) {
    throw new AccountError('not_found');
  }
  await countProof(ports, sessionTries(ports, 'totp-set-up', account.id, sessionId));
  const step = findTotpStep(ports, account, waiting.secretId, call.input.code);
  if (step === null) throw fieldError('/code', 'wrong_code');
  const { recoveryCodes, codeDigests } = mintRecoveryCodes(ports, account.id);
  const outcome = settle(
    ports,
    await ports.store.enableTotp(
      { accountId: account.id, secretId: waiting.secretId, sessionId, step, codeDigests },
      effects(ports, {
        event: 'two_factor_enabled',
        from: call.from,
        sessionId,
        ...securityNotice(ports, account, 'two_factor_enabled', call.from),
      }),
    ),
    account,
  );
  // Another set-up took its place, or it ran out while it was looked at.
  if (outcome.kind === 'stale') throw new AccountError('not_found');
  return { account: accountView(outcome.account, ports), recoveryCodes };
}

/** Switches the second factor off; the recovery codes go with it. */
export async function disableTwoFactor(
  ports: Ports,
  call: Call<undefined>,
): Promise<AccountAnswer> {
  const account = await callerAccount(ports, call);
  refuseWithoutPassword(ports, account);
  // A password that is too short to stand alone would then be all there is.
  if (hasSecondFactor(account) && !account.passwordStandsAlone) {
    throw new AccountError('not_allowed', { reason: 'password_too_short' });
  }
  const grant = await requireGrant(ports, call, account, 'disableTwoFactor');
  const outcome = settle(
    ports,
    await ports.store.disableTwoFactor(
      { accountId: account.id },
      effects(ports, {
        event: 'two_factor_disabled',
        from: call.from,
        sessionId: call.actor.sessionId,
        grant,
        ...securityNotice(ports, account, 'two_factor_disabled', call.from),
      }),
    ),
    account,
    'disableTwoFactor',
  );
  return { account: accountView(outcome.account, ports) };
}

/** Makes new recovery codes; the old ones stop working. */
export async function createRecoveryCodes(
  ports: Ports,
  call: Call<undefined>,
): Promise<RecoveryCodesAnswer> {
  const account = await callerAccount(ports, call);
  refuseWithoutPassword(ports, account);
  if (!hasSecondFactor(account)) throw new AccountError('not_allowed');
  const grant = await requireGrant(ports, call, account, 'createRecoveryCodes');
  const { recoveryCodes, codeDigests } = mintRecoveryCodes(ports, account.id);
  const outcome = settle(
    ports,
    await ports.store.putRecoveryCodes(
      { accountId: account.id, codeDigests },
      effects(ports, {
        event: 'recovery_codes_created',
        from: call.from,
        sessionId: call.actor.sessionId,
        grant,
        ...securityNotice(ports, account, 'recovery_codes_created', call.from),
      }),
    ),
    account,
    'createRecoveryCodes',
  );
  if (outcome.kind === 'off') throw new AccountError('not_allowed');
  return { account: accountView(outcome.account, ports), recoveryCodes };
}
