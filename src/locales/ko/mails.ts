export { koMails } from '../../words/mails/ko.ts';
export type { MailWords } from '../../words/mails/mail-words.ts';
