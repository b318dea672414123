export { arMails } from '../../words/mails/ar.ts';
export type { MailWords } from '../../words/mails/mail-words.ts';
