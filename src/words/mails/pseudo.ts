import { everySentence, lengthened, mirrored } from '../pseudo.ts';
import { enMails } from './en/mails.ts';
import type { MailWords } from './mail-words.ts';

/** The mails with marks and half as long again. */
export const enXAMails: MailWords = {
  ...everySentence(enMails, lengthened),
  language: 'en-XA',
  direction: 'ltr',
};

/** The mails written from right to left, in English. */
export const arXBMails: MailWords = {
  ...everySentence(enMails, mirrored),
  language: 'ar-XB',
  direction: 'rtl',
};
