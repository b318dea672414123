/** Words of `DeleteAccount`. */
export const deleteAccount = {
  /** Heading of the section. */
  title: 'Delete account',
  /** Under the heading. */
  description: 'For good. Nobody can bring it back.',
  /** Before the list of what goes. */
  goes: 'Deleted along with your account:',
  /** The list. */
  goesProfile: 'your profile and your picture',
  goesSignIn: 'your sign-in, here and on every device',
  goesHistory: 'the record of what was done with the account',
  /** The box to be ticked first. */
  understood: 'I understand that this cannot be undone.',
  /** Under the box when it was not ticked. */
  tickFirst: 'Tick this first.',
  /** The button. */
  remove: 'Delete my account',
  /** In place of the section afterwards. */
  removed: 'Your account has been deleted.',
};
