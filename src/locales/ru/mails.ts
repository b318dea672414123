export { ruMails } from '../../words/mails/ru.ts';
export type { MailWords } from '../../words/mails/mail-words.ts';
