import type { SecurityNoticeMailWords } from '../en/security-notice.ts';

/** The notices of everything that touches the safety of an account, in German. */
export const securityNotice: SecurityNoticeMailWords = {
  /** What each of them says of itself. The keys are the kinds of the mails. */
  kinds: {
    password_changed: {
      /** Subject line, as in each of them. */
      subject: ({ appName }) => `Das Passwort Ihres Kontos bei ${appName} wurde geändert`,
      /** Headline, as in each of them. */
      heading: 'Ihr Passwort wurde geändert',
      /** First paragraph, as in each of them. */
      happened: ({ appName, at }) =>
        `das Passwort Ihres Kontos bei ${appName} wurde geändert (${at}). Alle anderen Geräte wurden abgemeldet.`,
    },
    password_reset: {
      subject: ({ appName }) => `Für Ihr Konto bei ${appName} wurde ein neues Passwort gewählt`,
      heading: 'Ein neues Passwort wurde gewählt',
      happened: ({ appName, at }) =>
        `für Ihr Konto bei ${appName} wurde mit dem Link einer Mail ein neues Passwort gewählt (${at}). Alle Geräte wurden abgemeldet.`,
    },
    password_locked: {
      subject: ({ appName }) => `Zu viele falsche Versuche bei Ihrem Konto bei ${appName}`,
      heading: 'Zu viele falsche Versuche',
      happened: ({ appName, at }) =>
        `es gab zu viele falsche Versuche nacheinander, in Ihr Konto bei ${appName} zu kommen (${at}). Weitere werden nicht angenommen. Browser, mit denen Sie sich schon angemeldet haben, funktionieren weiter; überall sonst wählen Sie zuerst per Mail ein neues Passwort.`,
    },
    two_factor_enabled: {
      subject: ({ appName }) =>
        `Die Anmeldung in zwei Schritten wurde für Ihr Konto bei ${appName} eingeschaltet`,
      heading: 'Die Anmeldung in zwei Schritten wurde eingeschaltet',
      happened: ({ appName, at }) =>
        `die Anmeldung in zwei Schritten wurde für Ihr Konto bei ${appName} eingeschaltet (${at}). Ab jetzt braucht es zur Anmeldung auch einen Code aus der Authenticator-App.`,
    },
    two_factor_disabled: {
      subject: ({ appName }) =>
        `Die Anmeldung in zwei Schritten wurde für Ihr Konto bei ${appName} ausgeschaltet`,
      heading: 'Die Anmeldung in zwei Schritten wurde ausgeschaltet',
      happened: ({ appName, at }) =>
        `die Anmeldung in zwei Schritten wurde für Ihr Konto bei ${appName} ausgeschaltet (${at}). Ab jetzt genügt zur Anmeldung das Passwort.`,
    },
    recovery_codes_created: {
      subject: ({ appName }) => `Neue Wiederherstellungscodes für Ihr Konto bei ${appName}`,
      heading: 'Neue Wiederherstellungscodes wurden erstellt',
      happened: ({ appName, at }) =>
        `für Ihr Konto bei ${appName} wurden neue Wiederherstellungscodes erstellt (${at}). Die alten funktionieren nicht mehr.`,
    },
    recovery_code_used: {
      subject: ({ appName }) =>
        `Ein Wiederherstellungscode Ihres Kontos bei ${appName} wurde verwendet`,
      heading: 'Ein Wiederherstellungscode wurde verwendet',
      happened: ({ appName, at }) =>
        `ein Wiederherstellungscode Ihres Kontos bei ${appName} wurde verwendet (${at}). Er funktioniert kein zweites Mal.`,
    },
    passkey_added: {
      subject: ({ appName }) => `Ihrem Konto bei ${appName} wurde ein Passkey hinzugefügt`,
      heading: 'Ein Passkey wurde hinzugefügt',
      happened: ({ appName, at }) =>
        `Ihrem Konto bei ${appName} wurde ein Passkey hinzugefügt (${at}). Wer ihn hat, kann sich als Sie ausweisen.`,
    },
    passkey_removed: {
      subject: ({ appName }) => `Aus Ihrem Konto bei ${appName} wurde ein Passkey entfernt`,
      heading: 'Ein Passkey wurde entfernt',
      happened: ({ appName, at }) =>
        `aus Ihrem Konto bei ${appName} wurde ein Passkey entfernt (${at}). Er funktioniert dort nicht mehr.`,
    },
    new_sign_in: {
      subject: ({ appName }) => `Neue Anmeldung bei Ihrem Konto bei ${appName}`,
      heading: 'Neue Anmeldung',
      happened: ({ appName, at }) =>
        `jemand hat sich mit einem Browser, den wir nicht kannten, bei Ihrem Konto bei ${appName} angemeldet (${at}).`,
    },
  },
  /** In front of the button. */
  ifNotYou:
    'Wenn Sie das nicht waren, sagen Sie es uns sofort. Ihr Konto wird dann überall abgemeldet, und was auf eine Bestätigung wartet, wird gestoppt.',
  /** Behind it, where a new password can be chosen by mail. */
  thenPassword: 'Sie bekommen außerdem einen Link, um ein neues Passwort zu wählen.',
  /** The button; it opens a page that asks once more. */
  button: 'Das war ich nicht',
};
