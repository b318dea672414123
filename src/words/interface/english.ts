import { activity } from './en/activity.ts';
import { emailVerification } from './en/email-verification.ts';
import { identities } from './en/identities.ts';
import { passkeys } from './en/passkeys.ts';
import { passwordReset } from './en/password-reset.ts';
import { passwordRules } from './en/password-rules.ts';
import { securityReport } from './en/security-report.ts';
import { sessions } from './en/sessions.ts';
import { stepUpMethods } from './en/step-up-methods.ts';
import { twoFactor } from './en/two-factor.ts';
import type { CompleteWords } from './en.ts';
import { en } from './en.ts';

/**
 * Everything that the package says in English, to change any sentence of it or to translate all of it. A page that shows
 * `en` as it is pays only for the sentences of the components it shows.
 */
export const english: CompleteWords = {
  ...en,
  activity,
  emailVerification,
  identities,
  passkeys,
  passwordReset,
  passwordRules,
  securityReport,
  sessions,
  stepUpMethods,
  twoFactor,
};
