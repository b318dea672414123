import type { PasswordPolicy } from '../../contract/password-policy.ts';
import type { Words } from '../../words/interface/en.ts';
import { format } from '../../words/interface/format.ts';

/** The policy in the person's language, to be read before anything is typed. */
export function policySentence(policy: PasswordPolicy, words: Words): string {
  const text = words.passwordChange;
  const { atLeast } = policy.characterTypes;
  const length = format(text.policy, { count: policy.minLength }, words.locale);
  if (atLeast === 0) return length;
  return `${length} ${format(text.types, { atLeast, types: typesInWords(policy, words) }, words.locale)}`;
}

/** The kinds of characters that the policy asks for, as a list in the person's language. */
export function typesInWords({ characterTypes }: PasswordPolicy, words: Words): string {
  const text = words.passwordChange as unknown as Record<string, string>;
  const named = characterTypes.among.flatMap((type) => text[type] ?? []);
  return new Intl.ListFormat(words.locale, { type: 'conjunction' }).format(named);
}

/** The policy in the language that password managers read, so that what they make is accepted. */
export function passwordRules(policy: PasswordPolicy): string {
  const { among, atLeast } = policy.characterTypes;
  // A manager can only be told that a kind is required, which is stricter than "at least so many kinds".
  const required = atLeast > 0 ? among.map((type) => ` required: ${type};`).join('') : '';
  return `minlength: ${policy.minLength}; maxlength: ${policy.maxLength};${required}`;
}
