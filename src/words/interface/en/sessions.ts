/** Words of `Sessions`. */
export const sessions = {
  /** Heading of the section. */
  title: 'Where you are signed in',
  /** Under the heading. */
  description: 'Something you do not know? Sign it out, then change your password.',
  /** A session of an unknown browser, in place of its name. */
  unknownBrowser: 'Unknown browser',
  /** Browser and system together. */
  browserOnSystem: '{browser} on {system}',
  /** Beside the session that asks. */
  current: 'This device',
  /** Under a session. */
  active: 'Active {date}',
  /** Button beside a session; the longer one is read out in its place. */
  end: 'Sign out',
  endNamed: 'Sign out {name}',
  /** Button under the list. */
  endOthers: 'Sign out everywhere else',
  /** Read out after the change. */
  ended: 'Signed out.',
  othersEnded: 'You are signed out everywhere else.',
  /** When there is only the one that asks. */
  onlyHere: 'You are signed in here only.',
};
