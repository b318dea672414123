/** Words of `SecurityReport`. */
export const securityReport = {
  /** Heading of the page behind "this wasn't me" in a notice. */
  title: 'This wasn’t you?',
  /** Under it. */
  text: 'We sign out every device, stop what is waiting for a confirmation, and mail you a link to choose a new password.',
  /** The button. */
  report: 'Secure my account',
  /** Afterwards; `{address}` is the masked address. */
  reported:
    'Every device is signed out. A link to choose a new password is on its way to {address}.',
  /** In place of it when no link is mailed: this address is no longer the account’s, or passwords are kept elsewhere. */
  reportedWithoutMail: 'Every device is signed out.',
};
