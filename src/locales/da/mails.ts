export { daMails } from '../../words/mails/da.ts';
export type { MailWords } from '../../words/mails/mail-words.ts';
