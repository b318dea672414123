/** The ways to prove oneself in `StepUpPrompt` beside the password. */
export const stepUpMethods = {
  /** Over the list of other ways, and the button that opens it. */
  another: 'Use another way',
  /** In that list. */
  password: 'Password',
  passkey: 'Passkey',
  totp: 'Authenticator app',
  recovery_code: 'Recovery code',
  email_code: 'Code by e-mail',
  sign_in: 'Sign in again',
  /** Under the heading, while the app's code is asked for. */
  totpAsk: 'Enter the code that your authenticator app shows.',
  /** The same for a recovery code. */
  recovery_codeAsk: 'Enter one of your recovery codes. Each works once.',
  /** The same for a code by mail; `{email}` is the account's address. */
  email_codeAsk: 'We mailed a code to {email}. It works for ten minutes.',
  /** While that mail is asked for. */
  email_codeSending: 'Sending a code …',
  /** Button that mails another code. */
  email_codeResend: 'Send another code',
  /** The same for a passkey. */
  passkeyAsk: 'Your browser asks for your fingerprint, face, or device PIN.',
  /** Label of a field for six digits. */
  code: 'Code',
  /** Label of the field for a recovery code. */
  recoveryCode: 'Recovery code',
  /** Button that asks the browser for the passkey. */
  usePasskey: 'Use passkey',
  /** When the browser's own dialog was closed, or found nothing. */
  passkeyStopped: 'That did not work. Try again, or use another way.',
  /** Button under the password field. */
  forgotten: 'Forgot your password?',
  /** After it was pressed; `{email}` is the account's address. */
  forgottenSent: 'We mailed a link to {email}. Choose a new password there, then come back.',
};
