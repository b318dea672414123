import type { AccountError } from '../../contract/account-error.ts';
import type { Problem, ServerErrorCode } from '../../contract/errors.ts';
import { errorStatus } from '../../contract/errors.ts';
import type { HttpAnswer } from './exchange.ts';
import { personalHeaders } from './headers.ts';

/** For developers who read an answer; people read the sentences of `words/`. */
const titles: Record<ServerErrorCode, string> = {
  unreadable: 'The body cannot be read as what it claims to be.',
  not_signed_in: 'There is no session.',
  session_ended: 'The session has ended.',
  second_factor_required: 'The password is right; a second factor is asked for, too.',
  step_up_required: 'A fresh proof of who is asking is needed for this operation.',
  cross_site: "The request comes from another site's page.",
  not_allowed: 'This account may not do this.',
  password_locked: 'Too many wrong tries in a row; a new password has to be chosen by mail.',
  not_found: 'There is nothing here.',
  method_not_allowed: 'The path does not take this method.',
  username_taken: 'Somebody has this username.',
  email_taken: 'Somebody has this address.',
  account_switched: 'The session belongs to another account than the one the page shows.',
  link_invalid: 'The link is not valid.',
  link_expired: 'The link has run out.',
  link_used: 'The link was used already.',
  version_conflict: 'The account was changed since this version.',
  too_large: 'The body is larger than the operation takes.',
  unsupported_media_type: 'The content type, its charset or its encoding is not taken.',
  validation_failed: 'One or more fields were refused.',
  rate_limited: 'Too many tries.',
  unavailable: 'The server cannot do this now.',
};

/** Whether the error is one that an answer can carry. */
export function isServerCode(code: string): code is ServerErrorCode {
  return Object.hasOwn(errorStatus, code);
}

/** Turns an error into its answer, RFC 9457. */
export function problemAnswer(
  code: ServerErrorCode,
  error: AccountError,
  options: {
    stepUpStatus: 401 | 403;
    maxAgeSeconds: number;
    /** Fields that belong to this answer alone. */
    more: Readonly<Record<string, string>>;
  },
): HttpAnswer {
  const status = code === 'step_up_required' ? options.stepUpStatus : errorStatus[code];
  const problem: Problem = {
    type: `tag:selvedge,2026:${code}`,
    title: titles[code],
    status,
    code,
    ...(error.errors.length > 0 ? { errors: [...error.errors] } : {}),
    ...(error.retryAfterSeconds === undefined
      ? {}
      : { retryAfterSeconds: error.retryAfterSeconds }),
    ...(error.stepUp === undefined ? {} : { stepUp: error.stepUp }),
    ...(error.reason === undefined ? {} : { reason: error.reason }),
    ...(error.account === undefined ? {} : { account: error.account }),
  };
  const headers: Record<string, string> = {
    ...personalHeaders,
    'content-type': 'application/problem+json; charset=utf-8',
    ...options.more,
  };
  if (error.retryAfterSeconds !== undefined) {
    headers['retry-after'] = String(Math.ceil(error.retryAfterSeconds));
  }
  if (code === 'step_up_required') {
    // RFC 9470. The age is a hint: what counts is a grant for this one purpose.
    headers['www-authenticate'] =
      'Bearer error="insufficient_user_authentication", ' +
      `error_description="${titles[code]}", max_age="${options.maxAgeSeconds}"`;
  } else if (status === 401) {
    headers['www-authenticate'] = 'Bearer realm="account"';
  }
  return { status, headers, cookies: [], body: JSON.stringify(problem) };
}
