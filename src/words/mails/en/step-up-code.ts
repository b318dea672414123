/** The mail with a code that proves that it is you. */
export const stepUpCode = {
  /** To the account's address. Mail kind `step_up_code`. */
  code: {
    /** Subject line. The code is not in it: locked screens show subjects. */
    subject: ({ appName }: { appName: string }) => `Your code for ${appName}`,
    /** Headline. */
    heading: 'Your code',
    /** In front of the code, which stands alone. */
    happened: ({ appName }: { appName: string }) =>
      `Enter this code on the page of ${appName} where you asked for it:`,
    /** Behind the code. */
    until: ({ expiresAt }: { expiresAt: string }) => `It works once, until ${expiresAt}.`,
    /** Last paragraph. */
    ifNotYou: ({ appName }: { appName: string }) =>
      `Give it to nobody, not even to ${appName}. If you did not ask for it, someone is signed in to your account: open your account settings and end the other sessions.`,
  },
};

/** What every language says about a mailed code. */
export type StepUpCodeMailWords = typeof stepUpCode;
