import { en } from 'selvedge/locales/en';
import { activity } from '../../src/words/interface/en/activity.ts';
import { emailVerification } from '../../src/words/interface/en/email-verification.ts';
import { identities } from '../../src/words/interface/en/identities.ts';
import { passkeys } from '../../src/words/interface/en/passkeys.ts';
import { passwordReset } from '../../src/words/interface/en/password-reset.ts';
import { passwordRules } from '../../src/words/interface/en/password-rules.ts';
import { securityReport } from '../../src/words/interface/en/security-report.ts';
import { sessions } from '../../src/words/interface/en/sessions.ts';
import { stepUpMethods } from '../../src/words/interface/en/step-up-methods.ts';
import { twoFactor } from '../../src/words/interface/en/two-factor.ts';
import type { CompleteWords } from '../../src/words/interface/en.ts';

/** Everything that the package says in English: `en`, and what the further components bring along. */
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
