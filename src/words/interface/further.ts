import type { activity } from './en/activity.ts';
import type { emailVerification } from './en/email-verification.ts';
import type { identities } from './en/identities.ts';
import type { passkeys } from './en/passkeys.ts';
import type { passwordReset } from './en/password-reset.ts';
import type { passwordRules } from './en/password-rules.ts';
import type { securityReport } from './en/security-report.ts';
import type { sessions } from './en/sessions.ts';
import type { stepUpMethods } from './en/step-up-methods.ts';
import type { twoFactor } from './en/two-factor.ts';

/** What components say that are loaded when they are shown. In English each brings its own. */
export interface FurtherWords {
  /** `TwoFactor`: authenticator app and recovery codes. */
  twoFactor: typeof twoFactor;
  /** `IdentityList`. */
  identities: typeof identities;
  /** `Passkeys`. */
  passkeys: typeof passkeys;
  /** `Sessions`. */
  sessions: typeof sessions;
  /** `Activity`: the events by their names, and "this wasn't me". */
  activity: typeof activity;
  /** `PasswordForgotten` and `PasswordReset`. */
  passwordReset: typeof passwordReset;
  /** `SecurityReport`, the page behind "this wasn't me" in a notice. */
  securityReport: typeof securityReport;
  /** The ways to prove oneself in `StepUpPrompt` beside the password. */
  stepUpMethods: typeof stepUpMethods;
  /** Under an address that is not verified, in `EmailChange`. */
  emailVerification: typeof emailVerification;
  /** The checklist and the meter under a new password. */
  passwordRules: typeof passwordRules;
}
