import type { stepUp as words } from '../en/step-up.ts';

export const stepUp: typeof words = {
  title: 'Bestätigen Sie, dass Sie es sind',
  requestEmailChange: 'Geben Sie Ihr Passwort ein, um Ihre E-Mail-Adresse zu ändern.',
  changePassword: 'Geben Sie Ihr jetziges Passwort ein, um ein neues zu setzen.',
  deleteAccount: 'Geben Sie Ihr Passwort ein, um Ihr Konto zu löschen.',
  other: 'Geben Sie Ihr Passwort ein, um fortzufahren.',
  password: 'Passwort',
  confirm: 'Bestätigen',
  signInAgain:
    'Melden Sie sich noch einmal an, um zu zeigen, dass Sie es sind; dann kommen Sie zurück.',
  signedIn: 'Ich habe mich angemeldet',
  notYet: 'Noch nicht. Melden Sie sich erst noch einmal an.',
  noMethod: 'Hier lässt sich das nicht bestätigen.',
};
