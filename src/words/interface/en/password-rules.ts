/** The checklist and the meter under a new password. */
export const passwordRules = {
  /** Name of the list, for those who hear it. */
  title: 'What it must be',
  /** The rules, by the code that a broken one is refused with. */
  password_too_short: 'At least {minimum} characters',
  password_too_long: 'At most {maximum} characters',
  password_types: 'At least {atLeast} of: {types}',
  password_repeats: 'No character more than {maximum} times in a row',
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
