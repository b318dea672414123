import type { AccountAnswer, DoneAnswer } from './account.ts';
import type { ActivityAnswer, ListActivity, ReportActivity } from './activity.ts';
import type { CallOptions } from './backend.ts';
import type { LinkToken } from './email-change.ts';
import type { AddPasskey, RemovePasskey, RenamePasskey, StartPasskeyAnswer } from './passkeys.ts';
import type { RequestPasswordReset, ResetPassword } from './password-reset.ts';
import type { EndSession, SessionsAnswer } from './sessions.ts';
import type { StartStepUp, StartStepUpAnswer } from './step-up.ts';
import type { EnableTotp, RecoveryCodesAnswer, TotpSetUpAnswer } from './two-factor.ts';

/**
 * The part of a backend that not every server has: a method that is missing is refused with `not_allowed`, and the
 * abilities of the account should say so beforehand. Otherwise as `AccountBackend`.
 */
export interface SecurityBackend {
  /**
   * Begins a proof: answers options for the browser (`passkey`), or mails a code (`email_code`). Errors: `not_allowed`
   * (the method is not offered to this account), `rate_limited`.
   */
  startStepUp(input: StartStepUp, options?: CallOptions): Promise<StartStepUpAnswer>;
  /** Mails a link that shows whose the address is. Errors: `not_allowed` (verified, or mail is off), `rate_limited`. */
  resendVerification(input?: undefined, options?: CallOptions): Promise<AccountAnswer>;
  /**
   * Mails a link to choose a new password, if there is such an account; the answer never tells. Needs no session.
   * Errors: `validation_failed` (`malformed`), `rate_limited`, `not_allowed` (mail is off, or no passwords here).
   */
  requestPasswordReset(input: RequestPasswordReset, options?: CallOptions): Promise<DoneAnswer>;
  /**
   * Chooses a new password by a mailed link; ends every session, and starts none. Errors: `link_invalid`,
   * `link_expired`, `link_used`, `validation_failed` (`password_…`).
   */
  resetPassword(input: ResetPassword, options?: CallOptions): Promise<DoneAnswer>;
  /**
   * "This wasn't me", from the notice of any security event: ends every session and every waiting change, and mails a
   * link to choose a new password. Needs no session. Errors: `link_invalid`, `link_expired`, `link_used`.
   */
  reportSecurityEvent(input: LinkToken, options?: CallOptions): Promise<DoneAnswer>;
  /** Makes a secret for an authenticator app. Errors: `step_up_required`, `not_allowed` (it is on already). */
  setUpTotp(input?: undefined, options?: CallOptions): Promise<TotpSetUpAnswer>;
  /**
   * Switches the second factor on with the first code. Errors: `validation_failed` (`wrong_code`), `not_found` (no
   * set-up waits, or it ran out), `rate_limited`.
   */
  enableTotp(input: EnableTotp, options?: CallOptions): Promise<RecoveryCodesAnswer>;
  /**
   * Switches the second factor off; the recovery codes go with it. Errors: `step_up_required`, `not_allowed` (the
   * password is too short to stand alone: choose a longer one first).
   */
  disableTwoFactor(input?: undefined, options?: CallOptions): Promise<AccountAnswer>;
  /** Makes ten new recovery codes; the old ones stop working. Errors: `step_up_required`, `not_allowed` (it is off). */
  createRecoveryCodes(input?: undefined, options?: CallOptions): Promise<RecoveryCodesAnswer>;
  /** Answers what a browser needs to make a passkey. Asks for the proof of `addPasskey` and does not use it up. */
  startPasskey(input?: undefined, options?: CallOptions): Promise<StartPasskeyAnswer>;
  /** Adds the passkey. Errors: `step_up_required`, `validation_failed` (`passkey_refused`, `passkey_known`, `too_many`). */
  addPasskey(input: AddPasskey, options?: CallOptions): Promise<AccountAnswer>;
  /** Names a passkey. Errors: `not_found`, `validation_failed`. */
  renamePasskey(input: RenamePasskey, options?: CallOptions): Promise<AccountAnswer>;
  /** Removes a passkey. Errors: `step_up_required`, `not_found`, `not_allowed` (it is the last way to sign in). */
  removePasskey(input: RemovePasskey, options?: CallOptions): Promise<AccountAnswer>;
  /** Where somebody is signed in. Errors: `not_allowed` (the host has its own sessions). */
  listSessions(input?: undefined, options?: CallOptions): Promise<SessionsAnswer>;
  /** Ends one session; none there is no error. The current one cannot be ended so (`not_allowed`): sign out. */
  endSession(input: EndSession, options?: CallOptions): Promise<SessionsAnswer>;
  /** Ends every session but this one, and every waiting change. */
  endOtherSessions(input?: undefined, options?: CallOptions): Promise<SessionsAnswer>;
  /** What happened to the account, 20 entries at a time, newest first. Errors: `validation_failed` (`before`). */
  listActivity(input?: ListActivity, options?: CallOptions): Promise<ActivityAnswer>;
  /**
   * "This wasn't me", about one entry: ends every session but this one, every waiting change and every proof. Errors:
   * `not_found`.
   */
  reportActivity(input: ReportActivity, options?: CallOptions): Promise<AccountAnswer>;
}
