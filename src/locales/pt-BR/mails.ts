export { ptBRMails } from '../../words/mails/pt-BR.ts';
export type { MailWords } from '../../words/mails/mail-words.ts';
