export { trMails } from '../../words/mails/tr.ts';
export type { MailWords } from '../../words/mails/mail-words.ts';
