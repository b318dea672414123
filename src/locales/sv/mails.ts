export { svMails } from '../../words/mails/sv.ts';
export type { MailWords } from '../../words/mails/mail-words.ts';
