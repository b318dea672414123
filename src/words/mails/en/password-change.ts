/** The mail about a changed password. */
export const passwordChange = {
  /** To the account's address. Mail kind `password_changed`. */
  changed: {
    /** Subject line. */
    subject: ({ appName }: { appName: string }) =>
      `The password of your ${appName} account was changed`,
    /** Headline. */
    heading: 'Your password was changed',
    /** First paragraph. */
    happened: ({ appName, at }: { appName: string; at: string }) =>
      `The password of your ${appName} account was changed (${at}). All other devices were signed out.`,
    /** In front of the button. */
    ifNotYou: ({ appName }: { appName: string }) =>
      `If that was not you, open your account settings and choose a new password right away. If you can no longer sign in, contact ${appName}.`,
    /** The button; it opens the host's settings page. */
    button: 'Open account settings',
  },
};

/** What every language says about a changed password. */
export type PasswordChangeMailWords = typeof passwordChange;
