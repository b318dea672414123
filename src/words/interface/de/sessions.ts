import type { sessions as sessionWords } from '../en/sessions.ts';

export const sessions: typeof sessionWords = {
  title: 'Wo Sie angemeldet sind',
  description: 'Kennen Sie etwas davon nicht? Melden Sie es ab und ändern Sie Ihr Passwort.',
  unknownBrowser: 'Unbekannter Browser',
  browserOnSystem: '{browser} auf {system}',
  current: 'Dieses Gerät',
  active: 'Aktiv {date}',
  end: 'Abmelden',
  endNamed: '{name} abmelden',
  endOthers: 'Überall sonst abmelden',
  ended: 'Abgemeldet.',
  othersEnded: 'Sie sind überall sonst abgemeldet.',
  onlyHere: 'Sie sind nur hier angemeldet.',
};
