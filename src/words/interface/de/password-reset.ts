import type { passwordReset as passwordResetWords } from '../en/password-reset.ts';

export const passwordReset: typeof passwordResetWords = {
  forgottenTitle: 'Passwort vergessen?',
  forgottenText:
    'Nennen Sie uns Ihre E-Mail-Adresse. Wir schicken Ihnen einen Link, um ein neues Passwort zu wählen.',
  email: 'E-Mail-Adresse',
  send: 'Link schicken',
  sent: 'Gibt es ein Konto für {email}, dann ist ein Link unterwegs. Er gilt eine Stunde.',
  title: 'Neues Passwort wählen',
  text: 'Sie werden überall abgemeldet und melden sich mit dem neuen an.',
  newPassword: 'Neues Passwort',
  reset: 'Neues Passwort setzen',
  done: 'Ihr Passwort ist geändert. Melden Sie sich damit an.',
  noToken: 'Dieser Link ist nicht vollständig. Öffnen Sie den in der neuesten Nachricht.',
};
