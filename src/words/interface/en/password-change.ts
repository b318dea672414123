import type { Plural } from '../message.ts';

/** Under the field, from the policy of the server. `{count}` is the least length. */
const policy: Plural = {
  one: 'At least {count} character.',
  other: 'At least {count} characters. A few words in a row do well.',
};

/** After it, where the server asks for kinds of characters. `{types}` lists those below. */
const kinds: Plural = {
  one: 'With at least {atLeast} of these: {types}.',
  other: 'With at least {atLeast} of these: {types}.',
};

/** Words of `PasswordChange`. */
export const passwordChange = {
  /** Heading of the section. */
  title: 'Password',
  /** Under the heading. `{date}` is when it was last changed. */
  description: 'Last changed on {date}.',
  /** Label of the field. */
  newPassword: 'New password',
  policy,
  types: kinds,
  /** The kinds of characters. */
  lower: 'lower-case letters',
  upper: 'capital letters',
  digit: 'digits',
  special: 'other characters',
  /** The button. */
  change: 'Change password',
  /** The button where there is no password yet. */
  set: 'Set password',
  /** Beside the button afterwards. */
  changed: 'Password changed. All other sessions have ended.',
  /** In place of the form when the account has no password here. */
  noPassword: 'You sign in another way, so there is no password to change.',
};
