import type { Plural } from '../message.ts';

/** On the button that mails a code, as long as it is too early. */
const email_codeWait: Plural = {
  one: 'Send another code in {count} second',
  other: 'Send another code in {count} seconds',
};

/** The ways to prove oneself in `StepUpPrompt` beside the password. */
export const stepUpMethods = {
  /** Over the list of other ways, and the button that opens it. */
  another: 'Use another way',
  /** In that list. */
  password: 'Password',
  passkey: 'Passkey',
  totp: 'Authenticator app',
  recovery_code: 'Recovery code',
  email_code: 'Code by email',
  sign_in: 'Sign in again',
  /** Under each of them: what it takes. */
  passwordNeeds: 'The one you sign in with',
  passkeyNeeds: 'Fingerprint, face or device PIN',
  totpNeeds: 'Six digits from the app on your phone',
  recovery_codeNeeds: 'One of the codes that you kept',
  email_codeNeeds: 'Six digits in a mail to you',
  sign_inNeeds: 'On the sign-in page, then come back',
  /** What is confirmed, as it stands at the place of `{purpose}` in the sentences below. */
  purposes: {
    requestEmailChange: 'change your email address',
    changePassword: 'change your password',
    deleteAccount: 'delete your account',
    setUpTotp: 'set up two-step sign-in',
    disableTwoFactor: 'turn off two-step sign-in',
    createRecoveryCodes: 'make new recovery codes',
    addPasskey: 'add a passkey',
    removePasskey: 'remove a passkey',
    /** For what this version does not know. */
    other: 'go on',
  },
  /** Under the heading, while the app's code is asked for. */
  totpAsk: 'To {purpose}, enter the code that your authenticator app shows.',
  /** The same for a recovery code. */
  recovery_codeAsk: 'To {purpose}, enter one of your recovery codes. Each works once.',
  /** The same for a code by mail; `{email}` is the account's address. */
  email_codeAsk:
    'To {purpose}, enter the code that we mailed to {email}. It works for ten minutes.',
  /** While that mail is asked for. */
  email_codeSending: 'Sending a code to {email} …',
  /** When it was asked for too soon after another, or did not go out. */
  email_codeNewest: 'To {purpose}, enter the newest code that we mailed to {email}.',
  /** Button that mails another code, and what is said then. */
  email_codeResend: 'Send another code',
  email_codeWait,
  email_codeSent: 'Another code is on its way.',
  /** The same for a passkey. */
  passkeyAsk: 'To {purpose}, use your passkey. Your browser asks for it.',
  /** The same for a new sign-in. */
  sign_inAsk: 'To {purpose}, sign in again, then come back.',
  /** Label of a field for six digits. */
  code: 'Code',
  /** Label of the field for a recovery code. */
  recoveryCode: 'Recovery code',
  /** Button that asks the browser for the passkey. */
  usePasskey: 'Use passkey',
  /** When the browser's own dialog was closed, or found nothing. */
  passkeyStopped: 'No passkey was used. Try again when you are ready.',
  /** Button beside `sign_inAsk` after signing in elsewhere. */
  signedIn: 'I have signed in',
  /** After pressing it without having signed in again. */
  notYet: 'Not yet. Sign in again first.',
  /** When none of the offered ways is known. */
  noMethod: 'There is no way to confirm it here.',
  /** Button under the password field. */
  forgotten: 'Forgot your password?',
  /** After it was pressed; `{email}` is the account's address. */
  forgottenSent: 'We mailed a link to {email}. Choose a new password there, then come back.',
};
