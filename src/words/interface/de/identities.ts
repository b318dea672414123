import type { identities as words } from '../en/identities.ts';

export const identities: typeof words = {
  title: 'Verbundene Konten',
  description: 'Andere Wege, auf denen Sie sich anmelden.',
  since: 'Seit {date}',
  none: 'Keine. Sie melden sich mit E-Mail-Adresse und Passwort an.',
};
