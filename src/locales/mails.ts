export { mailWords } from '../words/mails/every-language.ts';
export type { MailWords } from '../words/mails/mail-words.ts';
