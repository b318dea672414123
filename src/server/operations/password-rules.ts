import type { PasswordPolicy } from '../../contract/password-policy.ts';
import { countCodePoints } from '../../contract/text.ts';
import type { AccountRecord } from '../ports/account-store.ts';
import type { Settings } from '../ports/settings.ts';
import { hasSecondFactor } from './step-up-methods.ts';

/** The policy as it holds for an account: with a second factor on, a shorter password will do. */
export function effectivePolicy(
  account: Pick<AccountRecord, 'totpEnabledAt'>,
  { passwordPolicy }: Pick<Settings, 'passwordPolicy'>,
): PasswordPolicy {
  const { minLengthWithSecondFactor, ...policy } = passwordPolicy;
  return hasSecondFactor(account) ? { ...policy, minLength: minLengthWithSecondFactor } : policy;
}

/** Whether a password, in NFC, is long enough for an account without a second factor. */
export function standsAlone(
  password: string,
  { passwordPolicy }: Pick<Settings, 'passwordPolicy'>,
): boolean {
  return countCodePoints(password) >= passwordPolicy.minLength;
}
