/** Words of `StepUpPrompt`. */
export const stepUp = {
  /** Heading of the dialog. */
  title: 'Confirm it’s you',
  /** Under the heading, by what is to be confirmed. */
  requestEmailChange: 'Enter your password to change your e-mail address.',
  changePassword: 'Enter your current password to set a new one.',
  deleteAccount: 'Enter your password to delete your account.',
  /** For a purpose that this version does not know. */
  other: 'Enter your password to go on.',
  /** Label of the field. */
  password: 'Password',
  /** The button. */
  confirm: 'Confirm',
  /** In place of the field when the account has no password here. */
  signInAgain: 'Sign in again to show that it is you, then come back.',
  /** Button beside `signInAgain` after signing in elsewhere. */
  signedIn: 'I have signed in',
  /** After pressing `signedIn` without having signed in again. */
  notYet: 'Not yet. Sign in again first.',
  /** When none of the offered ways is known. */
  noMethod: 'There is no way to confirm it here.',
};
