import type { EmailVerificationMailWords } from '../en/email-verification.ts';

/** The mail that asks whose an address is, in German. */
export const emailVerification: EmailVerificationMailWords = {
  /** To the address of a new account. Mail kind `email_verification`. */
  link: {
    /** Subject line. */
    subject: ({ appName }) => `Bestätigen Sie Ihre E-Mail-Adresse für ${appName}`,
    /** Headline. */
    heading: 'Bestätigen Sie Ihre E-Mail-Adresse',
    /** First paragraph. */
    happened: ({ appName }) =>
      `es gibt ein Konto bei ${appName} mit dieser Adresse. Bestätigen Sie, dass die Adresse Ihnen gehört.`,
    /** The button; it opens a page that asks once more. */
    button: 'Diese Adresse bestätigen',
    /** After the button, for a reader who knows nothing of it. */
    ifNotYou:
      'Wenn Sie dieses Konto nicht angelegt haben, bestätigen Sie nichts: Ohne den Link geschieht nichts.',
  },
};
