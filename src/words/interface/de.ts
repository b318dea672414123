import { account } from './de/account.ts';
import { activity } from './de/activity.ts';
import { avatar } from './de/avatar.ts';
import { deleteAccount } from './de/delete-account.ts';
import { emailChange } from './de/email-change.ts';
import { emailVerification } from './de/email-verification.ts';
import { errors, fields, locks } from './de/errors.ts';
import { identities } from './de/identities.ts';
import { passkeys } from './de/passkeys.ts';
import { passwordChange } from './de/password-change.ts';
import { passwordReset } from './de/password-reset.ts';
import { passwordRules } from './de/password-rules.ts';
import { profile } from './de/profile.ts';
import { securityReport } from './de/security-report.ts';
import { sessions } from './de/sessions.ts';
import { stepUp } from './de/step-up.ts';
import { stepUpMethods } from './de/step-up-methods.ts';
import { twoFactor } from './de/two-factor.ts';
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
  stepUpMethods,
  twoFactor,
  passkeys,
  sessions,
  activity,
  passwordReset,
  securityReport,
  passwordRules,
  emailVerification,
};
