import type { profile as words } from '../en/profile.ts';

export const profile: typeof words = {
  title: 'Profil',
  description: 'So sehen andere Sie.',
  name: 'Name',
  username: 'Benutzername',
  givenName: 'Vorname',
  familyName: 'Nachname',
  nickname: 'Spitzname',
  language: 'Sprache',
  noLanguage: 'Automatisch',
  save: 'Speichern',
  saved: 'Gespeichert',
  unchanged: 'Nichts zu speichern',
  conflict: 'Anderswo geändert in „{value}“.',
  conflictCleared: 'Anderswo gelöscht.',
  keepMine: 'Meines behalten',
  useTheirs: 'Anderes nehmen',
  chooseFirst: 'Wählen Sie bei jedem geänderten Feld, dann speichern Sie.',
};
