/** One mail, ready to send. Header values contain no line breaks. */
export interface Mail {
  /** Exactly one address. */
  to: string;
  /** One line of plain text, not yet encoded. */
  subject: string;
  /** The plain-text part, whole by itself; the link is in it. */
  text: string;
  /** The HTML part: a whole document that loads nothing from anywhere. */
  html: string;
  /** BCP 47 tag of the words. */
  language: string;
  /** The same for every try of the same mail, so that a reader can drop a second copy. Without angle brackets. */
  messageId: string;
}

/** Thrown by a mailer when trying again makes no sense (the address does not exist). */
export class MailRefused extends Error {
  override name = 'MailRefused';
}

/** Sends mails. */
export interface Mailer {
  /** Resolves when the next server has taken the mail; rejects when it has not, with `MailRefused` for good. */
  send(mail: Mail): Promise<void>;
}
