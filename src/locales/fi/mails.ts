export { fiMails } from '../../words/mails/fi.ts';
export type { MailWords } from '../../words/mails/mail-words.ts';
