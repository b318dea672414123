import type { deleteAccount as words } from '../en/delete-account.ts';

export const deleteAccount: typeof words = {
  title: 'Konto löschen',
  description: 'Endgültig. Niemand kann es zurückholen.',
  goes: 'Mit Ihrem Konto werden gelöscht:',
  goesProfile: 'Ihr Profil und Ihr Bild',
  goesSignIn: 'Ihre Anmeldung, hier und auf jedem Gerät',
  goesHistory: 'das Protokoll dessen, was mit dem Konto geschah',
  understood: 'Ich verstehe, dass sich das nicht rückgängig machen lässt.',
  tickFirst: 'Bitte zuerst ankreuzen.',
  remove: 'Mein Konto löschen',
  removed: 'Ihr Konto wurde gelöscht.',
};
