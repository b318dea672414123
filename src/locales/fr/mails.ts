export { frMails } from '../../words/mails/fr.ts';
export type { MailWords } from '../../words/mails/mail-words.ts';
