export { deMails } from '../../words/mails/de/mails.ts';
export type { MailWords } from '../../words/mails/mail-words.ts';
