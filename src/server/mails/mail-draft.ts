import type { MailWords } from '../../words/mails/mail-words.ts';
import type { Settings } from '../ports/settings.ts';

/** What is said in one mail, before it becomes text and HTML. Sentences may hold isolated values. */
export interface MailDraft {
  subject: string;
  heading: string;
  /** Paragraphs in front of the button, or all of them. */
  paragraphs: readonly string[];
  /** A code to be typed, behind the paragraphs, on a line of its own. Default: none. */
  code?: string;
  button: MailButton | null;
  /** Paragraphs after the button. */
  afterwards: readonly string[];
}

/** A link that the mail asks to follow. */
export interface MailButton {
  label: string;
  url: string;
  /** When the link ends, in words; null when it does not. */
  until: string | null;
}

/** What a draft is written from. */
export interface DraftFacts {
  words: MailWords;
  settings: Settings;
  /** The application's name as a value. */
  appName: string;
  /** When it happened, in words. */
  at: string;
  /** The link that goes with this delivery, with its end in words; `getLink` throws where there is none. */
  getLink(): { url: string; until: string };
  /** The code that goes with this delivery; throws where there is none. */
  getCode(): string;
  /** When what the mail brings ends, in words; throws where nothing is said of that. */
  getEnd(): string;
  /** A text of the delivery as a value. Throws when the delivery has none of that name. */
  getValue(name: string): string;
  /** The same, or null when it is missing or empty, or when a mail program would make a link of it. */
  findValue(name: string): string | null;
}
