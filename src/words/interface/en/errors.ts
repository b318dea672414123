import type { Plural } from '../message.ts';

/** Shown with `rate_limited`, counting down. */
const rateLimited: Plural = {
  one: 'Too many tries. Wait {count} second.',
  other: 'Too many tries. Wait {count} seconds.',
};

/** Under a field. `{maximum}` and `{minimum}` are numbers, as in all of these. */
const tooLong: Plural = {
  one: 'At most {maximum} character.',
  other: 'At most {maximum} characters.',
};
const tooMany: Plural = {
  one: 'There is {maximum} already. Remove it first.',
  other: 'There are {maximum} already. Remove one first.',
};
const tooShort: Plural = {
  one: 'Too short. Take at least {minimum} character.',
  other: 'Too short. Take at least {minimum} characters.',
};
const repeats: Plural = {
  one: 'The same character at most {maximum} time in a row.',
  other: 'The same character at most {maximum} times in a row.',
};

/** One sentence for every error code. Shown beside the form that failed. */
export const errors = {
  unreadable: 'That did not get through in one piece. Try again.',
  not_signed_in: 'You are signed out. Sign in, then try again.',
  session_ended: 'Your session has ended. Sign in, then try again.',
  second_factor_required: 'Enter the code of your authenticator app, too.',
  step_up_required: 'Confirm that it is you, then try again.',
  cross_site: 'This page may not do that. Open your settings directly.',
  not_allowed: 'That is not possible for your account.',
  password_locked: 'Too many wrong tries. Choose a new password by mail.',
  not_found: 'There is nothing here any more.',
  method_not_allowed: 'That is not possible here.',
  username_taken: 'That username is taken.',
  email_taken: 'That address belongs to another account.',
  account_switched: 'You signed in to another account. Reload the page.',
  link_invalid: 'This link does not work. Use the newest mail.',
  link_expired: 'This link has expired.',
  link_used: 'This link was used already.',
  version_conflict: 'Somebody changed this meanwhile.',
  too_large: 'That is too large.',
  unsupported_media_type: 'That kind of file is not taken.',
  validation_failed: 'Something needs another look.',
  rate_limited: rateLimited,
  unavailable: 'That does not work right now. Try again in a moment.',
  offline: 'You seem to be offline. Nothing is lost; try again.',
  aborted: 'Stopped.',
  unexpected: 'Something went wrong. Try again.',
};

/** One sentence for every reason that a field can be refused for. Shown under the field. */
export const fields = {
  required: 'Fill this in.',
  invalid_type: 'This does not fit here.',
  unknown_key: 'This is not taken.',
  too_long: tooLong,
  malformed: 'This does not look right.',
  not_editable: 'This cannot be changed here.',
  taken: 'Somebody has this already.',
  email_same: 'That is your address already.',
  wrong_password: 'That is not your password.',
  wrong_credentials: 'Email or password is not right.',
  wrong_code: 'That code does not work. Take the newest.',
  passkey_refused: 'That passkey does not belong to this account.',
  passkey_known: 'This device has a passkey for your account already.',
  too_many: tooMany,
  password_too_short: tooShort,
  password_too_long: tooLong,
  password_common: 'Too easy to guess. Take something less common.',
  password_personal: 'Too close to your name or address.',
  password_same: 'That is your password already.',
  password_types: 'Use more kinds of characters.',
  password_repeats: repeats,
  password_used_before: 'You had this password before. Choose another.',
  image_broken: 'This picture is damaged. Try another.',
  image_too_many_pixels: 'This picture has too many pixels. Try a smaller one.',
  image_mixed: 'This file holds something besides the picture. Try another.',
};

/** Why something cannot be changed. Shown under a read-only field, and in place of a form. */
export const locks = {
  owned_by_provider: 'Managed by {owner}. Change it there.',
  locked_by_application: 'This cannot be changed.',
  no_password: 'Your account has no password here.',
  handled_elsewhere: 'You manage this where you sign in.',
  not_offered: 'This is not offered here.',
  already_done: 'There is nothing left to do.',
  /** For a reason that this version does not know. */
  other: 'This cannot be changed here.',
};
