export { itMails } from '../../words/mails/it.ts';
export type { MailWords } from '../../words/mails/mail-words.ts';
