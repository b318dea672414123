import type { Plural } from '../message.ts';

/** On the button that mails the link once more, as long as it is too early. */
const resendIn: Plural = {
  one: 'Send again in {count} second',
  other: 'Send again in {count} seconds',
};

/** Words of `EmailChange`, `EmailChangeConfirmation` and `EmailChangeReport`. */
export const emailChange = {
  /** Heading of the section. */
  title: 'Email address',
  /** Under the heading. */
  description: 'Where we reach you, and what you sign in with.',
  /** Name of the row with the present address. */
  current: 'Current address',
  /** Beside the address: the person has shown that it is theirs. */
  verified: 'Verified',
  /** Beside the address: not shown yet. */
  unverified: 'Not verified',
  /** Label of the field. */
  newEmail: 'New address',
  /** Under the field. */
  help: 'We send a link there. Nothing changes until you open it.',
  /** The button. */
  send: 'Send link',
  /** Heading of the notice while a link is on its way. */
  pendingTitle: 'Open the link we sent to {address}',
  /** Under it. `{date}` is a date and time. */
  pendingText: 'Until then your address stays as it is. The link works until {date}.',
  /** The same when the link has expired. */
  expired: 'The link has expired. Send a new one.',
  /** Button that mails the link once more. */
  resend: 'Send again',
  resendIn,
  /** Read out, and shown, after it was sent again. */
  resent: 'Sent again.',
  /** Button that gives the new address up. */
  cancelChange: 'Keep the old address',
  /** Read out, and shown, afterwards. */
  cancelled: 'Your address stays as it is.',
  /** Shown where the change needed no link. */
  changed: 'Address changed.',
  /** Page of the mailed link: heading, text, button. */
  confirmTitle: 'Confirm your email address',
  confirmText: 'One press, and it is the address of your account.',
  confirm: 'Confirm address',
  /** Afterwards. `{address}` is masked. */
  confirmed: '{address} is now the address of your account.',
  /** Page of the link in a notice: heading, text, button. */
  reportTitle: 'This wasn’t you?',
  reportText:
    'We stop the change, or undo it, and sign your account out everywhere. Then set a new password.',
  report: 'Stop the change and sign out everywhere',
  /** Afterwards. `{address}` is masked. */
  reported: 'Done. {address} is the address of your account, and every session has ended.',
  /** On either page when there is no token in the address. */
  noToken: 'Open this page through the link in the mail.',
};
