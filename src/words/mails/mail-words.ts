import type { DeleteAccountMailWords } from './en/delete-account.ts';
import type { EmailChangeMailWords } from './en/email-change.ts';
import type { FrameMailWords } from './en/frame.ts';
import type { PasswordChangeMailWords } from './en/password-change.ts';

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
  /** The four mails about a change of address: link, taken address, notice before, notice after. */
  emailChange: EmailChangeMailWords;
  /** The notice that the password was changed. */
  passwordChange: PasswordChangeMailWords;
  /** The last mail, when the account is deleted. */
  deleteAccount: DeleteAccountMailWords;
}
