export { esMails } from '../../words/mails/es.ts';
export type { MailWords } from '../../words/mails/mail-words.ts';
