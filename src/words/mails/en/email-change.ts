/** The four mails about a change of the email address. */
export const emailChange = {
  /** To the new address: follow the link to confirm it. Mail kind `email_change_link`. */
  link: {
    /** Subject line. */
    subject: ({ appName }: { appName: string }) => `Confirm your new email address for ${appName}`,
    /** Headline. */
    heading: 'Confirm your new email address',
    /** First paragraph. The old address is masked. */
    happened: ({ appName, oldEmail }: { appName: string; oldEmail: string }) =>
      `You asked to change the email address of your ${appName} account from ${oldEmail} to this one. Nothing changes until you confirm it.`,
    /** The button; it opens a page that asks once more. */
    button: 'Confirm this address',
    /** After the button, for a reader who knows nothing of it. */
    ifNotYou:
      'If you did not ask for this, you can ignore this mail. Without the link, nothing happens.',
  },
  /** To the current address, when a change is asked for. Mail kind `email_change_requested`. */
  requested: {
    /** Subject line. */
    subject: ({ appName }: { appName: string }) =>
      `Someone asked to change the email address of your ${appName} account`,
    /** Headline. */
    heading: 'A change of your email address was requested',
    /** First paragraph. The new address is masked. */
    happened: ({ appName, newEmail, at }: { appName: string; newEmail: string; at: string }) =>
      `Someone who is signed in to your ${appName} account asked to change its email address to ${newEmail} (${at}). Nothing changes until the new address is confirmed.`,
    /** In front of the button. */
    ifNotYou: 'If that was not you, stop the change. This also signs your account out everywhere.',
    /** The button; it opens a page that asks once more. */
    button: 'This wasn’t me',
  },
  /** To the owner of an address that somebody else asked for. Mail kind `email_change_taken`. */
  taken: {
    /** Subject line. */
    subject: ({ appName }: { appName: string }) =>
      `Someone entered your email address at ${appName}`,
    /** Headline. */
    heading: 'Someone entered your email address',
    /** First paragraph. Says nothing about who it was. */
    happened: ({ appName, at }: { appName: string; at: string }) =>
      `Someone tried to use this email address for another ${appName} account (${at}). It already belongs to an account, so that does not work.`,
    /** Last paragraph. */
    nothingToDo: 'Nothing has changed and there is nothing you need to do.',
  },
  /** To the old address, after the change. Mail kind `email_changed`. */
  changed: {
    /** Subject line. */
    subject: ({ appName }: { appName: string }) =>
      `The email address of your ${appName} account was changed`,
    /** Headline. */
    heading: 'Your email address was changed',
    /** First paragraph. The new address is masked. */
    happened: ({ appName, newEmail, at }: { appName: string; newEmail: string; at: string }) =>
      `The email address of your ${appName} account was changed to ${newEmail} (${at}). From now on, mails about your account go there.`,
    /** In front of the button. */
    ifNotYou:
      'If that was not you, put this address back. This also signs your account out everywhere.',
    /** The button; it opens a page that asks once more. */
    button: 'Put this address back',
  },
};

/** What every language says about a change of the email address. */
export type EmailChangeMailWords = typeof emailChange;
