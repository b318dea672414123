export { faMails } from '../../words/mails/fa.ts';
export type { MailWords } from '../../words/mails/mail-words.ts';
