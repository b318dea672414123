/** Words that every section shares. */
export const account = {
  /** In place of a section that could not be loaded. */
  loadFailed: 'This could not be loaded.',
  /** Button beside `loadFailed` and other failures. */
  tryAgain: 'Try again',
  /** In place of every section when there is no session. */
  signedOut: 'You are signed out.',
  /** Button beside `signedOut`, and in the prompt when a proof needs a new sign-in. */
  signIn: 'Sign in',
  /** Above all sections when newer data could not be fetched and older is shown. */
  stale: 'This may be out of date.',
  /** Button that gives up a dialog or a change. */
  cancel: 'Cancel',
  /** Name of the button that shows a typed password. */
  showPassword: 'Show password',
  /** Beside a form when a proof was asked for and not given. */
  interrupted: 'Nothing was changed.',
  /** Link that leads on when a page has nothing left to do. */
  goOn: 'Continue',
  /** Name of the list of links to the host's terms, privacy notice and the like. */
  legal: 'Legal',
};
