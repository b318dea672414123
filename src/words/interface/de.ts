import { account } from './de/account.ts';
import { avatar } from './de/avatar.ts';
import { deleteAccount } from './de/delete-account.ts';
import { emailChange } from './de/email-change.ts';
import { errors, fields, locks } from './de/errors.ts';
import { identities } from './de/identities.ts';
import { passwordChange } from './de/password-change.ts';
import { profile } from './de/profile.ts';
import { stepUp } from './de/step-up.ts';
import type { CompleteWords } from './en.ts';

/** German. */
export const de: CompleteWords = {
  locale: 'de',
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
