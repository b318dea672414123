export { ukMails } from '../../words/mails/uk.ts';
export type { MailWords } from '../../words/mails/mail-words.ts';
