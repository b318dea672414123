export { heMails } from '../../words/mails/he.ts';
export type { MailWords } from '../../words/mails/mail-words.ts';
