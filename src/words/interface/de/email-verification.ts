import type { emailVerification as emailVerificationWords } from '../en/email-verification.ts';

export const emailVerification: typeof emailVerificationWords = {
  waits: 'Öffnen Sie den Link, den wir Ihnen geschickt haben. Er gilt bis {date}.',
  ask: 'Zeigen Sie, dass diese Adresse Ihnen gehört: Wir schicken Ihnen einen Link.',
  send: 'Adresse bestätigen',
  sendAgain: 'Noch einmal schicken',
  sendIn: {
    one: 'Noch einmal schicken in {count} Sekunde',
    other: 'Noch einmal schicken in {count} Sekunden',
  },
  sent: 'Geschickt.',
};
