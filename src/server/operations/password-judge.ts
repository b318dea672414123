import type { FieldError } from '../../contract/errors.ts';
import type { CharacterType } from '../../contract/password-policy.ts';
import { countCodePoints } from '../../contract/text.ts';
import type { AccountRecord } from '../ports/account-store.ts';
import type { Settings } from '../ports/settings.ts';
import { isCommonPassword } from './common-passwords.ts';

/** Whom a password must not spell out. */
export type PasswordOwner = Pick<
  AccountRecord,
  'email' | 'name' | 'username' | 'givenName' | 'familyName' | 'nickname'
>;

const kinds: Record<CharacterType, RegExp> = {
  lower: /\p{Ll}/u,
  upper: /\p{Lu}/u,
  digit: /\p{Nd}/u,
  special: /[^\p{L}\p{N}]/u,
};

/** What is left of a password without the words of its owner must still be worth something. */
const leastBesideWords = 8;

function personalWords(owner: PasswordOwner, appName: string): string[] {
  const { email, name, username, givenName, familyName, nickname } = owner;
  const texts = [...email.split('@'), name, username, givenName, familyName, nickname, appName];
  const words = texts.flatMap((text) => (text ? [text, ...text.split(/[^\p{L}\p{N}]+/u)] : []));
  return [...new Set(words.map((word) => word.toLowerCase()))]
    .filter((word) => countCodePoints(word) >= 4)
    .toSorted((one, other) => other.length - one.length);
}

function isPersonal(password: string, owner: PasswordOwner, appName: string): boolean {
  const lower = password.toLowerCase();
  let rest = lower;
  for (const word of personalWords(owner, appName)) rest = rest.replaceAll(word, '');
  return rest !== lower && countCodePoints(rest) < leastBesideWords;
}

/** What the policy has against a new password, in NFC. Empty when nothing. Source: NIST SP 800-63B-4 §3.1.1.2. */
export async function judgePassword(
  password: string,
  owner: PasswordOwner,
  settings: Pick<Settings, 'passwordPolicy' | 'isPasswordCommon' | 'appName'>,
): Promise<Omit<FieldError, 'pointer'>[]> {
  const { minLength, maxLength, characterTypes } = settings.passwordPolicy;
  const length = countCodePoints(password);
  if (length < minLength) return [{ code: 'password_too_short', params: { minimum: minLength } }];
  if (length > maxLength) return [{ code: 'password_too_long', params: { maximum: maxLength } }];
  const among = characterTypes.among.filter((type): type is CharacterType => type in kinds);
  if (among.filter((type) => kinds[type].test(password)).length < characterTypes.atLeast) {
    return [{ code: 'password_types', params: { atLeast: characterTypes.atLeast } }];
  }
  if (isPersonal(password, owner, settings.appName))
    return [{ code: 'password_personal', params: {} }];
  if (isCommonPassword(password) || (await settings.isPasswordCommon?.(password))) {
    return [{ code: 'password_common', params: {} }];
  }
  return [];
}
