import type { MailWords } from '../mail-words.ts';
import { deleteAccount } from './delete-account.ts';
import { emailChange } from './email-change.ts';
import { frame } from './frame.ts';
import { passwordChange } from './password-change.ts';

/** The mails in English. */
export const enMails: MailWords = {
  language: 'en',
  direction: 'ltr',
  frame,
  emailChange,
  passwordChange,
  deleteAccount,
};
