import type { CoreWords } from './en.ts';
import type { FurtherWords } from './further.ts';
import type { Plural } from './message.ts';

/**
 * The languages that the package speaks, as BCP 47 tags, and the categories of `Intl.PluralRules` that whole numbers up to
 * a thousand fall into there: each of them needs a form of its own in every sentence with a number.
 */
export interface PluralCategories {
  en: 'one' | 'other';
  de: 'one' | 'other';
  fr: 'one' | 'other';
  es: 'one' | 'other';
  it: 'one' | 'other';
  nl: 'one' | 'other';
  'pt-BR': 'one' | 'other';
  pl: 'one' | 'few' | 'many';
  cs: 'one' | 'few' | 'other';
  sv: 'one' | 'other';
  da: 'one' | 'other';
  fi: 'one' | 'other';
  tr: 'one' | 'other';
  uk: 'one' | 'few' | 'many';
  ru: 'one' | 'few' | 'many';
  ja: 'other';
  ko: 'other';
  'zh-Hans': 'other';
  'zh-Hant': 'other';
  ar: 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
  he: 'one' | 'two' | 'other';
  fa: 'one' | 'other';
}

/** A language that the package speaks. */
export type Locale = keyof PluralCategories;

/** A sentence with a number in one language: a form for each of its categories; `other` is also for what has none. */
export type PluralIn<Language extends Locale> = Record<
  PluralCategories[Language] | 'other',
  string
>;

type In<Language extends Locale, Said> = Said extends string
  ? string
  : Said extends Plural
    ? keyof Said extends keyof Plural
      ? PluralIn<Language>
      : { [Key in keyof Said]: In<Language, Said[Key]> }
    : { [Key in keyof Said]: In<Language, Said[Key]> };

/** `CoreWords` in one language. A missing sentence, or a missing form of one, does not compile. */
export type CoreWordsIn<Language extends Locale> = In<Language, CoreWords>;

/** `FurtherWords` in one language. */
export type FurtherWordsIn<Language extends Locale> = In<Language, FurtherWords>;

/** Everything that the package says on a page, in one language. */
export type WordsIn<Language extends Locale> = CoreWordsIn<Language> & FurtherWordsIn<Language>;
