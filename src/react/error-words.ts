import type { AccountError } from '../contract/account-error.ts';
import type { FieldError } from '../contract/errors.ts';
import type { Words } from '../words/interface/en.ts';
import { format } from '../words/interface/format.ts';
import type { Message } from '../words/interface/message.ts';

/** What is wrong with a field, in the person's language; a general sentence for a code from a newer server. */
export function fieldSentence(
  { code, params }: Pick<FieldError, 'code' | 'params'>,
  words: Words,
): string {
  const sentence = (words.fields as Record<string, Message>)[code] ?? words.fields.malformed;
  return format(sentence, params, words.locale);
}

/** What went wrong, in the person's language. `rate_limited` counts down: see `Failure`. */
export function errorSentence(error: AccountError, words: Words, secondsLeft?: number): string {
  if (error.code === 'not_allowed' && error.reason) return lockSentence(error.reason, words);
  const whole = error.errors.find((entry) => entry.pointer === '');
  if (whole) return fieldSentence(whole, words);
  const sentence = (words.errors as Record<string, Message>)[error.code] ?? words.errors.unexpected;
  return format(sentence, { count: secondsLeft ?? error.retryAfterSeconds ?? 0 }, words.locale);
}

/** Why something cannot be changed. */
export function lockSentence(reason: string | null, words: Words, owner = ''): string {
  const sentence = (words.locks as Record<string, string>)[reason ?? ''] ?? words.locks.other;
  return format(sentence, { owner }, words.locale);
}
