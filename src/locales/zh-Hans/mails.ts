export { zhHansMails } from '../../words/mails/zh-Hans.ts';
export type { MailWords } from '../../words/mails/mail-words.ts';
