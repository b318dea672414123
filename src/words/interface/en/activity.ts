import type { Plural } from '../message.ts';

/** Read out, and shown beside the button, when older entries are there. */
const moreShown: Plural = {
  one: '{count} older one is shown.',
  other: '{count} older ones are shown.',
};

/** Words of `Activity`. */
export const activity = {
  /** Heading of the section. */
  title: 'Activity',
  /** Under the heading. */
  description: 'What happened to your account lately.',
  /** When there is nothing. */
  none: 'Nothing has happened yet.',
  /** One sentence for every event; `other` for one that this version does not know. */
  events: {
    signed_up: 'The account was created',
    account_provisioned: 'The account was created',
    signed_in: 'Signed in',
    sign_in_failed: 'A sign-in failed',
    second_factor_asked: 'A sign-in with the right password was asked for a code',
    signed_out: 'Signed out',
    session_ended: 'A session was signed out',
    other_sessions_ended: 'All other sessions were signed out',
    step_up_started: 'A confirmation was started',
    step_up_passed: 'You confirmed that it is you',
    step_up_failed: 'A confirmation failed',
    profile_updated: 'The profile was changed',
    avatar_changed: 'The picture was changed',
    avatar_removed: 'The picture was removed',
    email_change_requested: 'A new email address was asked for',
    email_change_resent: 'The link to the new email address was sent again',
    email_change_cancelled: 'The new email address was given up',
    email_changed: 'The email address was changed',
    email_change_reported: 'A change of address was reported',
    email_verification_sent: 'A link to verify the email address was sent',
    email_verified: 'The email address was verified',
    password_changed: 'The password was changed',
    password_change_failed: 'The old password was wrong when a new one was to be set',
    password_reset_requested: 'A link to choose a new password was sent',
    password_reset: 'A new password was chosen by mail',
    password_locked: 'The password was locked after too many wrong tries',
    totp_set_up: 'The set-up of an authenticator app was started',
    two_factor_enabled: 'Two-step sign-in was turned on',
    two_factor_disabled: 'Two-step sign-in was turned off',
    recovery_codes_created: 'New recovery codes were made',
    recovery_code_used: 'A recovery code was used',
    passkey_started: 'The set-up of a passkey was started',
    passkey_added: 'A passkey was added',
    passkey_renamed: 'A passkey was renamed',
    passkey_removed: 'A passkey was removed',
    security_event_reported: 'Something was reported as not yours',
    activity_reported: 'Something was reported as not yours',
    other: 'Something was changed',
  },
  /** Beside what this very session did. */
  here: 'This device',
  /** Button beside an entry; the longer one is read out in its place. */
  notMe: 'Not me',
  notMeNamed: 'Not me: {event}',
  /** Heading of the dialog behind it. */
  reportTitle: 'This wasn’t you?',
  /** In the dialog. */
  reportSays:
    'We sign out every other device and stop what is waiting for a confirmation. Then choose a new password.',
  /** Its button. */
  report: 'Sign out everywhere else',
  /** After it was pressed. */
  reported: 'Every other device is signed out. Now choose a new password.',
  /** Button that shows older entries. */
  more: 'Show older',
  moreShown,
};
