import type { Loader, StoryContext } from '@storybook/react-vite';
import type { CompleteWords } from 'selvedge';
import type { Locale } from 'selvedge/locales';
import { loadWords, locales as spoken } from 'selvedge/locales';
import { surroundingsOf } from './surroundings.ts';

const pseudo = {
  'en-XA': {
    title: 'Long text (en-XA)',
    load: async () => (await import('selvedge/locales/en-XA')).enXA,
  },
  'ar-XB': {
    title: 'Mirrored (ar-XB)',
    load: async () => (await import('selvedge/locales/ar-XB')).arXB,
  },
};
const isPseudo = (tag: string): tag is keyof typeof pseudo => Object.hasOwn(pseudo, tag);
const isSpoken = (tag: string): tag is Locale => (spoken as readonly string[]).includes(tag);

/** Every language that there is: English first, the pseudo-locales last. */
export const locales: readonly string[] = [...spoken, ...Object.keys(pseudo)];

/** A language in itself: `Deutsch`. */
export function localeName(tag: string): string {
  if (isPseudo(tag)) return pseudo[tag].title;
  return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
}

/** Everything that we say in a language; its file is fetched only now. */
export function loadLocale(tag: string): Promise<CompleteWords> {
  if (isPseudo(tag)) return pseudo[tag].load();
  if (isSpoken(tag)) return loadWords(tag);
  throw new Error(`There is no language ${tag}.`);
}

/** The direction of writing of a language. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  return /^(ar|fa|he)\b/.test(tag) ? 'rtl' : 'ltr';
}

/**
 * Before a story is rendered. The components take their direction from the language of their words: against it these say
 * that they are in another one, with our digits.
 */
export const loadStoryWords: Loader = async ({ globals }) => {
  const { locale, direction } = surroundingsOf(globals);
  const words = await loadLocale(locale);
  if (direction === 'auto' || direction === directionOf(locale)) return { words };
  return { words: { ...words, locale: direction === 'rtl' ? 'ar-u-nu-latn' : 'en' } };
};

/** The words of a story: the language that the toolbar names. */
export function wordsOf({ loaded }: Pick<StoryContext, 'loaded'>): CompleteWords {
  return loaded['words'] as CompleteWords;
}
