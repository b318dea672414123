import type { Account } from './account.ts';
import type { ErrorCode, FieldError, StepUpChallenge } from './errors.ts';

/** What an `AccountError` may carry beside its code. */
export interface AccountErrorDetails {
  /** The refused fields, with `validation_failed` and with `username_taken`, `email_taken`. */
  errors?: readonly FieldError[];
  /** Seconds until the next try may work, with `rate_limited` and sometimes `unavailable`. */
  retryAfterSeconds?: number;
  /** What to prove, with `step_up_required`. */
  stepUp?: StepUpChallenge;
  /** The newest account, with `version_conflict`. */
  account?: Account;
  /** The ability's reason, with `not_allowed`. */
  reason?: string;
  /** What went wrong underneath, for logs of the host; never shown. */
  cause?: unknown;
}

const brand = Symbol.for('selvedge.AccountError');

/** The one error that every backend and every rule throws. Compare `code`, never the text. */
export class AccountError extends Error {
  /** What happened: the only thing to decide by. */
  readonly code: ErrorCode;
  /** The refused fields; empty where the code is about no field. */
  readonly errors: readonly FieldError[];
  /** Seconds until the next try may work; undefined when nobody knows. */
  readonly retryAfterSeconds: number | undefined;
  /** What to prove; only with `step_up_required`. */
  readonly stepUp: StepUpChallenge | undefined;
  /** The newest account; only with `version_conflict`. */
  readonly account: Account | undefined;
  /** A `LockReason`; only with `not_allowed`, and not always there. */
  readonly reason: string | undefined;

  constructor(code: ErrorCode, details: AccountErrorDetails = {}) {
    super(code, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'AccountError';
    this.code = code;
    this.errors = details.errors ?? [];
    this.retryAfterSeconds = details.retryAfterSeconds;
    this.stepUp = details.stepUp;
    this.account = details.account;
    this.reason = details.reason;
    Object.defineProperty(this, brand, { value: true });
  }
}

/** Tells an `AccountError`, also one that was made by another copy of this package. */
export function isAccountError(error: unknown): error is AccountError {
  return typeof error === 'object' && error !== null && brand in error;
}

/** An error about one field of the input. */
export function fieldError(
  pointer: string,
  code: FieldError['code'],
  params: FieldError['params'] = {},
): AccountError {
  return new AccountError('validation_failed', { errors: [{ pointer, code, params }] });
}
