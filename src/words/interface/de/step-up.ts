import type { stepUp as words } from '../en/step-up.ts';

export const stepUp: typeof words = {
  title: 'Bestätigen Sie, dass Sie es sind',
  requestEmailChange: 'Geben Sie Ihr Passwort ein, um Ihre E-Mail-Adresse zu ändern.',
  changePassword: 'Geben Sie Ihr jetziges Passwort ein, um ein neues zu setzen.',
  deleteAccount: 'Geben Sie Ihr Passwort ein, um Ihr Konto zu löschen.',
  other: 'Geben Sie Ihr Passwort ein, um fortzufahren.',
  password: 'Passwort',
  confirm: 'Bestätigen',
};
