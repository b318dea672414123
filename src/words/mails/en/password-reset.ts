/** The mail with a link to choose a new password. */
export const passwordReset = {
  /** To the account's address. Mail kind `password_reset_link`. */
  link: {
    /** Subject line. */
    subject: ({ appName }: { appName: string }) => `Choose a new password for ${appName}`,
    /** Headline. */
    heading: 'Choose a new password',
    /** First paragraph. */
    happened: ({ appName, at }: { appName: string; at: string }) =>
      `A link to choose a new password for your ${appName} account was asked for (${at}). Here it is.`,
    /** The button; it opens a page that asks for the new password. */
    button: 'Choose a new password',
    /** After the button, for a reader who knows nothing of it. */
    ifNotYou:
      'If you did not ask for this, you can ignore this mail. Your password stays as it is.',
  },
};

/** What every language says about a forgotten password. */
export type PasswordResetMailWords = typeof passwordReset;
