export { arXBMails } from '../../words/mails/pseudo.ts';
export type { MailWords } from '../../words/mails/mail-words.ts';
