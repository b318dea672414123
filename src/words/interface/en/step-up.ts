/** Words of `StepUpPrompt`. What it says of other ways than the password is in `stepUpMethods`. */
export const stepUp = {
  /** Heading of the dialog. */
  title: 'Confirm it’s you',
  /** Under the heading, by what is to be confirmed. */
  requestEmailChange: 'Enter your password to change your email address.',
  changePassword: 'Enter your current password to set a new one.',
  deleteAccount: 'Enter your password to delete your account.',
  setUpTotp: 'Enter your password to set up two-step sign-in.',
  disableTwoFactor: 'Enter your password to turn off two-step sign-in.',
  createRecoveryCodes: 'Enter your password to make new recovery codes.',
  addPasskey: 'Enter your password to add a passkey.',
  removePasskey: 'Enter your password to remove a passkey.',
  /** For everything else. */
  other: 'Enter your password to go on.',
  /** Label of the field. */
  password: 'Password',
  /** The button. */
  confirm: 'Confirm',
};
