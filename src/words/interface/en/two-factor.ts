import type { Plural } from '../message.ts';

/** Beside the recovery codes. */
const left: Plural = { one: '{count} code left', other: '{count} codes left' };

/** Words of `TwoFactor`. */
export const twoFactor = {
  /** Heading of the section. */
  title: 'Two-step sign-in',
  /** Under the heading. */
  description: 'A code from an app on your phone, asked for beside your password.',
  /** What is switched on or off. */
  app: 'Authenticator app',
  /** Under it. */
  off: 'Off',
  on: 'On since {date}',
  /** Button while it is off. */
  setUp: 'Set up',
  /** Button while it is on. */
  turnOff: 'Turn off',
  /** What is kept for the day on which the phone is lost. */
  recovery: 'Recovery codes',
  left,
  /** In place of the count when all were used, and what that means. */
  noneLeft: 'None left',
  noneLeftWhy: 'Without recovery codes, a lost phone locks you out. Make new ones now.',
  /** Button beside them. */
  makeNew: 'Make new codes',
  /** Heading of the set-up. */
  scanTitle: 'Add your account to an authenticator app',
  /** Above the picture. */
  scan: 'Scan the square with the app, then enter the code that the app shows.',
  /** Name of the picture, read out in its place. */
  qrCode: 'QR code for your authenticator app',
  /** Above the key, which is there for those who cannot scan. */
  type: 'Cannot scan it? Give the app this key.',
  /** Above the field. */
  code: 'Code from the app',
  /** Under the field. */
  codeHelp: 'Six digits that change every half minute.',
  /** Button that switches it on. */
  enable: 'Turn on',
  /** When the set-up ran out. */
  ranOut: 'That took too long. Set it up again.',
  /** Heading over the codes. */
  codesTitle: 'Your recovery codes',
  /** Above the codes. */
  codesKeep:
    'Keep them in a safe place. Each opens your account once when your phone is gone. They are shown only now.',
  /** Buttons under the codes. */
  copy: 'Copy',
  copied: 'Copied',
  /** Where the browser does not let a page copy. */
  notCopied: 'Your browser does not allow it. Select and copy it yourself.',
  download: 'Download',
  print: 'Print',
  /** Name of the downloaded file, without its ending. */
  file: 'recovery-codes',
  /** Button that puts the codes away. */
  done: 'I have kept them',
  /** Beside the buttons, after the change. */
  enabled: 'Two-step sign-in is on.',
  disabled: 'Two-step sign-in is off.',
  /** In place of everything where there is no password yet. */
  noPassword: 'Choose a password first: the code is asked for beside it.',
  /** When the password is too short to stand alone. */
  passwordTooShort: 'Your password is too short without a second step. Choose a longer one first.',
};
