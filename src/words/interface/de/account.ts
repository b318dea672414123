import type { account as words } from '../en/account.ts';

export const account: typeof words = {
  loadFailed: 'Das konnte nicht geladen werden.',
  tryAgain: 'Erneut versuchen',
  signedOut: 'Sie sind abgemeldet.',
  signIn: 'Anmelden',
  loading: 'Wird geladen',
  stale: 'Das ist vielleicht nicht mehr aktuell.',
  cancel: 'Abbrechen',
  showPassword: 'Passwort anzeigen',
  interrupted: 'Es wurde nichts geändert.',
  optional: 'freiwillig',
};
