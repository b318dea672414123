import type { PasswordResetMailWords } from '../en/password-reset.ts';

/** The mail with a link to choose a new password, in German. */
export const passwordReset: PasswordResetMailWords = {
  /** To the account's address. Mail kind `password_reset_link`. */
  link: {
    /** Subject line. */
    subject: ({ appName }) => `Wählen Sie ein neues Passwort für ${appName}`,
    /** Headline. */
    heading: 'Wählen Sie ein neues Passwort',
    /** First paragraph. */
    happened: ({ appName, at }) =>
      `für Ihr Konto bei ${appName} wurde ein Link angefordert, um ein neues Passwort zu wählen (${at}). Hier ist er.`,
    /** The button; it opens a page that asks for the new password. */
    button: 'Neues Passwort wählen',
    /** After the button, for a reader who knows nothing of it. */
    ifNotYou:
      'Wenn das nicht von Ihnen kommt, können Sie diese Mail ignorieren. Ihr Passwort bleibt, wie es ist.',
  },
};
