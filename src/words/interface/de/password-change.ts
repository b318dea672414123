import type { passwordChange as words } from '../en/password-change.ts';

export const passwordChange: typeof words = {
  title: 'Passwort',
  description: 'Zuletzt geändert am {date}.',
  newPassword: 'Neues Passwort',
  policy: {
    one: 'Mindestens {count} Zeichen.',
    other: 'Mindestens {count} Zeichen. Ein paar Wörter hintereinander sind gut.',
  },
  types: 'Mit mindestens {atLeast} davon: {types}.',
  lower: 'Kleinbuchstaben',
  upper: 'Großbuchstaben',
  digit: 'Ziffern',
  special: 'andere Zeichen',
  change: 'Passwort ändern',
  set: 'Passwort festlegen',
  changed: 'Passwort geändert. Alle anderen Sitzungen sind beendet.',
  noPassword: 'Sie melden sich anders an; es gibt kein Passwort zu ändern.',
};
