export { zhHantMails } from '../../words/mails/zh-Hant.ts';
export type { MailWords } from '../../words/mails/mail-words.ts';
