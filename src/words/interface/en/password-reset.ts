/** Words of `PasswordForgotten` and `PasswordReset`. */
export const passwordReset = {
  /** Heading of the page that asks for the mail. */
  forgottenTitle: 'Forgot your password?',
  /** Under it. */
  forgottenText: 'Tell us your email address. We mail you a link to choose a new password.',
  /** Label of the field. */
  email: 'Email address',
  /** The button. */
  send: 'Mail me a link',
  /** Afterwards, whether or not there is such an account; `{email}` as it was typed. */
  sent: 'If there is an account for {email}, a link is on its way. It works for one hour.',
  /** Heading of the page behind the link. */
  title: 'Choose a new password',
  /** Under it. */
  text: 'You will be signed out everywhere and sign in with the new one.',
  /** Label of the field. */
  newPassword: 'New password',
  /** The button. */
  reset: 'Set new password',
  /** Afterwards. */
  done: 'Your password is changed. Sign in with it.',
  /** When the address holds no token. */
  noToken: 'This link is not whole. Open the one in the newest mail.',
};
