export { jaMails } from '../../words/mails/ja.ts';
export type { MailWords } from '../../words/mails/mail-words.ts';
