export { matchLocale } from './words/match-locale.ts';
export { loadWords, locales } from './words/interface/load-words.ts';
export { overrideWords } from './words/interface/override-words.ts';
export type { WordsOverride } from './words/interface/override-words.ts';
export { translateWords } from './words/interface/translate-words.ts';
export type { Translate, WordKey } from './words/interface/translate-words.ts';
export type { CompleteWords, CoreWords, Words } from './words/interface/en.ts';
export type { Locale, WordsIn } from './words/interface/locale.ts';
export type { Message, Params, Plural } from './words/interface/message.ts';
