import type { AccountAnswer, DoneAnswer } from './account.ts';
import type { SetAvatar } from './avatar.ts';
import type { LinkToken, RequestEmailChange } from './email-change.ts';
import type { ChangePassword } from './password-change.ts';
import type { UpdateProfile } from './profile.ts';
import type { SecurityBackend } from './security-backend.ts';
import type { StepUp } from './step-up.ts';

/** What goes beside the input of an operation. Every part is optional. */
export interface CallOptions {
  /** Cancels the call; it then rejects with the code `aborted`. */
  signal?: AbortSignal;
  /** The account that the page shows; another one's session is refused with `account_switched`. */
  accountId?: string;
  /**
   * The version that the input was made from; an older one than the stored is refused with `version_conflict`. Only
   * `updateProfile` reads it; absent accepts any.
   */
  version?: number;
  /** Progress of an upload, from 0 to 1. Only `setAvatar` calls it. */
  onProgress?: (fraction: number) => void;
}

/**
 * What the components talk to. Implement it for any server: one method per operation, each rejecting with an
 * `AccountError`. Beside the codes named here, each may reject with `unavailable`, `offline`, `aborted` and
 * `unexpected`; and each that needs a session with `not_signed_in`, `session_ended` and `account_switched`.
 * `describeBackend` from `selvedge/testing` tells whether an implementation is right.
 */
export interface AccountBackend extends Partial<SecurityBackend> {
  /** The account of the session. Errors: `not_found` where a host's session has no account. */
  getAccount(input?: undefined, options?: CallOptions): Promise<AccountAnswer>;
  /** Changes fields of the profile. Errors: `validation_failed`, `username_taken`, `version_conflict`. */
  updateProfile(input: UpdateProfile, options?: CallOptions): Promise<AccountAnswer>;
  /**
   * Asks for a new address; it is pending until its link is followed, or, where mail is switched off, changes at
   * once. Errors: `step_up_required`, `validation_failed` (`malformed`, `email_same`), `rate_limited`, and
   * `email_taken` only where mail is off.
   */
  requestEmailChange(input: RequestEmailChange, options?: CallOptions): Promise<AccountAnswer>;
  /** Mails the link once more; older links stop working. Errors: `not_found` (nothing pending), `rate_limited`. */
  resendEmailChange(input?: undefined, options?: CallOptions): Promise<AccountAnswer>;
  /** Gives up the pending address. Nothing pending is no error. */
  cancelEmailChange(input?: undefined, options?: CallOptions): Promise<AccountAnswer>;
  /**
   * Makes the new address the account's, verified. Needs no session. Errors: `link_invalid`, `link_expired`,
   * `link_used`, `email_taken` (somebody took it meanwhile).
   */
  confirmEmailChange(input: LinkToken, options?: CallOptions): Promise<DoneAnswer>;
  /**
   * "This wasn't me": cancels a pending change, or puts the old address back, and ends every session. Needs no
   * session. Errors: `link_invalid`, `link_expired`, `link_used`.
   */
  reportEmailChange(input: LinkToken, options?: CallOptions): Promise<DoneAnswer>;
  /**
   * Sets a new password; ends all other sessions and a pending change of address. Errors: `step_up_required`,
   * `validation_failed` (`password_…`, `wrong_password`), `not_allowed` (no password here), `rate_limited` (only with
   * `oldPassword`).
   */
  changePassword(input: ChangePassword, options?: CallOptions): Promise<AccountAnswer>;
  /** Sets the picture. Errors: `too_large`, `unsupported_media_type`, `validation_failed` (`image_…`). */
  setAvatar(input: SetAvatar, options?: CallOptions): Promise<AccountAnswer>;
  /** Removes the picture. None there is no error. */
  removeAvatar(input?: undefined, options?: CallOptions): Promise<AccountAnswer>;
  /** Deletes the account for good, and with it every session. Errors: `step_up_required`. */
  deleteAccount(input?: undefined, options?: CallOptions): Promise<DoneAnswer>;
  /**
   * Proves that it is you: the next call of the operation named by `purpose` finds the proof by itself. Errors:
   * `validation_failed` (`wrong_password`, `wrong_code`, `passkey_refused`), `rate_limited`, `password_locked`,
   * `step_up_required` (this way is not offered, or the sign-in is too old; `stepUp` says which ways are), `not_allowed`
   * (the server asks for no proof for this purpose).
   */
  stepUp(input: StepUp, options?: CallOptions): Promise<AccountAnswer>;
}

/** A backend that has everything, as `createHttpBackend` and `createMemoryBackend` make. */
export type FullBackend = AccountBackend & SecurityBackend;
