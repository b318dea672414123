/** The mail about a deleted account. */
export const deleteAccount = {
  /** To the last address of the account. Mail kind `account_deleted`. */
  deleted: {
    /** Subject line. */
    subject: ({ appName }: { appName: string }) => `Your ${appName} account was deleted`,
    /** Headline. */
    heading: 'Your account was deleted',
    /** First paragraph. */
    happened: ({ appName, at }: { appName: string; at: string }) =>
      `Your ${appName} account was deleted (${at}), with your profile, your picture and all your sign-ins. It cannot be brought back.`,
    /** Second paragraph. */
    lastMail: 'This is the last mail about it.',
    /** Last paragraph. */
    ifNotYou: ({ appName }: { appName: string }) => `If that was not you, contact ${appName}.`,
  },
};

/** What every language says about a deleted account. */
export type DeleteAccountMailWords = typeof deleteAccount;
