import type { Loader, StoryContext } from '@storybook/react-vite';
import type { CompleteWords } from 'selvedge';
import { surroundingsOf } from './surroundings.ts';

// By their files, so that each is a chunk of its own and a new language is there by itself.
const files = import.meta.glob<Record<string, unknown>>('../src/locales/*.ts');
const tagOf = (file: string): string => file.replace(/^.*\/|\.ts$/g, '');
const isPseudo = (tag: string): boolean => tag.includes('-X');

/** Every language that there is: English first, the pseudo-locales last. */
export const locales: readonly string[] = Object.keys(files)
  .map(tagOf)
  .toSorted(
    (a, b) =>
      Number(b === 'en') - Number(a === 'en') ||
      Number(isPseudo(a)) - Number(isPseudo(b)) ||
      a.localeCompare(b),
  );

const pseudo: Readonly<Record<string, string>> = {
  'en-XA': 'Long text (en-XA)',
  'ar-XB': 'Mirrored (ar-XB)',
};

/** A language in itself: `Deutsch`. */
export function localeName(tag: string): string {
  return pseudo[tag] ?? new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
}

/** Everything that we say in a language; its file is fetched only now. */
export async function loadLocale(tag: string): Promise<CompleteWords> {
  const load = files[`../src/locales/${tag}.ts`];
  if (!load) throw new Error(`There is no language ${tag}.`);
  const file = await load();
  // That of English has its most important sentences alone, too.
  return (file['english'] ?? Object.values(file)[0]) as CompleteWords;
}

/** The direction of writing of a language. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  return /^(ar|fa|he)\b/.test(tag) ? 'rtl' : 'ltr';
}

/**
 * Before a story is rendered. The components take their direction from the language of their words: against it these say
 * that they are in another one, with our digits.
 */
export const loadWords: Loader = async ({ globals }) => {
  const { locale, direction } = surroundingsOf(globals);
  const words = await loadLocale(locale);
  if (direction === 'auto' || direction === directionOf(locale)) return { words };
  return { words: { ...words, locale: direction === 'rtl' ? 'ar-u-nu-latn' : 'en' } };
};

/** The words of a story: the language that the toolbar names. */
export function wordsOf({ loaded }: Pick<StoryContext, 'loaded'>): CompleteWords {
  return loaded['words'] as CompleteWords;
}
