/** The mail that asks whose an address is. */
export const emailVerification = {
  /** To the address of a new account. Mail kind `email_verification`. */
  link: {
    /** Subject line. */
    subject: ({ appName }: { appName: string }) => `Confirm your email address for ${appName}`,
    /** Headline. */
    heading: 'Confirm your email address',
    /** First paragraph. */
    happened: ({ appName }: { appName: string }) =>
      `An account at ${appName} uses this address. Confirm that the address is yours.`,
    /** The button; it opens a page that asks once more. */
    button: 'Confirm this address',
    /** After the button, for a reader who knows nothing of it. */
    ifNotYou:
      'If you did not make that account, do not confirm anything: without the link, nothing happens.',
  },
};

/** What every language says about the verification of an address. */
export type EmailVerificationMailWords = typeof emailVerification;
