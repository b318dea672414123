/** One row of the wire. The HTTP client, the HTTP server and the OpenAPI document are loops over such rows. */
export interface Operation {
  /** HTTP method; with the path it is unique in the table. */
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the base path. `{id}` in it is the `id` of the input; the rest of a GET's input stands in the query. */
  path: string;
  /** `session`: the signed-in person; `link`: whoever holds the token of a mail; `anyone`. */
  caller: 'session' | 'link' | 'anyone';
  /** What the body holds: JSON judged by the input's schema, or the bytes of a picture. Default: nothing. */
  body?: 'json' | 'image';
  /** Whether it needs a proof by default: of its own name, or of the operation that it begins. */
  stepUp?: true | 'addPasskey';
  /** Whether it reads `If-Match`. */
  conditional?: true;
}

/** Every operation: name → wire. The paths are those of the systems we follow. Schemas stand in `schemas.ts`. */
export const operations = {
  getAccount: { method: 'GET', path: '/users/me', caller: 'session' },
  updateProfile: {
    method: 'PUT',
    path: '/users/me',
    caller: 'session',
    body: 'json',
    conditional: true,
  },
  deleteAccount: { method: 'DELETE', path: '/users/me', caller: 'session', stepUp: true },
  requestEmailChange: {
    method: 'PUT',
    path: '/users/me/email',
    caller: 'session',
    body: 'json',
    stepUp: true,
  },
  resendEmailChange: { method: 'POST', path: '/users/me/email/pending/resend', caller: 'session' },
  cancelEmailChange: { method: 'DELETE', path: '/users/me/email/pending', caller: 'session' },
  confirmEmailChange: { method: 'POST', path: '/email/verification', caller: 'link', body: 'json' },
  reportEmailChange: { method: 'POST', path: '/email/report', caller: 'link', body: 'json' },
  changePassword: {
    method: 'PUT',
    path: '/users/me/password',
    caller: 'session',
    body: 'json',
    stepUp: true,
  },
  setAvatar: { method: 'PUT', path: '/users/me/avatar', caller: 'session', body: 'image' },
  removeAvatar: { method: 'DELETE', path: '/users/me/avatar', caller: 'session' },
  startStepUp: { method: 'POST', path: '/step-up/start', caller: 'session', body: 'json' },
  stepUp: { method: 'POST', path: '/step-up', caller: 'session', body: 'json' },
  resendVerification: { method: 'POST', path: '/users/me/email/verification', caller: 'session' },
  requestPasswordReset: {
    method: 'POST',
    path: '/password/forgot',
    caller: 'anyone',
    body: 'json',
  },
  resetPassword: { method: 'POST', path: '/password/reset', caller: 'link', body: 'json' },
  reportSecurityEvent: { method: 'POST', path: '/security/report', caller: 'link', body: 'json' },
  setUpTotp: { method: 'POST', path: '/users/me/two-factor/totp', caller: 'session', stepUp: true },
  enableTotp: { method: 'PUT', path: '/users/me/two-factor/totp', caller: 'session', body: 'json' },
  disableTwoFactor: {
    method: 'DELETE',
    path: '/users/me/two-factor',
    caller: 'session',
    stepUp: true,
  },
  createRecoveryCodes: {
    method: 'POST',
    path: '/users/me/two-factor/recovery-codes',
    caller: 'session',
    stepUp: true,
  },
  startPasskey: {
    method: 'POST',
    path: '/users/me/passkeys/start',
    caller: 'session',
    stepUp: 'addPasskey',
  },
  addPasskey: {
    method: 'POST',
    path: '/users/me/passkeys',
    caller: 'session',
    body: 'json',
    stepUp: true,
  },
  renamePasskey: {
    method: 'PUT',
    path: '/users/me/passkeys/{id}',
    caller: 'session',
    body: 'json',
  },
  removePasskey: {
    method: 'DELETE',
    path: '/users/me/passkeys/{id}',
    caller: 'session',
    stepUp: true,
  },
  listSessions: { method: 'GET', path: '/users/me/sessions', caller: 'session' },
  endSession: { method: 'DELETE', path: '/users/me/sessions/{id}', caller: 'session' },
  endOtherSessions: { method: 'DELETE', path: '/users/me/sessions', caller: 'session' },
  listActivity: { method: 'GET', path: '/users/me/activity', caller: 'session' },
  reportActivity: { method: 'POST', path: '/users/me/activity/{id}/report', caller: 'session' },
} as const satisfies Record<string, Operation>;

/** The name of an operation. */
export type OperationName = keyof typeof operations;

/** Sign-up, sign-in, sign-out: mounted only with the package's own sessions, and no part of a backend. */
export const sessionOperations = {
  signUp: { method: 'POST', path: '/register', caller: 'anyone', body: 'json' },
  signIn: { method: 'POST', path: '/login', caller: 'anyone', body: 'json' },
  startPasskeySignIn: { method: 'POST', path: '/login/passkey/start', caller: 'anyone' },
  signInWithPasskey: { method: 'POST', path: '/login/passkey', caller: 'anyone', body: 'json' },
  signOut: { method: 'POST', path: '/logout', caller: 'anyone' },
} as const satisfies Record<string, Operation>;

/** The name of a session operation. */
export type SessionOperationName = keyof typeof sessionOperations;
