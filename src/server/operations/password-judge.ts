import { AccountError } from '../../contract/account-error.ts';
import type { FieldError } from '../../contract/errors.ts';
import type { PasswordPolicy } from '../../contract/password-policy.ts';
import { countKinds, isMadeOf, longestRun } from '../../contract/password-rules.ts';
import { countCodePoints } from '../../contract/text.ts';
import type { AccountRecord } from '../ports/account-store.ts';
import type { Ports } from '../ports/ports.ts';
import type { Settings } from '../ports/settings.ts';
import { isCommonPassword } from './common-passwords.ts';
import { effectivePolicy } from './password-rules.ts';

/** Whom a password must not spell out, and whether a second factor stands beside it (default: none does). */
export type PasswordOwner = Pick<
  AccountRecord,
  'email' | 'name' | 'username' | 'givenName' | 'familyName' | 'nickname'
> &
  Partial<Pick<AccountRecord, 'totpEnabledAt'>>;

type Refusal = Omit<FieldError, 'pointer'>;

function isPersonal(password: string, owner: PasswordOwner, appName: string): boolean {
  const { email, name, username, givenName, familyName, nickname } = owner;
  return isMadeOf(password, [
    ...email.split('@'),
    name,
    username,
    givenName,
    familyName,
    nickname,
    appName,
  ]);
}

/** What can be told by looking at the characters alone. */
function judgeCharacters(password: string, policy: PasswordPolicy): Refusal[] {
  const { minLength, maxLength, maxIdenticalInRow } = policy;
  const { among, atLeast } = policy.characterTypes;
  const length = countCodePoints(password);
  const refusals: Refusal[] = [];
  if (length < minLength) {
    refusals.push({ code: 'password_too_short', params: { minimum: minLength } });
  }
  if (length > maxLength) {
    refusals.push({ code: 'password_too_long', params: { maximum: maxLength } });
  }
  if (countKinds(password, among) < atLeast) {
    refusals.push({ code: 'password_types', params: { atLeast } });
  }
  if (maxIdenticalInRow !== null && longestRun(password) > maxIdenticalInRow) {
    refusals.push({ code: 'password_repeats', params: { maximum: maxIdenticalInRow } });
  }
  return refusals;
}

/**
 * What the policy has against a new password, in NFC: one refusal for each rule that it breaks, so that a form can say
 * them all at once. Empty when there is nothing. Source: NIST SP 800-63B-4 §3.1.1.2.
 */
export async function judgePassword(
  password: string,
  owner: PasswordOwner,
  settings: Pick<Settings, 'passwordPolicy' | 'isPasswordCommon' | 'appName'>,
): Promise<Refusal[]> {
  const policy = effectivePolicy({ totpEnabledAt: owner.totpEnabledAt ?? null }, settings);
  const refusals = judgeCharacters(password, policy);
  // What is too long is refused for that alone: the lists take time that grows with it.
  if (countCodePoints(password) > policy.maxLength) return refusals;
  if (policy.notPersonal && isPersonal(password, owner, settings.appName)) {
    refusals.push({ code: 'password_personal', params: {} });
  }
  if (
    policy.notCommon &&
    (isCommonPassword(password) || (await settings.isPasswordCommon?.(password)))
  ) {
    refusals.push({ code: 'password_common', params: {} });
  }
  return refusals;
}

/** Throws `validation_failed` with everything that the policy has against a new password of the account. */
export async function requireGoodPassword(
  ports: Ports,
  owner: PasswordOwner,
  password: string,
  pointer: string,
): Promise<void> {
  const refusals = await judgePassword(password, owner, ports.settings);
  if (refusals.length === 0) return;
  throw new AccountError('validation_failed', {
    errors: refusals.map((refusal) => ({ ...refusal, pointer })),
  });
}

/**
 * Throws when a new password is the present one, or one of the former ones that the policy remembers. Every look is a
 * slow hash: called last.
 */
export async function refuseUsedPassword(
  ports: Ports,
  account: Pick<AccountRecord, 'id' | 'passwordHash'>,
  password: string,
  pointer: string,
): Promise<void> {
  const refuse = (code: 'password_same' | 'password_used_before'): AccountError =>
    new AccountError('validation_failed', { errors: [{ pointer, code, params: {} }] });
  const { passwordHash } = account;
  if (passwordHash !== null && (await ports.hasher.verify(password, passwordHash))) {
    throw refuse('password_same');
  }
  const { history } = ports.settings.passwordPolicy;
  if (history === 0) return;
  for (const former of await ports.store.findPasswordHistory(account.id, history)) {
    if (await ports.hasher.verify(password, former)) throw refuse('password_used_before');
  }
}
