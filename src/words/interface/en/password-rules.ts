import type { Plural } from '../message.ts';

/** The rules with a number. */
const tooShort: Plural = {
  one: 'At least {minimum} character',
  other: 'At least {minimum} characters',
};
const tooLong: Plural = {
  one: 'At most {maximum} character',
  other: 'At most {maximum} characters',
};
const kinds: Plural = {
  one: 'At least {atLeast} of: {types}',
  other: 'At least {atLeast} of: {types}',
};
const repeats: Plural = {
  one: 'No character more than {maximum} time in a row',
  other: 'No character more than {maximum} times in a row',
};

/** The checklist and the meter under a new password. */
export const passwordRules = {
  /** Name of the list, for those who hear it. */
  title: 'What it must be',
  /** The rules, by the code that a broken one is refused with. */
  password_too_short: tooShort,
  password_too_long: tooLong,
  password_types: kinds,
  password_repeats: repeats,
  password_personal: 'Not your name or address',
  /** Read before a rule. */
  met: 'Done:',
  unmet: 'Still open:',
  /** Read out when somebody stops typing and nothing is open. */
  allMet: 'All done.',
  /** The meter. */
  easy: 'Easy to guess',
  fair: 'Could be harder to guess',
  hard: 'Hard to guess',
};
