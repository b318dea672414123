import type { DeleteAccountMailWords } from './en/delete-account.ts';
import type { EmailChangeMailWords } from './en/email-change.ts';
import type { EmailVerificationMailWords } from './en/email-verification.ts';
import type { FrameMailWords } from './en/frame.ts';
import type { OriginMailWords } from './en/origin.ts';
import type { PasswordResetMailWords } from './en/password-reset.ts';
import type { SecurityNoticeMailWords } from './en/security-notice.ts';
import type { StepUpCodeMailWords } from './en/step-up-code.ts';

/**
 * Everything that mails say in one language. Values come into the sentences ready to be shown: one line, cut to a
 * length, isolated from the direction of the text around them. Sentences are plain text; whatever looks like HTML in
 * them is shown as it stands.
 */
export interface MailWords {
  /** BCP 47 tag: `de`, `pt-BR`. Dates follow it, too. */
  language: string;
  /** Which way the language is written. */
  direction: 'ltr' | 'rtl';
  /** What every mail has around its own sentences: greeting, link, footer. */
  frame: FrameMailWords;
  /** From where something was done. */
  origin: OriginMailWords;
  /** The four mails about a change of address: link, taken address, notice before, notice after. */
  emailChange: EmailChangeMailWords;
  /** The link that shows whose the address of an account is. */
  emailVerification: EmailVerificationMailWords;
  /** The link to choose a new password. */
  passwordReset: PasswordResetMailWords;
  /** The code that proves that it is you. */
  stepUpCode: StepUpCodeMailWords;
  /** The notices of everything that touches the safety of the account. */
  securityNotice: SecurityNoticeMailWords;
  /** The last mail, when the account is deleted. */
  deleteAccount: DeleteAccountMailWords;
}
