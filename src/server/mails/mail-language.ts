import { enMails } from '../../words/mails/en/mails.ts';
import type { MailWords } from '../../words/mails/mail-words.ts';
import { matchLocale } from '../../words/match-locale.ts';

/**
 * The words of the first language that there are words for, else the English ones, which are always there.
 *
 * @param languages BCP 47 tags, the best first
 */
export function chooseWords(languages: readonly string[], words: readonly MailWords[]): MailWords {
  const known = [...words, enMails];
  const found = matchLocale(
    languages,
    known.map(({ language }) => language),
  );
  return known.find(({ language }) => language === found) ?? enMails;
}
