import type { MailWords } from './mail-words.ts';

/** The mails in German. */
export const deMails: MailWords = {
  language: 'de',
  direction: 'ltr',
  frame: {
    greeting: ({ name }) => `Guten Tag ${name},`,
    greetingWithoutName: 'Guten Tag,',
    linkInstead: 'Falls die Schaltfläche nicht funktioniert, öffnen Sie diesen Link im Browser:',
    linkUntil: ({ expiresAt }) => `Der Link funktioniert einmal, bis zum ${expiresAt}.`,
    ifYou: 'Wenn Sie das waren, brauchen Sie nichts zu tun.',
    footer: ({ appName }) => `Automatisch gesendet von ${appName}.`,
  },
  origin: {
    both: ({ device, place }) => `${device}, ${place}`,
    from: ({ where }) => `Von wo: ${where}.`,
    unknown: 'Von wo das kam, ist nicht bekannt.',
    device: ({ browser, system }) => `${browser} unter ${system}`,
  },
  emailChange: {
    link: {
      subject: ({ appName }) => `Bestätigen Sie Ihre neue E-Mail-Adresse für ${appName}`,
      heading: 'Bestätigen Sie Ihre neue E-Mail-Adresse',
      happened: ({ appName, oldEmail }) =>
        `Sie möchten die E-Mail-Adresse Ihres Kontos bei ${appName} von ${oldEmail} auf diese hier ändern. Bis Sie das bestätigen, ändert sich nichts.`,
      button: 'Diese Adresse bestätigen',
      ifNotYou:
        'Wenn das nicht von Ihnen kommt, können Sie diese Mail ignorieren. Ohne den Link geschieht nichts.',
    },
    requested: {
      subject: ({ appName }) =>
        `Jemand möchte die E-Mail-Adresse Ihres Kontos bei ${appName} ändern`,
      heading: 'Ihre E-Mail-Adresse soll geändert werden',
      happened: ({ appName, newEmail, at }) =>
        `jemand, der in Ihrem Konto bei ${appName} angemeldet ist, möchte dessen E-Mail-Adresse auf ${newEmail} ändern (${at}). Bis die neue Adresse bestätigt ist, ändert sich nichts.`,
      ifNotYou:
        'Wenn Sie das nicht waren, stoppen Sie die Änderung. Ihr Konto wird dabei auch überall abgemeldet.',
      button: 'Das war ich nicht',
    },
    taken: {
      subject: ({ appName }) => `Jemand hat bei ${appName} Ihre E-Mail-Adresse eingegeben`,
      heading: 'Jemand hat Ihre E-Mail-Adresse eingegeben',
      happened: ({ appName, at }) =>
        `jemand wollte diese E-Mail-Adresse für ein anderes Konto bei ${appName} verwenden (${at}). Sie gehört schon zu einem Konto, deshalb geht das nicht.`,
      nothingToDo: 'Es hat sich nichts geändert, und Sie brauchen nichts zu tun.',
    },
    changed: {
      subject: ({ appName }) => `Die E-Mail-Adresse Ihres Kontos bei ${appName} wurde geändert`,
      heading: 'Ihre E-Mail-Adresse wurde geändert',
      happened: ({ appName, newEmail, at }) =>
        `die E-Mail-Adresse Ihres Kontos bei ${appName} wurde auf ${newEmail} geändert (${at}). Mails zu Ihrem Konto gehen ab jetzt dorthin.`,
      ifNotYou:
        'Wenn Sie das nicht waren, stellen Sie diese Adresse wieder her. Ihr Konto wird dabei auch überall abgemeldet.',
      button: 'Diese Adresse wiederherstellen',
    },
  },
  emailVerification: {
    link: {
      subject: ({ appName }) => `Bestätigen Sie Ihre E-Mail-Adresse für ${appName}`,
      heading: 'Bestätigen Sie Ihre E-Mail-Adresse',
      happened: ({ appName }) =>
        `es gibt ein Konto bei ${appName} mit dieser Adresse. Bestätigen Sie, dass die Adresse Ihnen gehört.`,
      button: 'Diese Adresse bestätigen',
      ifNotYou:
        'Wenn Sie dieses Konto nicht angelegt haben, bestätigen Sie nichts: Ohne den Link geschieht nichts.',
    },
  },
  passwordReset: {
    link: {
      subject: ({ appName }) => `Wählen Sie ein neues Passwort für ${appName}`,
      heading: 'Wählen Sie ein neues Passwort',
      happened: ({ appName, at }) =>
        `für Ihr Konto bei ${appName} wurde ein Link angefordert, um ein neues Passwort zu wählen (${at}). Hier ist er.`,
      button: 'Neues Passwort wählen',
      ifNotYou:
        'Wenn das nicht von Ihnen kommt, können Sie diese Mail ignorieren. Ihr Passwort bleibt, wie es ist.',
    },
  },
  stepUpCode: {
    code: {
      subject: ({ appName }) => `Ihr Code für ${appName}`,
      heading: 'Ihr Code',
      happened: ({ appName }) =>
        `geben Sie diesen Code auf der Seite von ${appName} ein, auf der Sie ihn angefordert haben:`,
      until: ({ expiresAt }) => `Er funktioniert einmal, bis zum ${expiresAt}.`,
      ifNotYou: ({ appName }) =>
        `Geben Sie ihn niemandem, auch nicht ${appName}. Wenn Sie ihn nicht angefordert haben, ist jemand in Ihrem Konto angemeldet: Öffnen Sie Ihre Kontoeinstellungen und beenden Sie die anderen Sitzungen.`,
    },
  },
  securityNotice: {
    kinds: {
      password_changed: {
        subject: ({ appName }) => `Das Passwort Ihres Kontos bei ${appName} wurde geändert`,
        heading: 'Ihr Passwort wurde geändert',
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
    ifNotYou:
      'Wenn Sie das nicht waren, sagen Sie es uns sofort. Ihr Konto wird dann überall abgemeldet, und was auf eine Bestätigung wartet, wird gestoppt.',
    thenPassword: 'Sie bekommen außerdem einen Link, um ein neues Passwort zu wählen.',
    button: 'Das war ich nicht',
  },
  deleteAccount: {
    deleted: {
      subject: ({ appName }) => `Ihr Konto bei ${appName} wurde gelöscht`,
      heading: 'Ihr Konto wurde gelöscht',
      happened: ({ appName, at }) =>
        `Ihr Konto bei ${appName} wurde gelöscht (${at}), mit Ihrem Profil, Ihrem Bild und allen Anmeldungen. Es lässt sich nicht wiederherstellen.`,
      lastMail: 'Dies ist die letzte Mail dazu.',
      ifNotYou: ({ appName }) => `Wenn Sie das nicht waren, wenden Sie sich an ${appName}.`,
    },
  },
};
