export { enMails } from '../../words/mails/en/mails.ts';
export type { MailWords } from '../../words/mails/mail-words.ts';
