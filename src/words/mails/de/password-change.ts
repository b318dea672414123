import type { PasswordChangeMailWords } from '../en/password-change.ts';

/** The mail about a changed password, in German. */
export const passwordChange: PasswordChangeMailWords = {
  /** To the account's address. Mail kind `password_changed`. */
  changed: {
    /** Subject line. */
    subject: ({ appName }) => `Das Passwort Ihres Kontos bei ${appName} wurde geändert`,
    /** Headline. */
    heading: 'Ihr Passwort wurde geändert',
    /** First paragraph. */
    happened: ({ appName, at }) =>
      `das Passwort Ihres Kontos bei ${appName} wurde geändert (${at}). Alle anderen Geräte wurden abgemeldet.`,
    /** In front of the button. */
    ifNotYou: ({ appName }) =>
      `Wenn Sie das nicht waren, öffnen Sie Ihre Kontoeinstellungen und wählen Sie sofort ein neues Passwort. Wenn Sie sich nicht mehr anmelden können, wenden Sie sich an ${appName}.`,
    /** The button; it opens the host's settings page. */
    button: 'Kontoeinstellungen öffnen',
  },
};
