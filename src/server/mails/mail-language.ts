import { enMails } from '../../words/mails/en/mails.ts';
import type { MailWords } from '../../words/mails/mail-words.ts';

/** The words that fit one language best: the same tag, then with its last parts taken away, then another region's. */
function findWords(language: string, words: readonly MailWords[]): MailWords | undefined {
  const wanted = language.toLowerCase();
  for (let tag = wanted; tag !== ''; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
    const found = words.find((one) => one.language.toLowerCase() === tag);
    if (found !== undefined) return found;
  }
  const [base] = wanted.split('-');
  return words.find((one) => one.language.toLowerCase().split('-')[0] === base);
}

/**
 * The words of the first language that there are words for, else the English ones, which are always there.
 *
 * @param languages BCP 47 tags, the best first
 */
export function chooseWords(languages: readonly string[], words: readonly MailWords[]): MailWords {
  const known = [...words, enMails];
  for (const language of languages) {
    const found = findWords(language, known);
    if (found !== undefined) return found;
  }
  return enMails;
}
