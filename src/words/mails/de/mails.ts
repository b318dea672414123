import type { MailWords } from '../mail-words.ts';
import { deleteAccount } from './delete-account.ts';
import { emailChange } from './email-change.ts';
import { emailVerification } from './email-verification.ts';
import { frame } from './frame.ts';
import { origin } from './origin.ts';
import { passwordReset } from './password-reset.ts';
import { securityNotice } from './security-notice.ts';
import { stepUpCode } from './step-up-code.ts';

/** The mails in German. */
export const deMails: MailWords = {
  language: 'de',
  direction: 'ltr',
  frame,
  origin,
  emailChange,
  emailVerification,
  passwordReset,
  stepUpCode,
  securityNotice,
  deleteAccount,
};
