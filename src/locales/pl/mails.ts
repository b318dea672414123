export { plMails } from '../../words/mails/pl.ts';
export type { MailWords } from '../../words/mails/mail-words.ts';
