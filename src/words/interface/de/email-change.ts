import type { emailChange as words } from '../en/email-change.ts';

export const emailChange: typeof words = {
  title: 'E-Mail-Adresse',
  description: 'Hier erreichen wir Sie, und damit melden Sie sich an.',
  current: 'Jetzige Adresse',
  verified: 'Bestätigt',
  unverified: 'Nicht bestätigt',
  newEmail: 'Neue Adresse',
  help: 'Wir senden einen Link dorthin. Bis Sie ihn öffnen, ändert sich nichts.',
  send: 'Link senden',
  pendingTitle: 'Öffnen Sie den Link, den wir an {address} gesendet haben',
  pendingText: 'Bis dahin bleibt Ihre Adresse, wie sie ist. Der Link gilt bis {date}.',
  expired: 'Der Link ist abgelaufen. Senden Sie einen neuen.',
  resend: 'Noch einmal senden',
  resendIn: {
    one: 'Noch einmal in {count} Sekunde',
    other: 'Noch einmal in {count} Sekunden',
  },
  resent: 'Noch einmal gesendet.',
  cancelChange: 'Alte Adresse behalten',
  cancelled: 'Ihre Adresse bleibt, wie sie ist.',
  changed: 'Adresse geändert.',
  confirmTitle: 'Bestätigen Sie Ihre E-Mail-Adresse',
  confirmText: 'Ein Klick, und sie ist die Adresse Ihres Kontos.',
  confirm: 'Adresse bestätigen',
  confirmed: '{address} ist jetzt die Adresse Ihres Kontos.',
  reportTitle: 'Das waren nicht Sie?',
  reportText:
    'Wir stoppen die Änderung oder machen sie rückgängig und melden Ihr Konto überall ab. Setzen Sie danach ein neues Passwort.',
  report: 'Änderung stoppen und überall abmelden',
  reported: 'Erledigt. {address} ist die Adresse Ihres Kontos, und alle Sitzungen sind beendet.',
  noToken: 'Öffnen Sie diese Seite über den Link in der Nachricht.',
};
