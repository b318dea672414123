/** Words of `Passkeys`. */
export const passkeys = {
  /** Heading of the section. */
  title: 'Passkeys',
  /** Under the heading. */
  description: 'Sign in with your fingerprint, your face or the PIN of your device.',
  /** When there are none. */
  none: 'You have no passkey yet.',
  /** Button that makes one. */
  add: 'Add a passkey',
  /** While the browser asks. */
  asking: 'Your browser is asking …',
  /** When the browser's own dialog was closed. */
  stopped: 'No passkey was made. Try again when you are ready.',
  /** When the device has one for this account already. */
  known: 'This device has a passkey for your account already.',
  /** When the server does not take what the browser made. */
  refused: 'The passkey was not taken. Try again.',
  /** In a browser without passkeys. */
  unsupported: 'This browser cannot make passkeys.',
  /** Under a passkey's name. */
  created: 'Added {date}',
  used: 'Last used {date}',
  neverUsed: 'Never used',
  synced: 'On several devices',
  /** Beside a passkey; `{name}` is its name, for those who hear the button alone. */
  rename: 'Rename',
  remove: 'Remove',
  renameNamed: 'Rename {name}',
  removeNamed: 'Remove {name}',
  /** Label of the field while it is named. */
  name: 'Name',
  save: 'Save',
  /** Read out after the change. */
  added: 'The passkey is added.',
  renamed: 'The passkey has its new name.',
  removed: 'The passkey is removed.',
  /** When it is the only way to sign in. */
  lastMethod: 'It is your only way to sign in. Set a password first.',
};
