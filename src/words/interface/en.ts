import { account } from './en/account.ts';
import { avatar } from './en/avatar.ts';
import { deleteAccount } from './en/delete-account.ts';
import { emailChange } from './en/email-change.ts';
import { errors, fields, locks } from './en/errors.ts';
import { identities } from './en/identities.ts';
import { passwordChange } from './en/password-change.ts';
import { profile } from './en/profile.ts';
import { stepUp } from './en/step-up.ts';

/** Everything that the page says, in one language. A language that lacks a sentence does not compile. */
export interface Words {
  /** BCP 47 tag; decides plurals, dates and the direction of writing. */
  locale: string;
  account: typeof account;
  errors: typeof errors;
  fields: typeof fields;
  locks: typeof locks;
  profile: typeof profile;
  emailChange: typeof emailChange;
  passwordChange: typeof passwordChange;
  avatar: typeof avatar;
  deleteAccount: typeof deleteAccount;
  identities: typeof identities;
  stepUp: typeof stepUp;
}

/** English. */
export const en: Words = {
  locale: 'en',
  account,
  errors,
  fields,
  locks,
  profile,
  emailChange,
  passwordChange,
  avatar,
  deleteAccount,
  identities,
  stepUp,
};
