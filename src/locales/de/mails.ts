export { deMails } from '../../words/mails/de.ts';
export type { MailWords } from '../../words/mails/mail-words.ts';
