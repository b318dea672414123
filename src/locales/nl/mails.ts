export { nlMails } from '../../words/mails/nl.ts';
export type { MailWords } from '../../words/mails/mail-words.ts';
