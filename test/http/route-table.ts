import type { StepUpPurpose } from '../../src/contract/step-up.ts';
import type { RateClass } from '../../src/server/http/rate-limits.ts';

/** What is true of one route. Whoever adds a route adds its row; the test beside it holds every column by requests. */
export interface RouteRow {
  /** `METHOD /path`, as the server lists it. */
  route: string;
  /** Who may: the signed-in person, whoever holds the token of a mail, anyone. */
  caller: 'session' | 'link' | 'anyone';
  /** What a page of another site gets: nothing at all, or an answer that its scripts cannot read. */
  crossSite: 'refused' | 'unreadable';
  /** The purpose of the proof that is asked for; null: none. */
  stepUp: StepUpPurpose | null;
  /** The limits that it counts in. */
  rate: readonly RateClass[];
  /** What it writes into the security log of the account; null: nothing. */
  audit: string | null;
  /** Whether somebody may keep the answer. */
  cache: 'never' | 'for ever';
  /** What it does to cookies, by the ends of their names. */
  cookies: 'none' | 'starts a session' | 'ends the session' | 'hands a grant' | 'uses a grant';
  /** Kinds of what it queues, at once or by way of what was queued. */
  mails: readonly string[];
}

const read = {
  crossSite: 'unreadable',
  stepUp: null,
  rate: [],
  audit: null,
  cache: 'never',
  cookies: 'none',
  mails: [],
} as const;
const write = { ...read, crossSite: 'refused' } as const;
const own = { ...write, caller: 'session' } as const;
const proved = { ...own, cookies: 'uses a grant' } as const;
const linked = { ...write, caller: 'link' } as const;
const entry = { ...write, caller: 'anyone', cookies: 'starts a session' } as const;

/** Every route, by the name of its operation. */
export const routeTable: Readonly<Record<string, RouteRow>> = {
  getAccount: { ...read, route: 'GET /users/me', caller: 'session' },
  updateProfile: { ...own, route: 'PUT /users/me', audit: 'profile_updated' },
  deleteAccount: {
    ...own,
    route: 'DELETE /users/me',
    stepUp: 'deleteAccount',
    audit: 'account_deleted',
    cookies: 'ends the session',
    mails: ['account_deleted'],
  },
  requestEmailChange: {
    ...proved,
    route: 'PUT /users/me/email',
    stepUp: 'requestEmailChange',
    rate: ['mails'],
    audit: 'email_change_requested',
    mails: ['email_change_link', 'email_change_requested'],
  },
  resendEmailChange: {
    ...own,
    route: 'POST /users/me/email/pending/resend',
    rate: ['mails'],
    audit: 'email_change_resent',
    mails: ['email_change_link'],
  },
  cancelEmailChange: {
    ...own,
    route: 'DELETE /users/me/email/pending',
    audit: 'email_change_cancelled',
  },
  confirmEmailChange: {
    ...linked,
    route: 'POST /email/verification',
    audit: 'email_changed',
    mails: ['email_changed'],
  },
  reportEmailChange: { ...linked, route: 'POST /email/report', audit: 'email_change_reported' },
  changePassword: {
    ...proved,
    route: 'PUT /users/me/password',
    stepUp: 'changePassword',
    rate: ['proofs'],
    audit: 'password_changed',
    mails: ['password_changed'],
  },
  setAvatar: { ...own, route: 'PUT /users/me/avatar', audit: 'avatar_changed' },
  removeAvatar: { ...own, route: 'DELETE /users/me/avatar', audit: 'avatar_removed' },
  startStepUp: {
    ...own,
    route: 'POST /step-up/start',
    rate: ['mails'],
    audit: 'step_up_started',
    mails: ['step_up_code'],
  },
  stepUp: {
    ...own,
    route: 'POST /step-up',
    rate: ['proofs'],
    audit: 'step_up_passed',
    cookies: 'hands a grant',
  },
  resendVerification: {
    ...own,
    route: 'POST /users/me/email/verification',
    rate: ['mails'],
    audit: 'email_verification_sent',
    mails: ['email_verification'],
  },
  requestPasswordReset: {
    ...write,
    route: 'POST /password/forgot',
    caller: 'anyone',
    rate: ['addresses'],
    audit: 'password_reset_requested',
    mails: ['password_reset_request', 'password_reset_link'],
  },
  resetPassword: {
    ...linked,
    route: 'POST /password/reset',
    audit: 'password_reset',
    mails: ['password_reset'],
  },
  reportSecurityEvent: {
    ...linked,
    route: 'POST /security/report',
    audit: 'security_event_reported',
    mails: ['password_reset_link'],
  },
  setUpTotp: {
    ...proved,
    route: 'POST /users/me/two-factor/totp',
    stepUp: 'setUpTotp',
    audit: 'totp_set_up',
  },
  enableTotp: {
    ...own,
    route: 'PUT /users/me/two-factor/totp',
    rate: ['proofs'],
    audit: 'two_factor_enabled',
    mails: ['two_factor_enabled'],
  },
  disableTwoFactor: {
    ...proved,
    route: 'DELETE /users/me/two-factor',
    stepUp: 'disableTwoFactor',
    audit: 'two_factor_disabled',
    mails: ['two_factor_disabled'],
  },
  createRecoveryCodes: {
    ...proved,
    route: 'POST /users/me/two-factor/recovery-codes',
    stepUp: 'createRecoveryCodes',
    audit: 'recovery_codes_created',
    mails: ['recovery_codes_created'],
  },
  startPasskey: {
    ...own,
    route: 'POST /users/me/passkeys/start',
    stepUp: 'addPasskey',
    audit: 'passkey_started',
  },
  addPasskey: {
    ...proved,
    route: 'POST /users/me/passkeys',
    stepUp: 'addPasskey',
    audit: 'passkey_added',
    mails: ['passkey_added'],
  },
  renamePasskey: { ...own, route: 'PUT /users/me/passkeys/{id}', audit: 'passkey_renamed' },
  removePasskey: {
    ...proved,
    route: 'DELETE /users/me/passkeys/{id}',
    stepUp: 'removePasskey',
    audit: 'passkey_removed',
    mails: ['passkey_removed'],
  },
  listSessions: { ...read, route: 'GET /users/me/sessions', caller: 'session' },
  endSession: { ...own, route: 'DELETE /users/me/sessions/{id}', audit: 'session_ended' },
  endOtherSessions: { ...own, route: 'DELETE /users/me/sessions', audit: 'other_sessions_ended' },
  listActivity: { ...read, route: 'GET /users/me/activity', caller: 'session' },
  reportActivity: {
    ...own,
    route: 'POST /users/me/activity/{id}/report',
    audit: 'activity_reported',
  },
  signUp: {
    ...entry,
    route: 'POST /register',
    rate: ['addresses', 'signUps'],
    audit: 'signed_up',
    mails: ['email_verification'],
  },
  signIn: {
    ...entry,
    route: 'POST /login',
    rate: ['addresses', 'proofs'],
    audit: 'signed_in',
    mails: ['new_sign_in'],
  },
  startPasskeySignIn: {
    ...write,
    route: 'POST /login/passkey/start',
    caller: 'anyone',
    rate: ['addresses'],
  },
  signInWithPasskey: {
    ...entry,
    route: 'POST /login/passkey',
    rate: ['addresses'],
    audit: 'signed_in',
    mails: ['new_sign_in'],
  },
  signOut: {
    ...write,
    route: 'POST /logout',
    caller: 'anyone',
    audit: 'signed_out',
    cookies: 'ends the session',
  },
  getAvatarBytes: {
    ...read,
    route: 'GET /avatars/{account}/{name}.webp',
    caller: 'anyone',
    cache: 'for ever',
  },
  health: { ...read, route: 'GET /health', caller: 'anyone' },
  ready: { ...read, route: 'GET /ready', caller: 'anyone' },
};
