import type { ModelCode, ModelLink } from './model-rows.ts';

/** The notices of security events, by their subjects: each has a link that says "this wasn't me". */
export const notices = {
  password_changed: 'The password of your Example account was changed',
  password_reset: 'A new password was chosen for your Example account',
  password_locked: 'Too many wrong tries to get into your Example account',
  two_factor_enabled: 'Two-step sign-in was turned on for your Example account',
  two_factor_disabled: 'Two-step sign-in was turned off for your Example account',
  recovery_codes_created: 'New recovery codes were made for your Example account',
  recovery_code_used: 'A recovery code of your Example account was used',
  passkey_added: 'A passkey was added to your Example account',
  passkey_removed: 'A passkey was removed from your Example account',
  new_sign_in: 'New sign-in to your Example account',
} as const;

/** All mails, by their subjects. */
export const subjects = {
  ...notices,
  change_link: 'Confirm your new email address for Example',
  change_requested: 'Someone asked to change the email address of your Example account',
  change_taken: 'Someone entered your email address at Example',
  changed: 'The email address of your Example account was changed',
  verification: 'Confirm your email address for Example',
  reset: 'Choose a new password for Example',
  code: 'Your code for Example',
  deleted: 'Your Example account was deleted',
} as const;

/** A mail that is on its way. */
export interface ModelMail {
  kind: keyof typeof subjects;
  to: string;
  /** Goes with this account; null: outlives it. */
  accountId: string | null;
  link: ModelLink | null;
  code: ModelCode | null;
}
