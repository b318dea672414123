import type { securityReport as securityReportWords } from '../en/security-report.ts';

export const securityReport: typeof securityReportWords = {
  title: 'Das waren nicht Sie?',
  text: 'Wir melden jedes Gerät ab, halten an, was auf eine Bestätigung wartet, und schicken Ihnen einen Link, um ein neues Passwort zu wählen.',
  report: 'Mein Konto sichern',
  reported:
    'Jedes Gerät ist abgemeldet. Ein Link für ein neues Passwort ist unterwegs an {address}.',
  reportedWithoutMail: 'Jedes Gerät ist abgemeldet.',
};
