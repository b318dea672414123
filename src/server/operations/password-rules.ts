import type { CharacterType, PasswordPolicy } from '../../contract/password-policy.ts';
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

const kinds: Readonly<Record<CharacterType, RegExp>> = {
  lower: /\p{Ll}/u,
  upper: /\p{Lu}/u,
  digit: /\p{Nd}/u,
  special: /[^\p{L}\p{N}]/u,
};

function isKind(name: string): name is CharacterType {
  return Object.hasOwn(kinds, name);
}

/** How many of these kinds of characters occur in a text. */
export function countKinds(text: string, among: readonly string[]): number {
  return among.filter(isKind).filter((kind) => kinds[kind].test(text)).length;
}

/** How often the character that is repeated most stands in a row. */
export function longestRun(text: string): number {
  let longest = 0;
  let length = 0;
  let previous = '';
  for (const character of text) {
    length = character === previous ? length + 1 : 1;
    previous = character;
    if (length > longest) longest = length;
  }
  return longest;
}
