import type { Plural } from '../message.ts';

/** On the button, as long as it is too early. */
const sendIn: Plural = {
  one: 'Send again in {count} second',
  other: 'Send again in {count} seconds',
};

/** Under an address that is not verified, in `EmailChange`. */
export const emailVerification = {
  /** While a link is on its way. `{date}` is a date and time. */
  waits: 'Open the link that we mailed you. It works until {date}.',
  /** When none is. */
  ask: 'Show that this address is yours: we mail you a link.',
  /** The button, without and with a link on its way. */
  send: 'Verify address',
  sendAgain: 'Send again',
  sendIn,
  /** Read out, and shown, afterwards. */
  sent: 'Sent.',
};
