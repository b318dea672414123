/** Words of `ProfileForm`. */
export const profile = {
  /** Heading of the section. */
  title: 'Profile',
  /** Under the heading. */
  description: 'How others see you.',
  /** Labels of the fields. */
  name: 'Name',
  username: 'Username',
  givenName: 'Given name',
  familyName: 'Family name',
  nickname: 'Nickname',
  language: 'Language',
  /** First entry of the list of languages: none is chosen. */
  noLanguage: 'Automatic',
  /** Under the username when it holds what none can hold. */
  usernameForm: 'Use the letters a to z, digits, and signs such as . _ -',
  /** The button. */
  save: 'Save',
  /** Beside the button afterwards. */
  saved: 'Saved',
  /** Beside the button when it is pressed and nothing was edited. */
  unchanged: 'Nothing to save',
  /** Under a field that somebody changed at the same time; `{value}` is what they wrote. */
  conflict: 'Changed elsewhere to “{value}”.',
  /** The same when they cleared it. */
  conflictCleared: 'Cleared elsewhere.',
  /** Buttons beside `conflict`. */
  keepMine: 'Keep mine',
  useTheirs: 'Use theirs',
  /** Beside the button as long as a conflict is open. */
  chooseFirst: 'Choose for each changed field, then save.',
};
