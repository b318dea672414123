export { csMails } from '../../words/mails/cs.ts';
export type { MailWords } from '../../words/mails/mail-words.ts';
