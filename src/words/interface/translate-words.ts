import type { CompleteWords } from './en.ts';
import { format } from './format.ts';
import type { Message, Params, Plural } from './message.ts';

/** A sentence by its place in the words: `profile.save`, `activity.events.signed_in`. */
export type WordKey = Exclude<Place<CompleteWords>, 'locale'>;

type Place<Said, Path extends string = ''> = {
  [Key in keyof Said & string]: Said[Key] extends string
    ? `${Path}${Key}`
    : keyof Said[Key] extends keyof Plural
      ? `${Path}${Key}`
      : Place<Said[Key], `${Path}${Key}.`>;
}[keyof Said & string];

/**
 * Says a sentence by the host's own means.
 *
 * @param key which sentence
 * @param params its values; numbers are numbers, so that the host can choose a plural
 * @param fallback the sentence in the words that were given, with its values put in
 */
export type Translate = (key: WordKey, params: Params, fallback: string) => string;

/**
 * Words that come from the host's own catalogue, for example that of i18next: every sentence is asked of `translate`. Those
 * without values are asked at once, so call this again when the language of the host changes.
 *
 * @param words what is said where the catalogue has nothing: `english`, or another language
 * @param locale BCP 47 tag of the language that `translate` speaks; decides dates, numbers and the direction
 */
export function translateWords(
  words: CompleteWords,
  locale: string,
  translate: Translate,
): CompleteWords {
  const { locale: _, ...sections } = words;
  const walk = (group: object, path: string): object =>
    Object.fromEntries(
      Object.entries(group as Record<string, Message | object>).map(([name, inside]) => {
        const key = (path + name) as WordKey;
        if (isGroup(inside)) return [name, walk(inside, `${key}.`)];
        // Sentences with values go through `format` wherever they are shown, and there a function is called.
        const said: Message = hasValues(inside)
          ? (params) => translate(key, params, format(inside, params, locale))
          : translate(key, {}, format(inside, {}, locale));
        return [name, said];
      }),
    );
  return { ...(walk(sections, '') as CompleteWords), locale };
}

/** Whether there are sentences in it, and not the forms of one. */
function isGroup(inside: Message | object): inside is Exclude<object, Message> {
  return (
    typeof inside === 'object' &&
    !Object.keys(inside).every((key) => /^(zero|one|two|few|many|other)$/.test(key))
  );
}

function hasValues(message: Message): boolean {
  return typeof message !== 'string' || /\{\w+\}/.test(message);
}
