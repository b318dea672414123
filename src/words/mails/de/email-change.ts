import type { EmailChangeMailWords } from '../en/email-change.ts';

/** The four mails about a change of the e-mail address, in German. */
export const emailChange: EmailChangeMailWords = {
  /** To the new address: follow the link to confirm it. Mail kind `email_change_link`. */
  link: {
    /** Subject line. */
    subject: ({ appName }) => `Bestätigen Sie Ihre neue E-Mail-Adresse für ${appName}`,
    /** Headline. */
    heading: 'Bestätigen Sie Ihre neue E-Mail-Adresse',
    /** First paragraph. The old address is masked. */
    happened: ({ appName, oldEmail }) =>
      `Sie möchten die E-Mail-Adresse Ihres Kontos bei ${appName} von ${oldEmail} auf diese hier ändern. Bis Sie das bestätigen, ändert sich nichts.`,
    /** The button; it opens a page that asks once more. */
    button: 'Diese Adresse bestätigen',
    /** After the button, for a reader who knows nothing of it. */
    ifNotYou:
      'Wenn das nicht von Ihnen kommt, können Sie diese Mail ignorieren. Ohne den Link geschieht nichts.',
  },
  /** To the current address, when a change is asked for. Mail kind `email_change_requested`. */
  requested: {
    /** Subject line. */
    subject: ({ appName }) => `Jemand möchte die E-Mail-Adresse Ihres Kontos bei ${appName} ändern`,
    /** Headline. */
    heading: 'Ihre E-Mail-Adresse soll geändert werden',
    /** First paragraph. The new address is masked. */
    happened: ({ appName, newEmail, at }) =>
      `jemand, der in Ihrem Konto bei ${appName} angemeldet ist, möchte dessen E-Mail-Adresse auf ${newEmail} ändern (${at}). Bis die neue Adresse bestätigt ist, ändert sich nichts.`,
    /** In front of the button. */
    ifNotYou:
      'Wenn Sie das nicht waren, stoppen Sie die Änderung. Ihr Konto wird dabei auch überall abgemeldet.',
    /** The button; it opens a page that asks once more. */
    button: 'Das war ich nicht',
  },
  /** To the owner of an address that somebody else asked for. Mail kind `email_change_taken`. */
  taken: {
    /** Subject line. */
    subject: ({ appName }) => `Jemand hat bei ${appName} Ihre E-Mail-Adresse eingegeben`,
    /** Headline. */
    heading: 'Jemand hat Ihre E-Mail-Adresse eingegeben',
    /** First paragraph. Says nothing about who it was. */
    happened: ({ appName, at }) =>
      `jemand wollte diese E-Mail-Adresse für ein anderes Konto bei ${appName} verwenden (${at}). Sie gehört schon zu einem Konto, deshalb geht das nicht.`,
    /** Last paragraph. */
    nothingToDo: 'Es hat sich nichts geändert, und Sie brauchen nichts zu tun.',
  },
  /** To the old address, after the change. Mail kind `email_changed`. */
  changed: {
    /** Subject line. */
    subject: ({ appName }) => `Die E-Mail-Adresse Ihres Kontos bei ${appName} wurde geändert`,
    /** Headline. */
    heading: 'Ihre E-Mail-Adresse wurde geändert',
    /** First paragraph. The new address is masked. */
    happened: ({ appName, newEmail, at }) =>
      `die E-Mail-Adresse Ihres Kontos bei ${appName} wurde auf ${newEmail} geändert (${at}). Mails zu Ihrem Konto gehen ab jetzt dorthin.`,
    /** In front of the button. */
    ifNotYou:
      'Wenn Sie das nicht waren, stellen Sie diese Adresse wieder her. Ihr Konto wird dabei auch überall abgemeldet.',
    /** The button; it opens a page that asks once more. */
    button: 'Diese Adresse wiederherstellen',
  },
};
