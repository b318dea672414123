import type { CharacterType, PasswordPolicy } from './password-policy.ts';
import { countCodePoints } from './text.ts';

/** Which characters are of a kind. `special` is anything that is no letter and no digit. */
const kinds: Record<CharacterType, RegExp> = {
  lower: /\p{Ll}/u,
  upper: /\p{Lu}/u,
  digit: /\p{Nd}/u,
  special: /[^\p{L}\p{N}]/u,
};

/** What is left of a password without the words of its owner must still be worth something. */
const leastBesideWords = 8;

/** Shorter words of an owner occur by chance. */
const leastWord = 4;

/** How many of the kinds that a policy asks for occur in a password. */
export function countKinds(password: string, among: readonly string[]): number {
  return among.filter(
    (kind) => Object.hasOwn(kinds, kind) && kinds[kind as CharacterType].test(password),
  ).length;
}

/** The most times that one character stands in a row. */
export function longestRun(password: string): number {
  let longest = 0;
  let run = 0;
  let before = '';
  for (const character of password) {
    run = character === before ? run + 1 : 1;
    before = character;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** Whether a password is little more than words of these texts: parts of its owner's name and address. */
export function isMadeOf(password: string, texts: readonly (string | null)[]): boolean {
  const words = texts
    .flatMap((text) => (text ? [text, ...text.split(/[^\p{L}\p{N}]+/u)] : []))
    .map((word) => word.toLowerCase())
    .filter((word) => countCodePoints(word) >= leastWord)
    .toSorted((one, other) => other.length - one.length);
  const lower = password.toLowerCase();
  let rest = lower;
  for (const word of new Set(words)) rest = rest.replaceAll(word, '');
  return rest !== lower && countCodePoints(rest) < leastBesideWords;
}

/** A rule of the policy that can be told from the password and the account alone. */
export interface PasswordRule {
  /** The code that a broken one is refused with. */
  code:
    | 'password_too_short'
    | 'password_too_long'
    | 'password_types'
    | 'password_repeats'
    | 'password_personal';
  /** Values for its sentence. */
  params: Record<string, number>;
  met: boolean;
}

/** The rules of a policy that it makes sense to show, in the order in which people meet them, each judged. */
export function judgeRules(
  password: string,
  policy: PasswordPolicy,
  owner: readonly (string | null)[],
): PasswordRule[] {
  const { minLength, maxLength, characterTypes, maxIdenticalInRow, notPersonal } = policy;
  const length = countCodePoints(password);
  const rules: PasswordRule[] = [
    { code: 'password_too_short', params: { minimum: minLength }, met: length >= minLength },
  ];
  if (length > maxLength) {
    rules.push({ code: 'password_too_long', params: { maximum: maxLength }, met: false });
  }
  if (characterTypes.atLeast > 0) {
    const { among, atLeast } = characterTypes;
    const met = countKinds(password, among) >= atLeast;
    rules.push({ code: 'password_types', params: { atLeast }, met });
  }
  if (maxIdenticalInRow !== null) {
    const met = password !== '' && longestRun(password) <= maxIdenticalInRow;
    rules.push({ code: 'password_repeats', params: { maximum: maxIdenticalInRow }, met });
  }
  if (notPersonal) {
    const met = password !== '' && !isMadeOf(password, owner);
    rules.push({ code: 'password_personal', params: {}, met });
  }
  return rules;
}
