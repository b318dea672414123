import { AccountError } from '../../contract/account-error.ts';
import type { StepUpMethodKind, StepUpPurpose } from '../../contract/step-up.ts';
import type { AccountRecord } from '../ports/account-store.ts';
import type { Ports } from '../ports/ports.ts';

/** Whether a second factor is asked for: then the password alone proves nothing. */
export function hasSecondFactor(account: Pick<AccountRecord, 'totpEnabledAt'>): boolean {
  return account.totpEnabledAt !== null;
}

function methodKinds(ports: Ports, account: AccountRecord): StepUpMethodKind[] {
  // A passkey asks for its owner's finger, face or PIN: it is two factors by itself.
  const passkey = ports.passkeys !== null && account.passkeys.length > 0;
  const byPasskey: StepUpMethodKind[] = passkey ? ['passkey'] : [];
  if (hasSecondFactor(account)) {
    return [
      ...byPasskey,
      'totp',
      ...(account.recoveryCodesLeft > 0 ? ['recovery_code' as const] : []),
    ];
  }
  const byMail: StepUpMethodKind[] =
    ports.settings.stepUp.emailCode && ports.mail ? ['email_code'] : [];
  return account.passwordHash === null
    ? [...byPasskey, ...byMail, 'sign_in']
    : ['password', ...byPasskey, ...byMail];
}

/** The ways of proving who they are that this account has, best first. Decided here, never by the caller. */
export function stepUpMethods(ports: Ports, account: AccountRecord): { kind: StepUpMethodKind }[] {
  return methodKinds(ports, account).map((kind) => ({ kind }));
}

/** Whether the account has this way of proving. */
export function isOffered(ports: Ports, account: AccountRecord, kind: StepUpMethodKind): boolean {
  return methodKinds(ports, account).includes(kind);
}

/** The refusal that asks for a proof. */
export function stepUpRequired(
  ports: Ports,
  account: AccountRecord,
  purpose: StepUpPurpose,
): AccountError {
  return new AccountError('step_up_required', {
    stepUp: { purpose, methods: stepUpMethods(ports, account) },
  });
}
